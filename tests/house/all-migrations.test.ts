import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { rooms, root } from './sources.ts';

test('the server migrates every room that has tables', () => {
  const withTables = rooms()
    .filter((room) => room !== 'core/platform' && existsSync(`${root}${room}/migrations`))
    .map((room) => room.replace(/.*\//, ''));
  expect(migrations.map(({ room }) => room).sort()).toEqual(withTables.sort());
});
