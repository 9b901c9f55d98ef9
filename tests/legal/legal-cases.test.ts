import { readCast } from '@hengchan/demonstration';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { doorkeeper } from '../support/journey.ts';
import { makeWorld, office, password, type World } from '../support/world.ts';
import { type Court, runCase } from './run-case.ts';
import { subjects } from './table/index.ts';

/** The table of legal cases (docs/legal-cases.md), each tried on the server: what the law says of it is what comes of it. */
let world: World;
let court: Court;
beforeAll(async () => {
  world = await makeWorld({ city: 40 });
  const cast = await readCast(world.platform.database);
  const info = world.product.registration.offices.get(office);
  if (!cast || !info) throw new Error('no demonstration here');
  court = { world, cast, office: info, enter: doorkeeper(world), password };
}, 240_000);
afterAll(() => world?.close());

const turns = new Map(subjects.flatMap(({ cases }) => cases).map(({ no }, turn) => [no, turn]));

describe.each(subjects)('$title', ({ cases }) => {
  test.concurrent.each([...cases])('$no $asks', { timeout: 120_000 }, (legal) =>
    runCase(court, legal, turns.get(legal.no) ?? 0),
  );
});
