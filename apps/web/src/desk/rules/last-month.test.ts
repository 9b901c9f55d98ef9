import { expect, test } from 'vitest';
import { lastMonth } from './last-month.ts';

test('the whole month before, by the calendar of China', () => {
  expect(lastMonth(new Date('2026-11-20T02:00:00Z'))).toEqual({ from: '2026-10-01', to: '2026-10-31' });
  expect(lastMonth(new Date('2027-01-05T02:00:00Z'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  // Still the last day of February elsewhere, already March in China.
  expect(lastMonth(new Date('2028-02-29T16:30:00Z'))).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
