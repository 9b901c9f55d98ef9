import { expect, test } from 'vitest';
import { day, moment, shortMoment } from './moments.ts';

const now = new Date('2026-11-20T04:00:00.000Z');

test('a date and an instant are said in the day of China', () => {
  expect(day('2026-11-20')).toBe('2026年11月20日');
  expect(day('2026-11-20T17:00:00.000Z')).toBe('2026年11月21日');
  expect(moment('2026-11-20T01:05:00.000Z')).toBe('2026年11月20日 09:05');
});

test('nothing is a dash and what is no date stands', () => {
  expect(day(undefined)).toBe('—');
  expect(moment('')).toBe('—');
  expect(day('长期')).toBe('长期');
});

test('dense lists leave out this year', () => {
  expect(shortMoment('2026-11-20T01:05:00.000Z', now)).toBe('11-20 09:05');
  expect(shortMoment('2025-12-31T15:59:00.000Z', now)).toBe('2025-12-31 23:59');
});
