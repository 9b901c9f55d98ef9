import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessageNumber, makeMessageNumber, parseMessageNumber } from './message-number.ts';
import { reasonOf } from './testing/reason.ts';

describe('valid numbers', () => {
  test.each([
    ['320402250318000001', { area: '320402', date: '2025-03-18', sequence: 1 }],
    ['320402250318000001BBXZ', { area: '320402', date: '2025-03-18', sequence: 1, suffix: 'BBXZ' }],
    ['442000260102000123CBXZ', { area: '442000', date: '2026-01-02', sequence: 123, suffix: 'CBXZ' }],
    ['150721241231999999BL', { area: '150721', date: '2024-12-31', sequence: 999999, suffix: 'BL' }],
    ['330802261120000042', { area: '330802', date: '2026-11-20', sequence: 42 }],
    ['330802000229000001', { area: '330802', date: '2000-02-29', sequence: 1 }],
  ])('%s', (text, parts) => {
    expect(checkMessageNumber(text)).toEqual({ valid: true });
    expect(parseMessageNumber(text)).toEqual(parts);
  });
});

describe('invalid numbers say what is wrong', () => {
  test.each([
    ['3204022503180001', '现为16位'],
    ['32040220250318000001', '现为20位'],
    ['320402251332000001', '日期不存在：第7至12位为“251332”'],
    ['320402250229000001', '日期不存在'],
    ['320402250318000001_BL', '不带下划线'],
    ['32040225031800000A', '只能是数字'],
    ['320402250318000000', '从000001起'],
    ['320402250318000001BBX', '后缀只能是BBXZ、CBXZ或BL'],
    ['', '现为0位'],
  ])('%s', (text, reason) => {
    expect(reasonOf(checkMessageNumber(text))).toContain(reason);
    expect(parseMessageNumber(text)).toBeUndefined();
  });
});

describe('composing', () => {
  test.each([
    [{ area: '32040' }],
    [{ date: '2025-02-30' }],
    [{ date: '1999-12-31' }],
    [{ sequence: 0 }],
    [{ sequence: 1_000_000 }],
    [{ sequence: 1.5 }],
  ])('refuses %o', (change) => {
    const parts = { area: '320402', date: '2025-03-18', sequence: 1 };
    expect(() => makeMessageNumber({ ...parts, ...change })).toThrow(RangeError);
  });

  test('parsing gives the parts back', () => {
    const dates = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const parts = fc.record(
      {
        area: fc.integer({ min: 110000, max: 659999 }).map(String),
        date: dates,
        sequence: fc.integer({ min: 1, max: 999_999 }),
        suffix: fc.constantFrom('BBXZ' as const, 'CBXZ' as const, 'BL' as const),
      },
      { requiredKeys: ['area', 'date', 'sequence'] },
    );
    fc.assert(
      fc.property(parts, (each) => {
        expect(parseMessageNumber(makeMessageNumber(each))).toEqual(each);
      }),
    );
  });
});
