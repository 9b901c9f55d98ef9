import { seededRandom } from '@hengchan/platform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outboxBackoff, waitAfter } from './backoff.ts';

const middle = { ...seededRandom(1), integer: () => 1000 };

test('doubles from the first wait up to the longest, and then gives up', () => {
  const policy = { firstMs: 1_000, longestMs: 5_000, attempts: 6 };
  expect([1, 2, 3, 4, 5, 6].map((attempt) => waitAfter(attempt, policy, middle))).toEqual([
    1_000,
    2_000,
    4_000,
    5_000,
    5_000,
    undefined,
  ]);
});

test('strays from the plain wait by at most a fifth', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 19 }), (seed, attempt) => {
      const plain = waitAfter(attempt, outboxBackoff, middle) ?? 0;
      const wait = waitAfter(attempt, outboxBackoff, seededRandom(seed)) ?? 0;
      expect(wait).toBeGreaterThanOrEqual(plain * 0.8 - 1);
      expect(wait).toBeLessThanOrEqual(plain * 1.2 + 1);
    }),
  );
});

test('the outbox is patient for about a day', () => {
  const waits = Array.from(
    { length: outboxBackoff.attempts - 1 },
    (_, index) => waitAfter(index + 1, outboxBackoff, middle) ?? 0,
  );
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(12);
  expect(hours).toBeLessThan(48);
});
