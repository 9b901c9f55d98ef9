import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedClock } from './clock.ts';
import { makeIds } from './ids.ts';
import { seededRandom } from './random.ts';

test('ids are version 7, and sort as they were made while the clock stands or goes on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 300 }),
      fc.integer(),
      (steps, seed) => {
        const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
        const ids = makeIds(clock, seededRandom(seed));
        const made = steps.map((step) => {
          clock.advance(step);
          return ids.uuid();
        });
        expect([...made].sort()).toEqual(made);
        for (const id of made)
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      },
    ),
  );
});

test('more ids than a millisecond holds still differ and sort', () => {
  const ids = makeIds(fixedClock(new Date(0)), seededRandom(1));
  const made = Array.from({ length: 10_000 }, () => ids.uuid());
  expect(new Set(made).size).toBe(10_000);
  expect([...made].sort()).toEqual(made);
});

test('a token cannot be told from another by its length', () => {
  const ids = makeIds(fixedClock(new Date(0)), seededRandom(1));
  expect(ids.token()).toMatch(/^[\w-]{43}$/);
  expect(ids.token()).not.toBe(ids.token());
});
