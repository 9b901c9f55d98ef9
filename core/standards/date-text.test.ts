import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, formatDateInCharacters, formatDateTime } from './date-text.ts';
import { endOfShanghaiDay, startOfShanghaiDay, toShanghaiDate, toShanghaiTime } from './shanghai-time.ts';

describe('the day in China', () => {
  test.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20', '23:59:59'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21', '00:00:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00:00'],
    ['2026-07-01T00:00:00.000Z', '2026-07-01', '08:00:00'],
    ['1969-12-31T16:00:00.000Z', '1970-01-01', '00:00:00'],
  ])('%s is %s %s', (moment, date, time) => {
    expect(toShanghaiDate(new Date(moment))).toBe(date);
    expect(toShanghaiTime(new Date(moment))).toBe(time);
  });

  test('begins and ends at its midnights', () => {
    expect(startOfShanghaiDay('2026-11-20').toISOString()).toBe('2026-11-19T16:00:00.000Z');
    expect(endOfShanghaiDay('2026-11-20').toISOString()).toBe('2026-11-20T15:59:59.999Z');
  });

  test('holds every moment between its start and end, and agrees with the zone database', () => {
    const moments = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
    fc.assert(
      fc.property(moments, (moment) => {
        const date = toShanghaiDate(moment);
        expect(date).toBe(zone.format(moment));
        expect(startOfShanghaiDay(date).getTime()).toBeLessThanOrEqual(moment.getTime());
        expect(endOfShanghaiDay(date).getTime()).toBeGreaterThanOrEqual(moment.getTime());
      }),
    );
  });
});

describe('dates in documents', () => {
  test.each([
    ['2026-11-20', '2026年11月20日', '二〇二六年十一月二十日'],
    ['2026-01-05', '2026年1月5日', '二〇二六年一月五日'],
    ['2020-10-10', '2020年10月10日', '二〇二〇年十月十日'],
    ['2026-12-31', '2026年12月31日', '二〇二六年十二月三十一日'],
    ['2026-11-20T16:30:00Z', '2026年11月21日', '二〇二六年十一月二十一日'],
  ])('%s', (value, figures, characters) => {
    expect(formatDate(value)).toBe(figures);
    expect(formatDateInCharacters(value)).toBe(characters);
  });

  test('a moment shows hours and minutes in China', () => {
    expect(formatDateTime(new Date('2026-11-20T01:05:59Z'))).toBe('2026年11月20日 09:05');
    expect(formatDateTime('2026-11-20T16:00:00Z')).toBe('2026年11月21日 00:00');
  });

  test.each(['', '2026-02-30', 'yesterday'])('%s is refused', (value) => {
    expect(() => formatDate(value)).toThrow(RangeError);
  });

  test('an invalid Date is refused', () => {
    expect(() => formatDateTime(new Date(Number.NaN))).toThrow(RangeError);
  });
});
