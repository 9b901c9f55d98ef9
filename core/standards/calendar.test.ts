import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { calendar2026, calendarData2025, calendarData2026, officialCalendar } from './calendar-data.ts';
import { dateOfDayNumber, dayNumber, isDateText } from './calendar-date.ts';

const dates = fc
  .integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') })
  .map((day) => dateOfDayNumber(day));

describe('dates', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '1970-01-01', '1901-12-31'])('%s exists', (date) => {
    expect(isDateText(date)).toBe(true);
    expect(dateOfDayNumber(dayNumber(date))).toBe(date);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '',
  ])('%s does not', (date) => {
    expect(isDateText(date)).toBe(false);
    expect(() => dayNumber(date)).toThrow(RangeError);
  });
});

describe('the arrangement of 2026', () => {
  test.each([
    ['2026-01-01', '元旦'],
    ['2026-02-16', '春节'],
    ['2026-02-23', '春节'],
    ['2026-04-06', '清明节'],
    ['2026-05-05', '劳动节'],
    ['2026-06-19', '端午节'],
    ['2026-09-25', '中秋节'],
    ['2026-10-07', '国庆节'],
  ])('%s is off: %s', (date, name) => {
    expect(calendar2026.isWorkingDay(date)).toBe(false);
    expect(calendar2026.nameOf(date)).toBe(name);
  });

  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a weekend worked',
    (date) => {
      expect(calendar2026.isWorkingDay(date)).toBe(true);
      expect(calendar2026.nameOf(date)).toContain('调休上班');
      expect(makeCalendar().isWorkingDay(date)).toBe(false);
    },
  );

  test('ordinary days are ordinary', () => {
    expect(calendar2026.isWorkingDay('2026-11-20')).toBe(true);
    expect(calendar2026.isWorkingDay('2026-11-21')).toBe(false);
    expect(calendar2026.isWorkingDay('2026-11-22')).toBe(false);
    expect(calendar2026.nameOf('2026-11-20')).toBeUndefined();
  });

  test('has the length the notice gives', () => {
    expect(calendarData2026.holidays).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    expect(calendarData2025.holidays).toHaveLength(1 + 8 + 3 + 5 + 3 + 8);
  });

  test.each([calendarData2025, calendarData2026])('make-up days fall on weekends: $source', (data) => {
    for (const { date } of data.makeUpDays) expect(makeCalendar().isWorkingDay(date)).toBe(false);
    for (const { date } of [...data.holidays, ...data.makeUpDays]) {
      expect(data.years).toContain(Number(date.slice(0, 4)));
    }
  });
});

describe('time limits', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23', 'received on a Friday, day 1 is Monday'],
    ['2026-11-21', 1, '2026-11-23', 'received on a Saturday as well'],
    ['2026-11-19', 5, '2026-11-26', 'five days for a mortgage'],
    ['2026-02-13', 1, '2026-02-14', 'the Saturday before Spring Festival is worked'],
    ['2026-02-13', 5, '2026-02-27', 'across Spring Festival'],
    ['2026-02-27', 1, '2026-02-28', 'a worked Saturday'],
    ['2026-09-30', 3, '2026-10-10', 'across National Day to a worked Saturday'],
    ['2026-11-20', 15, '2026-12-11', 'a public notice'],
    ['2026-11-20', 0, '2026-11-20', 'no days'],
    ['2026-11-23', -1, '2026-11-20', 'a day back'],
  ])('%s and %i working days is %s: %s', (from, days, to) => {
    expect(calendar2026.addWorkingDays(from, days)).toBe(to);
  });

  test('the next working day, from and on a day', () => {
    expect(calendar2026.nextWorkingDay('2026-11-20')).toBe('2026-11-23');
    expect(calendar2026.workingDayOnOrAfter('2026-11-20')).toBe('2026-11-20');
    expect(calendar2026.workingDayOnOrAfter('2026-11-21')).toBe('2026-11-23');
  });

  test('days between leave out the first and count the last', () => {
    expect(calendar2026.workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(calendar2026.workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
    expect(calendar2026.workingDaysBetween('2026-11-23', '2026-11-20')).toBe(-1);
    expect(calendar2026.workingDaysBetween('2026-11-22', '2026-11-21')).toBe(0);
  });

  test.each([0.5, Number.NaN, 10_001, -10_001])('refuses %d days', (days) => {
    expect(() => calendar2026.addWorkingDays('2026-11-20', days)).toThrow(RangeError);
  });

  test('refuses what is no date', () => {
    expect(() => calendar2026.isWorkingDay('2026-02-30')).toThrow(RangeError);
    expect(() => calendar2026.addWorkingDays('20261120', 1)).toThrow(RangeError);
  });
});

