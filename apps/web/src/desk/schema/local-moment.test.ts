import { expect, test } from 'vitest';
import { instantOf, localMoment } from './local-moment.ts';

test('the wall clock of the registry comes back as it was typed', () => {
  expect(instantOf('2026-11-20T09:05')).toBe('2026-11-20T09:05:00+08:00');
  expect(localMoment(instantOf('2026-11-20T09:05'))).toBe('2026-11-20T09:05');
  expect(localMoment('2026-11-20T16:30:00.000Z')).toBe('2026-11-21T00:30');
});

test('nothing stays nothing', () => {
  expect(instantOf('')).toBe('');
  expect(localMoment('')).toBe('');
  expect(localMoment('soon')).toBe('');
});
