import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/client.ts';
import { person } from '../support/people.ts';
import { party } from '../support/situations.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
}, 120_000);
afterAll(() => world?.close());

interface Found {
  items: { code: string; outcome: string; facts: { comparison: { what: string; agrees: boolean }[] } }[];
}

test('holder, number, kind of right and term of the certificate are compared with the register one by one (REG-AUD-07)', async () => {
  const [seller, buyer] = [person(851), person(852)];
  const home = await world.home(5851, [seller]);
  const owner = await world.as(seller);
  const { body } = await owner.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', seller), party('transferee', buyer)],
    form: { price: '1.00', coOwnership: '0', certificateNumber: home.certificate },
  });
  const { caseNo } = body;
  await owner.act(caseNo, 'submit');
  await until(owner, caseNo, (view) => view.status === 'confirming');
  for (const who of [seller, buyer]) await (await world.as(who)).act(caseNo, 'confirm', { understood: true });
  const acceptor = await world.as('acceptor');
  await until(acceptor, caseNo, (view) => view.availableActions.some(({ action }) => action === 'accept'));
  await acceptor.act(caseNo, 'accept');
  const reviewer = await world.as('reviewer');
  await until(reviewer, caseNo, (view) =>
    view.availableActions.some(({ action }) => action === 'approve-review'),
  );
  await reviewer.act(caseNo, 'approve-review');
  const { items } = (await reviewer.get<Found>(`/api/cases/${caseNo}/findings`)).body;
  const found = items.find(({ code }) => code === 'TITLE_FACTS_AGREE');
  expect(found?.outcome).toBe('pass');
  expect(found?.facts.comparison.map(({ what, agrees }) => [what, agrees])).toEqual([
    ['权利人', true],
    ['证号', true],
    ['权利类型', true],
    ['权利期限', true],
  ]);
});
