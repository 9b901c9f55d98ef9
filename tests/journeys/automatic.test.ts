import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { mortgage, party } from '../support/situations.ts';
import { makeWorld, office, type World } from '../support/world.ts';

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
  expect(
    (await manager.request('PUT', `/api/automatic-businesses/${office}`, { businesses: ['resale-transfer'] }))
      .status,
  ).toBe(400);
  expect(
    (
      await manager.request('PUT', `/api/automatic-businesses/${office}`, {
        businesses: ['mortgage-cancellation'],
      })
    ).status,
  ).toBe(204);

  const on = await cancelMortgage(402);
  const done = await until(on.client, on.caseNo, (view) => view.status === 'completed');
  expect(done.acceptedAt).toBeDefined();
  const history = await (await world.as('supervisor')).get<{ items: { mode: string; effect: string }[] }>(
    `/api/register/units/${on.home.code}/history`,
  );
  expect(history.body.items.at(-1)).toMatchObject({ effect: 'mortgage-cancellation', mode: 'automatic' });
});

test('what a source did not confirm goes to a person, with the open point on record', async () => {
  world.outside.fault('market', { kind: 'error', times: 20 });
  const { client, caseNo } = await cancelMortgage(403);
  await until(client, caseNo, (view) => view.status === 'accepting');
  const history = await client.get<{ items: { action: string; comment?: string }[] }>(
    `/api/cases/${caseNo}/history`,
  );
  expect(history.body.items.find((line) => line.action === 'screen')?.comment).toContain('市场监管部门');
});
