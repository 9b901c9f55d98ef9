import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, seededRandom } from '@hengchan/platform';
import { testDatabase } from '@hengchan/platform/testing';
import { inject } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { copyDatabase } from '../support/gated-database.ts';
import { makeHall } from '../support/town/hall.ts';
import { openTown } from '../support/town/town.ts';
import { assemble, type Cast } from './cast.ts';
import { beginsAt } from './play.ts';
import { type SimulationReport, simulate } from './simulation.ts';

/** A database with everybody in it, of which every run gets a copy: making accounts takes longer than playing. */
export interface Theatre {
  cast: Cast;
  play(seed: number, steps: number): Promise<SimulationReport>;
  close(): Promise<void>;
}

const homes = 10;

export async function openTheatre(): Promise<Theatre> {
  const database = await testDatabase(migrations);
  await database.database.destroy();
  const keys = mkdtempSync(join(tmpdir(), 'hengchan-theatre-'));
  const clock = fixedClock(beginsAt);
  const hall = makeHall({ clock, random: seededRandom(1) });
  const town = await openTown({ url: database.url, folder: keys, hall, clock, random: seededRandom(2) });
  const cast = await assemble(town.product.platform, homes);
  await town.close();
  return {
    cast,
    async play(seed, steps) {
      const copy = await copyDatabase(inject('postgresUrl'), database.url);
      try {
        return await simulate({ seed, steps, url: copy.url, keys, cast });
      } finally {
        await copy.drop();
      }
    },
    close: async () => {
      await database.close().catch(() => undefined);
      rmSync(keys, { recursive: true, force: true });
    },
  };
}
