import { expect, test } from 'vitest';
import { stopAt, stopsOf } from './as-of.ts';

const events = [
  { number: 3, at: '2026-03-01T02:00:00.000Z', title: '抵押权首次登记' },
  { number: 1, at: '2024-01-01T02:00:00.000Z', title: '首次登记' },
  { number: 2, at: '2026-03-01T02:00:00.000Z', title: '转移登记' },
];

test('the oldest first, the present last', () => {
  expect(stopsOf(events).map((stop) => stop.title)).toEqual(['首次登记', '转移登记、抵押权首次登记', '现在']);
});

test('a unit without entries has only the present', () => {
  expect(stopsOf([])).toEqual([{ title: '现在' }]);
});

test('a moment between two entries belongs to the earlier one', () => {
  const stops = stopsOf(events);
  expect(stopAt(stops, '2025-06-01T00:00:00.000Z')).toBe(0);
  expect(stopAt(stops, '2026-03-01T02:00:00.000Z')).toBe(1);
  expect(stopAt(stops, undefined)).toBe(2);
});

test('a moment before the first entry shows the first', () => {
  expect(stopAt(stopsOf(events), '1990-01-01T00:00:00.000Z')).toBe(0);
});
