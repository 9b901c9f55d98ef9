import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAreas,
  compareArea,
  formatArea,
  isArea,
  squareMetresToHectares,
  squareMetresToMu,
  subtractArea,
} from './area.ts';

const areas = fc
  .tuple(fc.nat(1_000_000_000), fc.nat(999_999), fc.integer({ min: 0, max: 6 }))
  .map(([whole, decimals, kept]) => {
    const fraction = String(decimals).padStart(6, '0').slice(0, kept);
    return fraction === '' ? String(whole) : `${whole}.${fraction}`;
  });

test.each(['0', '89.30', '89.3', '123456789012345.123456'])('%s is an area', (text) => {
  expect(isArea(text)).toBe(true);
});

test.each(['', '-1', '1.', '.5', '1e3', '1,000.00', '1.1234567', '八十九', ' 1'])('%s is none', (text) => {
  expect(isArea(text)).toBe(false);
});

test.each([
  ['89.3', '89.30', 0],
  ['89.30', '89.31', -1],
  ['100', '99.999999', 1],
  ['9', '10', -1],
])('comparing %s with %s', (a, b, order) => {
  expect(compareArea(a, b)).toBe(order);
});

test.each([
  [['0.1', '0.2'], '0.30'],
  [['89.30', '12.7'], '102.00'],
  [['1.005', '1'], '2.005'],
  [[], '0.00'],
])('the sum of %o is %s', (list, sum) => {
  expect(addAreas(...list)).toBe(sum);
});

test.each([
  ['102', '12.7', '89.30'],
  ['1', '2', '-1.00'],
  ['0.1', '0.1', '0.00'],
])('%s less %s', (from, taken, difference) => {
  expect(subtractArea(from, taken)).toBe(difference);
});

test.each([
  ['89.3', '89.30'],
  ['89.305', '89.31'],
  ['89.3049', '89.30'],
  ['0', '0.00'],
  ['-0.005', '-0.01'],
])('%s is printed as %s', (text, printed) => {
  expect(formatArea(text)).toBe(printed);
});

test.each([
  ['10000', '1.0000', '15.00'],
  ['666.67', '0.0667', '1.00'],
  ['12345.67', '1.2346', '18.52'],
  ['0', '0.0000', '0.00'],
])('%s m² is %s ha and %s mu', (text, hectares, mu) => {
  expect(squareMetresToHectares(text)).toBe(hectares);
  expect(squareMetresToMu(text)).toBe(mu);
});

test('text that is no area is refused by every function', () => {
  for (const act of [() => addAreas('x'), () => compareArea('1', ''), () => formatArea('1,0')]) {
    expect(act).toThrow(RangeError);
  }
});

describe('for all areas', () => {
  test('subtracting undoes adding', () => {
    fc.assert(
      fc.property(areas, areas, (a, b) => {
        expect(compareArea(subtractArea(addAreas(a, b), b), a)).toBe(0);
      }),
    );
  });

  test('printing changes at most half a hundredth, and nothing twice', () => {
    fc.assert(
      fc.property(areas, (area) => {
        const printed = formatArea(area);
        expect(printed).toMatch(/^\d+\.\d{2}$/);
        expect(formatArea(printed)).toBe(printed);
        const change = subtractArea(printed, area);
        expect(compareArea(change, '0.005')).toBeLessThanOrEqual(0);
        expect(compareArea(change, '-0.005')).toBeGreaterThan(-1);
      }),
    );
  });
});
