import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, seededRandom } from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { saveSurveyedUnits } from '@hengchan/register';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { type Client, clientOver, type ProblemBody, signInOver } from '../support/client.ts';
import { office } from '../support/office.ts';
import { company } from '../support/people.ts';
import { makeFuse } from '../support/town/fuse.ts';
import { makeHall } from '../support/town/hall.ts';
import { openTown, type Town } from '../support/town/town.ts';
import { makeAccount, password, registerHome } from '../support/world.ts';

const most = 50;
const statements: string[] = [];
let database: TestDatabase;
let folder: string;
let town: Town;
let clerk: Client;

const surveyed = (n: number) => `${office}001001GB00002F0001${String(n).padStart(4, '0')}`;
const homes: string[] = [];

beforeAll(async () => {
  database = await testDatabase(migrations);
  folder = mkdtempSync(join(tmpdir(), 'hengchan-large-'));
  const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
  const fuse = makeFuse();
  const gate = { ...fuse.gate, after: (statement: string) => void statements.push(statement) };
  const hall = makeHall({ clock, random: seededRandom(1) });
  town = await openTown({ url: database.url, folder, hall, clock, fuse: { ...fuse, gate } });
  const { platform } = town.product;
  await makeAccount(platform, 'acceptor');
  const { token } = await signInOver(town.send, 'acceptor', password);
  clerk = clientOver(town.send, token);
  for (let n = 1; n <= most; n++) homes.push((await registerHome(platform, n, [company(1)])).code);
  const survey = Array.from({ length: most }, (_, index) => ({
    code: surveyed(index + 1),
    kind: 'house' as const,
    location: `常州市天宁区翠竹新村2幢${index + 1}室`,
    area: '98.76',
    use: '11',
    parcelCode: surveyed(1).slice(0, 19),
    rightsNature: '102',
  }));
  await saveSurveyedUnits(platform.database, office, survey, clock.now());
});

afterAll(async () => {
  await town.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a case and tells what that asked the database, in order. */
async function asked(business: string, role: string, units: readonly string[]): Promise<string[]> {
  const { name, idType, idNumber } = company(1);
  const parties = [{ role, name, idType, idNumber }];
  statements.length = 0;
  const answer = await clerk.post<{ no: string; units: unknown[] }>('/api/cases', {
    business,
    office,
    units,
    parties,
    form: {},
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect(answer.body.units).toHaveLength(units.length);
  return [...statements];
}

test.each([
  ['register', 'unit-lock', 'authority', () => homes],
  ['survey', 'sep-house-first', 'applicant', () => Array.from({ length: most }, (_, n) => surveyed(n + 1))],
])(
  'a case of fifty units of the %s is opened with as many statements as one of a single unit',
  async (_source, business, role, codes) => {
    await asked(business, role, codes().slice(0, 1));
    const one = await asked(business, role, codes().slice(0, 1));
    const fifty = await asked(business, role, codes());
    expect(one.length).toBeGreaterThan(5);
    expect(fifty).toHaveLength(one.length);
  },
);

test('what is wrong with several units is said of each', async () => {
  const answer = await clerk.post<ProblemBody>('/api/cases', {
    business: 'unit-lock',
    office,
    units: [homes[0], `${homes[0]?.slice(0, 27)} `, `${homes[0]?.slice(0, 24)}9999`, homes[0]],
    parties: [],
    form: {},
  });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([
    { path: '/units/1', message: expect.stringContaining('28') },
    { path: '/units/2', message: '该登记机构的登记簿中没有这个不动产单元，请核对单元代码' },
    { path: '/units/3', message: '不动产单元代码重复' },
  ]);
});
