import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type EntryStage, faultsAfterKill, type Kill, stageEntry, statementsOf } from './entry-stage.ts';
import { killPoints } from './kill-points.ts';

const maintenance = inject('postgresUrl');

/**
 * The process that enters a case is killed for good (SIGKILL) and another takes over. Here at the statements that matter most and a few
 * others; at all of them, in every way, in tests/long.
 */
describe.skipIf(!maintenance)('a server killed while it enters a case', () => {
  let stage: EntryStage;
  let points: { name: string; kill: Kill }[];
  beforeAll(async () => {
    stage = await stageEntry(maintenance);
    points = killPoints(await statementsOf(stage));
  }, 120_000);
  afterAll(() => stage?.close());

  test('loses nothing and does nothing twice, wherever it was', async () => {
    const [first = [], second = []] = [0, 1].map((lane) => points.filter((_, at) => at % 2 === lane));
    const found: Record<string, string[]> = {};
    // Two at a time: most of it is waiting for processes to start.
    const lane = async (mine: typeof points) => {
      for (const { name, kill } of mine) found[name] = await faultsAfterKill(stage, kill);
    };
    await Promise.all([lane(first), lane(second)]);
    expect(found).toEqual(Object.fromEntries(points.map(({ name }) => [name, []])));
  }, 180_000);
});
