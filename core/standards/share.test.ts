import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addShares,
  compareShare,
  formatShare,
  formatSharePercent,
  largestDenominator,
  multiplyShare,
  parseShare,
  reduceShare,
  type Share,
  sharesSumToOne,
  subtractShare,
  wholeShare,
} from './share.ts';

const share = (numerator: number, denominator: number): Share => ({ numerator, denominator });
const shares = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
  .map(([a, b]) => (a <= b ? share(a, b) : share(b, a)));

describe('reading', () => {
  test.each([
    ['1/2', share(1, 2)],
    ['2/4', share(1, 2)],
    [' 1 ／ 3 ', share(1, 3)],
    ['50%', share(1, 2)],
    ['33.33%', share(3333, 10000)],
    ['0.5', share(1, 2)],
    ['1', wholeShare],
    ['100%', wholeShare],
    ['100.00％', wholeShare],
    ['0', share(0, 1)],
    ['7/7', wholeShare],
  ])('%s', (text, expected) => {
    expect(parseShare(text)).toEqual(expected);
  });

  test.each([
    '',
    '1/0',
    '3/2',
    '101%',
    '2',
    '-1/2',
    '1/-2',
    '一半',
    '1//2',
    '50%%',
    '1/1000000000001',
    'NaN',
  ])('%s is no share', (text) => {
    expect(parseShare(text)).toBeUndefined();
  });
});

describe('writing', () => {
  test('keeps the denominator the parties chose', () => {
    expect(formatShare(share(2, 4))).toBe('2/4');
    expect(formatShare(wholeShare)).toBe('1/1');
  });

  test.each([
    [share(1, 3), '33.33%'],
    [share(2, 3), '66.67%'],
    [share(1, 2), '50%'],
    [share(1, 8), '12.5%'],
    [wholeShare, '100%'],
    [share(0, 1), '0%'],
    [share(1, 10), '10%'],
    [share(1, 20000), '0.01%'],
  ])('%o as a percentage', (each, text) => {
    expect(formatSharePercent(each)).toBe(text);
  });
});

describe('arithmetic', () => {
  test('thirds make a whole, hundredths of thirds do not', () => {
    expect(sharesSumToOne([share(1, 3), share(1, 3), share(1, 3)])).toBe(true);
    expect(sharesSumToOne([share(3333, 10000), share(3333, 10000), share(3333, 10000)])).toBe(false);
    expect(sharesSumToOne([share(1, 2), share(1, 2), share(1, 2)])).toBe(false);
    expect(sharesSumToOne([])).toBe(false);
  });

  test('selling half of a third leaves a sixth', () => {
    expect(multiplyShare(share(1, 3), share(1, 2))).toEqual(share(1, 6));
    expect(subtractShare(share(1, 3), share(1, 6))).toEqual(share(1, 6));
  });

  test('more cannot be taken than there is', () => {
    expect(() => subtractShare(share(1, 3), share(1, 2))).toThrow(RangeError);
  });

  test('a sum of nothing is nothing', () => {
    expect(addShares()).toEqual(share(0, 1));
  });

  test('the denominator has a limit that the test for the whole does not', () => {
    const primes = [999_983, 999_979, 999_961];
    const list = primes.map((prime) => share(1, prime));
    expect(() => addShares(...list)).toThrow(RangeError);
    expect(sharesSumToOne(list)).toBe(false);
    const halves = list.flatMap((each) => [each, share(each.denominator - 1, each.denominator)]);
    expect(sharesSumToOne(halves.slice(0, 2))).toBe(true);
  });

  test.each([share(-1, 2), share(1, 0), share(1, -2), share(0.5, 1), share(1, largestDenominator + 1)])(
    'refuses %o',
    (each) => {
      expect(() => reduceShare(each)).toThrow(RangeError);
      expect(() => formatShare(each)).toThrow(RangeError);
    },
  );
});

describe('for all shares', () => {
  test('reducing keeps the value and is done once', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 1000 }), (each, factor) => {
        const scaled = share(each.numerator * factor, each.denominator * factor);
        expect(compareShare(scaled, each)).toBe(0);
        expect(reduceShare(scaled)).toEqual(reduceShare(each));
        expect(reduceShare(reduceShare(each))).toEqual(reduceShare(each));
      }),
    );
  });

  test('adding is commutative and associative', () => {
    fc.assert(
      fc.property(shares, shares, shares, (a, b, c) => {
        expect(addShares(a, b)).toEqual(addShares(b, a));
        expect(addShares(addShares(a, b), c)).toEqual(addShares(a, addShares(b, c)));
      }),
    );
  });

  test('subtracting undoes adding', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        expect(subtractShare(addShares(a, b), b)).toEqual(reduceShare(a));
      }),
    );
  });

  test('what is left and what was taken make the whole', () => {
    fc.assert(
      fc.property(shares, (each) => {
        expect(sharesSumToOne([each, subtractShare(wholeShare, each)])).toBe(true);
      }),
    );
  });

  test('order agrees with adding', () => {
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        expect(compareShare(addShares(a, b), a)).toBe(b.numerator === 0 ? 0 : 1);
        expect(compareShare(a, b) + compareShare(b, a)).toBe(0);
      }),
    );
  });

  test('text reads back', () => {
    fc.assert(
      fc.property(shares, (each) => {
        expect(parseShare(formatShare(each))).toEqual(reduceShare(each));
      }),
    );
  });
});
