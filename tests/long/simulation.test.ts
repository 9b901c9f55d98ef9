import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTheatre, type Theatre } from '../simulation/theatre.ts';

const maintenance = inject('postgresUrl');
const first = Date.now() % 1_000_000;
const seeds = Array.from({ length: 60 }, (_, at) => first + at);

describe.skipIf(!maintenance)('many random cases of every business', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  }, 120_000);
  afterAll(() => theatre?.close());

  test.each(seeds)('keep what must always hold, seed %i', async (seed) => {
    const report = await theatre.play(seed, 400);
    expect(report.entries).toBeGreaterThan(theatre.cast.homes.length);
  });
});