describe('maintaining a calendar', () => {
  const storm = {
    source: '台风停工通知',
    verified: true,
    holidays: [{ date: '2026-11-23', name: '停工' }],
    makeUpDays: [],
  };

  test('a later part overrules an earlier one', () => {
    const calendar = makeCalendar(calendarData2026, storm);
    expect(calendar.nextWorkingDay('2026-11-20')).toBe('2026-11-24');
    expect(calendar.nameOf('2026-11-23')).toBe('停工');
    const undone = makeCalendar(calendarData2026, storm, {
      ...storm,
      holidays: [],
      makeUpDays: [{ date: '2026-11-23', name: '恢复上班' }],
    });
    expect(undone.nextWorkingDay('2026-11-20')).toBe('2026-11-23');
  });

  test('says where it comes from and whether all of it was checked', () => {
    expect(makeCalendar(calendarData2026, storm).source).toContain('；台风停工通知');
    expect(officialCalendar.verified).toBe(true);
    expect(makeCalendar(calendarData2026, { ...storm, verified: false }).verified).toBe(false);
    expect(makeCalendar().verified).toBe(false);
  });

  test('knows which years have an arrangement', () => {
    expect(officialCalendar.covers('2026-12-31')).toBe(true);
    expect(officialCalendar.covers('2027-01-01')).toBe(false);
    expect(officialCalendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(officialCalendar.isWorkingDay('2027-01-02')).toBe(false);
  });

  test('refuses contradictions and malformed days', () => {
    const day = { date: '2026-11-23', name: '停工' };
    expect(() => makeCalendar({ ...storm, makeUpDays: [day] })).toThrow('both holiday and make-up day');
    expect(() => makeCalendar({ ...storm, holidays: [{ date: '2026-11-31', name: '停工' }] })).toThrow(
      RangeError,
    );
  });
});

describe('for all dates', () => {
  const counts = fc.integer({ min: 1, max: 200 });

  test('a time limit ends on a working day after receipt', () => {
    fc.assert(
      fc.property(dates, counts, (date, days) => {
        const end = officialCalendar.addWorkingDays(date, days);
        expect(end > date).toBe(true);
        expect(officialCalendar.isWorkingDay(end)).toBe(true);
      }),
    );
  });

  test('counting inverts adding', () => {
    fc.assert(
      fc.property(dates, counts, (date, days) => {
        expect(officialCalendar.workingDaysBetween(date, officialCalendar.addWorkingDays(date, days))).toBe(
          days,
        );
      }),
    );
  });

  test('more days never end earlier, nor does later receipt', () => {
    fc.assert(
      fc.property(dates, dates, counts, (a, b, days) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        const limit = (date: string, count: number) => officialCalendar.addWorkingDays(date, count);
        expect(limit(earlier, days) < limit(earlier, days + 1)).toBe(true);
        expect(limit(earlier, days) <= limit(later, days)).toBe(true);
      }),
    );
  });

  test('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(dates, counts, counts, (date, first, second) => {
        const stepwise = officialCalendar.addWorkingDays(
          officialCalendar.addWorkingDays(date, first),
          second,
        );
        expect(stepwise).toBe(officialCalendar.addWorkingDays(date, first + second));
      }),
    );
  });

  test('an extra holiday never brings a limit forward', () => {
    fc.assert(
      fc.property(dates, dates, counts, (from, off, days) => {
        const data = { source: '', verified: false, holidays: [{ date: off, name: '停工' }], makeUpDays: [] };
        const stricter = makeCalendar(calendarData2025, calendarData2026, data);
        expect(stricter.addWorkingDays(from, days) >= officialCalendar.addWorkingDays(from, days)).toBe(true);
      }),
    );
  });
});
