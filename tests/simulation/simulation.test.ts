import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTheatre, type Theatre } from './theatre.ts';

const maintenance = inject('postgresUrl');
/** One seed that stays, and one that is another every time. To see a run again, put its seed here. */
const seeds = [20261120, Date.now() % 1_000_000];

describe.skipIf(!maintenance)('random cases of every business', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  }, 120_000);
  afterAll(() => theatre?.close());

  test.each(seeds)(
    'keep what must always hold, seed %i',
    async (seed) => {
      const report = await theatre.play(seed, 80);
      expect(report.entries).toBeGreaterThan(theatre.cast.homes.length);
    },
    300_000,
  );
});
