import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFen, formatYuan, isFen, multiplyRate, parseYuan, type Rate, splitFen, yuan } from './money.ts';

const amounts = fc.maxSafeInteger();
const moderate = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('reading yuan', () => {
  test.each([
    ['1280000.00', 128_000_000],
    ['1,280,000.00', 128_000_000],
    ['1，280，000', 128_000_000],
    ['0', 0],
    ['0.05', 5],
    ['0.5', 50],
    [' 12.30 ', 1230],
    ['-0.01', -1],
    ['-0.00', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s', (text, fen) => {
    expect(yuan(text)).toBe(fen);
  });

  test.each(['', '1.234', '1,28', '1,2800', '.5', '5.', '1e3', '壹', 'NaN', '90071992547409.92', '--1'])(
    '%s is no amount',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
      expect(() => yuan(text)).toThrow(RangeError);
    },
  );
});

describe('writing yuan', () => {
  test.each([
    [128_000_000, '1,280,000.00'],
    [0, '0.00'],
    [-0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [-100_000_00, '-100,000.00'],
  ])('%i', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
  });

  test('without grouping', () => {
    expect(formatYuan(128_000_000, { grouping: false })).toBe('1280000.00');
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (fen) => {
    expect(isFen(fen)).toBe(false);
    expect(() => formatYuan(fen)).toThrow(RangeError);
  });

  test('reads back', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), (fen, grouping) => {
        expect(yuan(formatYuan(fen, { grouping }))).toBe(fen === 0 ? 0 : fen);
      }),
    );
  });
});

describe('rates', () => {
  test.each<[number, Rate, number, string]>([
    [100_000_000, '0.015', 1_500_000, 'deed tax of 1.5% on a million yuan'],
    [100_000_000, '1.5%', 1_500_000, 'the same as a percentage'],
    [100_000_000, '0.5‰', 50_000, 'stamp duty in thousandths'],
    [105, '0.5', 53, 'a half goes up'],
    [-105, '0.5', -53, 'and away from zero for a refund'],
    [104, '0.5', 52, 'no rounding needed'],
    [1, '0.4', 0, 'below a half goes down'],
    [33, { numerator: 1, denominator: 3 }, 11, 'a fraction'],
    [100, { numerator: 1n, denominator: 3n }, 33, 'a fraction of bigints'],
    [29, '1.15', 33, '33.35, where binary fractions would waver'],
    [1005, '0.1', 101, '100.5, a half exactly'],
  ])('%i by %o is %i: %s', (fen, rate, product) => {
    expect(multiplyRate(fen, rate)).toBe(product);
  });

  test.each(['', 'x', '1/2', '1e-2', '0.1.2', '%'])('%s is no rate', (rate) => {
    expect(() => multiplyRate(100, rate)).toThrow(RangeError);
  });

  test('refuses a zero denominator and amounts that grow too large', () => {
    expect(() => multiplyRate(1, { numerator: 1, denominator: 0 })).toThrow(RangeError);
    expect(() => multiplyRate(Number.MAX_SAFE_INTEGER, '2')).toThrow('too large');
  });

  test('a product is never more than half a fen away', () => {
    const decimals = fc.integer({ min: 0, max: 99_999 });
    fc.assert(
      fc.property(moderate, decimals, (fen, thousandths) => {
        const product = multiplyRate(fen, (thousandths / 100_000).toFixed(5));
        const distance = BigInt(product) * 100_000n - BigInt(fen) * BigInt(thousandths);
        expect(distance <= 50_000n && distance >= -50_000n).toBe(true);
      }),
    );
  });

  test('rounding is the same in both directions', () => {
    fc.assert(
      fc.property(moderate, fc.integer({ min: 1, max: 1000 }), (fen, denominator) => {
        const rate = { numerator: 1, denominator };
        expect(addFen(multiplyRate(fen, rate), multiplyRate(-fen, rate))).toBe(0);
      }),
    );
  });
});

describe('adding', () => {
  test('nothing is zero', () => {
    expect(addFen()).toBe(0);
  });

  test('never loses a fen silently', () => {
    expect(() => addFen(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(addFen(Number.MAX_SAFE_INTEGER, 1, -1)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('splitting', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [100, [1, 2], [33, 67]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [0, [1, 0], [0, 0]],
    [5, [0, 1], [0, 5]],
  ])('%i by %o', (fen, weights, parts) => {
    expect(splitFen(fen, weights)).toEqual(parts);
  });

  test.each([[[]], [[0, 0]], [[1, -1]]])('refuses weights %o', (weights) => {
    expect(() => splitFen(100, weights)).toThrow(RangeError);
  });

  test('sums to the whole, each part within one fen of its due', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(moderate, weights, (fen, list) => {
        const total = list.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const parts = splitFen(fen, list);
        expect(addFen(...parts)).toBe(fen);
        for (const [index, part] of parts.entries()) {
          const due = BigInt(fen) * BigInt(list[index] ?? 0);
          const distance = BigInt(part) * BigInt(total) - due;
          expect(distance < BigInt(total) && distance > -BigInt(total)).toBe(true);
        }
      }),
    );
  });
});
