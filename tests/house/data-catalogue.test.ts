import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { compareCatalogue } from '@hengchan/security';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms, root } from './sources.ts';

let open: TestDatabase;
beforeAll(async () => {
  const migrated = rooms().filter(
    (room) => room !== 'core/platform' && existsSync(`${root}${room}/migrations`),
  );
  open = await testDatabase(
    migrated.map((room) => ({
      room: room.replace(/.*\//, ''),
      folder: pathToFileURL(`${root}${room}/migrations/`),
    })),
  );
});
afterAll(() => open?.close());

// A failure names the column; it belongs in services/security/data/tables/<schema>.ts, under what it is and why it is held.
test('every column of every table stands once in the data catalogue, with purpose, ground and retention', async () => {
  expect(await compareCatalogue(open.database)).toEqual({ missing: [], surplus: [], twice: [] });
});

test('a column nobody put into the catalogue is noticed', async () => {
  await open.asOwner((owner) =>
    sql`ALTER TABLE platform.account ADD COLUMN favourite_colour text`.execute(owner),
  );
  expect((await compareCatalogue(open.database)).missing).toEqual(['platform.account.favourite_colour']);
  await open.asOwner((owner) =>
    sql`ALTER TABLE platform.account DROP COLUMN favourite_colour`.execute(owner),
  );
});
