import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/people.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ city: 60 });
}, 120_000);
afterAll(() => world?.close());

const day = 86_400_000;

async function post<Body>(url: string, body: object): Promise<Body> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status, url).toBe(200);
  return (await answer.json()) as Body;
}

const identityOf = (n: number) => {
  const { name, idType, idNumber } = person(n);
  return { name, idType, idNumber };
};

/** What the housing department writes down by itself, with no message of the platform before it. */
const fileContract = (n: number) =>
  post<{ filedAt: string; signedOn: string }>(`${world.outside.urls.housing}/demo/contracts`, {
    unitCode: `${office}001001GB00001F0001${n}`,
    sellers: [identityOf(n)],
    buyers: [identityOf(n + 1)],
  });

interface Moved {
  at: string;
  departments: { moved: string[]; silent: string[] };
}
const moveTo = (at: string | null) => post<Moved>(`${world.server.address}/api/demo/clock`, { at });

test('departments are as far on as the platform at once, and back again', async () => {
  const ahead = new Date(Date.now() + 400 * day).toISOString();
  const moved = await moveTo(ahead);
  expect(moved.departments.moved).toContain('housing');
  expect(moved.departments.silent).toEqual([]);
  const { filedAt } = await fileContract(4001);
  expect(Math.abs(Date.parse(filedAt) - Date.parse(ahead))).toBeLessThan(day);
  await moveTo(null);
  const later = await fileContract(4003);
  expect(Math.abs(Date.parse(later.filedAt) - Date.now())).toBeLessThan(day);
});

test('stand-ins that are gone are named, and the platform moves all the same', async () => {
  const dead = { version: 1, controls: { housing: 'http://127.0.0.1:1' } };
  writeFileSync(join(world.folder, 'exchange', 'controls.json'), JSON.stringify(dead));
  const at = new Date(Date.now() + 10 * day).toISOString();
  const moved = await moveTo(at);
  expect(Math.abs(Date.parse(moved.at) - Date.parse(at))).toBeLessThan(day);
  expect(moved.departments).toEqual({ moved: [], silent: ['housing'] });
});
