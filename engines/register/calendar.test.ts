import { expect, test } from 'vitest';
import { firstDateAfter, isInstant } from './calendar.ts';

test.each([
  ['2026-11-20', 'year', 3, '2029-11-20'],
  ['2026-01-31', 'month', 1, '2026-03-01'],
  ['2027-12-31', 'month', 2, '2028-03-01'],
  ['2028-02-29', 'year', 1, '2029-03-01'],
  ['2028-02-29', 'year', 4, '2032-02-29'],
  ['2026-02-28', 'day', 1, '2026-03-01'],
] as const)('from %s a term of %s %d runs until the day before %s', (from, unit, count, after) => {
  expect(firstDateAfter(from, { unit, count })).toBe(after);
});

test('an instant needs its offset', () => {
  expect(isInstant('2026-03-01T08:00:00+08:00')).toBe(true);
  expect(isInstant('2026-03-01T08:00Z')).toBe(true);
  for (const text of ['2026-03-01', '2026-03-01T08:00:00', '2026-13-01T08:00:00Z', '']) {
    expect(isInstant(text)).toBe(false);
  }
});
