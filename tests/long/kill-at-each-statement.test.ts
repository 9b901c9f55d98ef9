import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type EntryStage, faultsAfterKill, stageEntry, statementsOf } from '../faults/entry-stage.ts';
import { everyKill } from '../faults/kill-points.ts';

const maintenance = inject('postgresUrl');

describe.skipIf(!maintenance)('a server killed at every statement of an entry', () => {
  let stage: EntryStage;
  beforeAll(async () => {
    stage = await stageEntry(maintenance);
  }, 120_000);
  afterAll(() => stage?.close());

  test('loses nothing and does nothing twice, wherever it was', async () => {
    const points = everyKill(await statementsOf(stage));
    const found: Record<string, string[]> = {};
    const lanes = [0, 1].map(async (lane) => {
      for (const { name, kill } of points.filter((_, at) => at % 2 === lane)) {
        const faults = await faultsAfterKill(stage, kill);
        if (faults.length > 0) found[name] = faults;
      }
    });
    await Promise.all(lanes);
    expect(found).toEqual({});
    // Each statement in three ways: fewer would mean that the entry was not seen whole.
    expect(points.length).toBeGreaterThan(200);
  });
});
