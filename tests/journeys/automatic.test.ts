import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { mortgage, party } from '../support/situations.ts';
import { makeAccount, makeWorld, office, password, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

async function cancelMortgage(n: number) {
  const [owner, lender] = [person(n), bank(n)];
  const home = await world.home(3000 + n, [owner]);
  await mortgage(world, home, owner, lender);
  const client = await world.as(lender);
  const opened = await client.post<{ caseNo: string }>('/api/cases', {
    business: 'mortgage-cancellation',
    office,
    units: [home.code],
    parties: [party('mortgagee', lender)],
    form: {},
  });
  await client.act(opened.body.caseNo, 'submit');
  return { client, caseNo: opened.body.caseNo, home };
}

test('only a business on the list is decided without a person, and is marked so (REG-BKG-01, 02)', async () => {
  const off = await cancelMortgage(401);
  await until(off.client, off.caseNo, (view) => view.status === 'accepting');

  const manager = await world.as('business-manager');
  await makeAccount(world.platform, { login: 'second-manager', role: 'business-manager' });
  const second = await signIn(world.server.address, 'second-manager', password);
  const proposeFor = (business: string) =>
    manager.post<{ id: string }>(`/api/automatic-businesses/${business}/proposals`, {
      office,
      enabled: true,
      reason: '材料都可核验',
    });
  expect((await proposeFor('resale-transfer')).status).toBe(400);
  const proposed = await proposeFor('mortgage-cancellation');
  expect(proposed.status).toBe(201);
  const decision = `/api/rule-proposals/${proposed.body.id}/decision`;
  const own = await manager.post<{ code: string }>(decision, { approve: true, note: '同意' });
  expect(own.body.code).toBe('PROPOSAL_BY_SAME_PERSON');
  const still = await cancelMortgage(404);
  await until(still.client, still.caseNo, (view) => view.status === 'accepting');
  expect((await second.post(decision, { approve: true, note: '同意' })).status).toBe(204);

  const on = await cancelMortgage(402);
  const done = await until(on.client, on.caseNo, (view) => view.status === 'completed');
  expect(done.acceptedAt).toBeDefined();
  const history = await (await world.as('supervisor')).get<{ items: { mode: string; effect: string }[] }>(
    `/api/register/units/${on.home.code}/history`,
  );
  expect(history.body.items.at(-1)).toMatchObject({ effect: 'mortgage-cancellation', mode: 'automatic' });
}, 180_000);

test('what a source did not confirm goes to a person, with the open point on record', async () => {
  world.outside.fault('market', { kind: 'error', times: 20 });
  const { client, caseNo } = await cancelMortgage(403);
  await until(client, caseNo, (view) => view.status === 'accepting');
  const history = await client.get<{ items: { action: string; comment?: string }[] }>(
    `/api/cases/${caseNo}/history`,
  );
  expect(history.body.items.find((line) => line.action === 'screen')?.comment).toContain('市场监管部门');
});
