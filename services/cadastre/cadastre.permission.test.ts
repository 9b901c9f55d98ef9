import { anonymousActor } from '@hengchan/platform';
import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import { registerMigrations } from '@hengchan/register';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cadastre } from './cadastre.ts';
import { decide } from './decide.ts';
import { findAffectedParcels, findDifferences } from './find-differences.ts';
import { exportDistricts, exportEdition, exportOverlay, findDistricts } from './find-districts.ts';
import { findEditions, readEdition } from './find-editions.ts';
import { importEdition } from './import-edition.ts';
import { cadastreMigrations } from './index.ts';
import { restoreEdition } from './restore-edition.ts';
import { takeAffectedParcels, takeDifferences, takeDistricts } from './take-away.ts';
import { before, bytes, collection, office } from './testing/sheet.ts';

let platform: TestPlatform;
let cadastre: Cadastre;
const staff = (role: string, at = office) =>
  testActor({ accountId: `${role}-${at}`, name: role, roles: [{ role, office: at }] });
const actors = {
  surveyor: staff('surveyor'),
  approver: staff('approver'),
  reviewer: staff('reviewer'),
  cashier: staff('cashier'),
  'system-admin': staff('system-admin', '*'),
  'surveyor elsewhere': staff('surveyor', '330802'),
  'approver elsewhere': staff('approver', '330802'),
  citizen: testActor({ kind: 'person', accountId: 'citizen' }),
  nobody: anonymousActor,
} as const;
type Who = keyof typeof actors;

const key = { office, number: 1 };
const readers: readonly Who[] = ['surveyor', 'approver', 'reviewer'];
const editors: readonly Who[] = ['surveyor'];
const confirmers: readonly Who[] = ['approver'];

const methods: Record<string, { may: readonly Who[]; ask: (who: Who) => Promise<unknown> }> = {
  'see the districts': { may: readers, ask: (who) => findDistricts(cadastre, actors[who], { office }) },
  'see the editions': { may: readers, ask: (who) => findEditions(cadastre, actors[who], { office }) },
  'see an edition': { may: readers, ask: (who) => readEdition(cadastre, actors[who], key) },
  'see its shapes': { may: readers, ask: (who) => exportEdition(cadastre, actors[who], key) },
  'see those in force': { may: readers, ask: (who) => exportDistricts(cadastre, actors[who], { office }) },
  'see the overlay': { may: readers, ask: (who) => exportOverlay(cadastre, actors[who], key) },
  'see the differences': { may: readers, ask: (who) => findDifferences(cadastre, actors[who], key) },
  'see the parcels': { may: readers, ask: (who) => findAffectedParcels(cadastre, actors[who], key) },
  'take the differences away': { may: readers, ask: (who) => takeDifferences(cadastre, actors[who], key) },
  'take the parcels away': {
    may: readers,
    ask: (who) => takeAffectedParcels(cadastre, actors[who], key, {}),
  },
  'take the districts away': { may: readers, ask: (who) => takeDistricts(cadastre, actors[who], key) },
  import: {
    may: editors,
    ask: (who) =>
      importEdition(cadastre, actors[who], {
        office,
        title: '试',
        reason: '试',
        fileName: 'x',
        content: bytes(collection(before)),
      }),
  },
  restore: { may: editors, ask: (who) => restoreEdition(cadastre, actors[who], key, '试') },
  ...Object.fromEntries(
    (['submit', 'withdraw', 'discard', 'return', 'confirm'] as const).map((act) => [
      act,
      {
        may: act === 'confirm' || act === 'return' ? confirmers : editors,
        ask: (who: Who) => decide(cadastre, actors[who], key, { act, reason: '试' }),
      },
    ]),
  ),
};

beforeAll(async () => {
  platform = await testPlatform({ migrations: [registerMigrations, cadastreMigrations] });
  cadastre = { platform, offices: new Map([[office, { name: '演示登记中心' }]]) };
  await methods.import?.ask('surveyor');
});
afterAll(() => platform?.close());

const denied = ['FORBIDDEN', 'UNAUTHENTICATED'];

describe.each(Object.entries(methods))('%s', (_name, { may, ask }) => {
  test.each(Object.keys(actors) as Who[])('%s', async (who) => {
    const code = await ask(who).then(
      () => 'done',
      (problem: { code?: string }) => problem.code ?? String(problem),
    );
    expect(denied.includes(code), `${who}: ${code}`).toBe(!may.includes(who));
  });
});

test('whoever sees editions anywhere sees those of the own office only', async () => {
  const { items } = await findEditions(cadastre, actors['approver elsewhere'], {});
  expect(items).toEqual([]);
});
