import { readCast } from '@hengchan/demonstration';
import { createAccount, systemActor } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorkeeper } from '../support/journey.ts';
import { makeWorld, office, password, type World } from '../support/world.ts';
import { allPosts } from './application.ts';
import type { LegalCase } from './legal-case.ts';
import { type Court, type Later, runCase } from './run-case.ts';
import { subjects } from './table/index.ts';

/** The table of legal cases (docs/legal-cases.md), each tried on the server: what the law says of it is what comes of it. */
let world: World;
let court: Court;
beforeAll(async () => {
  world = await makeWorld({ city: 40 });
  const cast = await readCast(world.platform.database);
  const info = world.product.registration.offices.get(office);
  if (!cast || !info) throw new Error('no demonstration here');
  await createAccount(world.platform, systemActor, {
    login: allPosts.account,
    password,
    name: allPosts.name,
    kind: 'staff',
    backgroundChecked: true,
    roles: ['acceptor', 'reviewer', 'approver'].map((role) => ({ role, office, purpose: '一人多岗' })),
  });
  court = { world, cast, office: info, enter: doorkeeper(world), password };
}, 240_000);
afterAll(() => world?.close());

const allCases = subjects.flatMap(({ cases }) => cases);
const turns = new Map(allCases.map(({ no }, turn) => [no, turn]));

describe.each(subjects)('$title', ({ cases }) => {
  test.concurrent.each([...cases])('$no $asks', { timeout: 120_000 }, (legal) => play(legal));
});

/** Cases that wait for days to pass, and what is then to be seen. */
const waiting = new Map<string, Later>();

async function play(legal: LegalCase): Promise<void> {
  const later = await runCase(court, legal, turns.get(legal.no) ?? 0);
  if (later) waiting.set(legal.no, later);
}

describe('when the days of a public notice are over', () => {
  beforeAll(() => moveClock(40));

  test.each(allCases.filter(({ outcome }) => 'waits' in outcome && outcome.later))(
    '$no $asks',
    { timeout: 120_000 },
    async ({ no }) => {
      const later = waiting.get(no);
      if (!later) throw new Error('it never came to wait');
      await later();
    },
  );
});

async function moveClock(days: number): Promise<void> {
  const answer = await fetch(`${world.server.address}/api/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at: new Date(Date.now() + days * 86_400_000).toISOString() }),
  });
  expect(answer.status).toBe(200);
}
