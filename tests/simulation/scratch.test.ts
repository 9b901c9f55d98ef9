import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { type Theatre, openTheatre } from './theatre.ts';
let theatre: Theatre;
beforeAll(async () => { theatre = await openTheatre(); }, 120_000);
afterAll(() => theatre?.close());
const seeds = Array.from({ length: 30 }, (_, i) => 8000 + i);
test.each(seeds)('seed %i', async (seed) => {
  try {
  const report = await theatre.play(seed, 300);
  writeFileSync(`/tmp/sim-${seed}.json`, JSON.stringify(report, null, 1));
  } catch (e) { writeFileSync(`/tmp/simfail-${seed}.txt`, String((e as Error).message)); throw e; }
}, 600_000);
