import { giveNotice, seizeUnit, titledUnit } from '@hengchan/demonstration';
import { expect, test } from 'vitest';
import { signIn, until } from '../support/client.ts';
import { type Given, prepareCity } from '../support/given.ts';
import { makeAccount, office, password } from '../support/world.ts';

/** What is particular to transfers: everything or nothing, shares, courts, wills, and those who follow the house. */
const city = prepareCity();
const { given, stateOf } = city;

const titleOf = async (unit: string) => {
  const title = (await stateOf(unit)).rights.find((right) => right.kind === 'ownership');
  if (title?.kind !== 'ownership') throw new Error(`${unit} is nobody's`);
  return title;
};
const named = ({ situation }: Given, role: string) =>
  situation.application.parties.filter((party) => party.role === role).map((party) => party.name);

test('a sale with its mortgage: the buyer mortgages what was bought in the entry before', async () => {
  const sale = await given('hcd-resale-mortgage');
  const done = await sale.run();
  expect(done.result?.entries.map((entry) => entry.effect)).toEqual(['transfer', 'mortgage']);
  // Two registrations made at once are two 件.
  expect(done.payment?.lines.filter((line) => line.code.startsWith('fee-'))).toMatchObject([
    { code: 'fee-residential', amount: 8_000 },
    { code: 'fee-residential-mortgage', amount: 8_000 },
  ]);
  const { rights } = await stateOf(sale.unit);
  const mortgage = rights.find((right) => right.kind === 'mortgage');
  expect(mortgage?.kind === 'mortgage' && mortgage.content.mortgagors.map((each) => each.name)).toEqual(
    named(sale, 'transferee'),
  );
}, 120_000);

/** Two managers agree that an office does without a rule. */
async function switchOff(rule: string, business: string): Promise<void> {
  const { world } = city;
  const manager = await world.as('business-manager');
  await makeAccount(world.platform, { login: 'second-manager', role: 'business-manager' });
  const second = await signIn(world.server.address, 'second-manager', password);
  const proposal = { office, business, enabled: false, reason: '试行' };
  const proposed = await manager.post<{ id: string }>(`/api/rules/${rule}/proposals`, proposal);
  const decision = { approve: true, note: '同意试行' };
  const decided = await second.post(`/api/rule-proposals/${proposed.body.id}/decision`, decision);
  expect(decided.status, JSON.stringify(proposed.body)).toBe(204);
}

test('where the mortgage cannot be entered, the house is not sold either (ONL-HCD-02)', async () => {
  const sale = await given('hcd-resale-mortgage');
  const before = await titleOf(sale.unit);
  const { form } = sale.situation.application;
  // Without the rule the register itself is the last to look, after it has entered the sale.
  await switchOff('SECURED_AMOUNT_NAMED', 'hcd-resale-mortgage');
  const stopped = await sale.run(
    { form: { ...form, principal: '0.00' } },
    { before: (action) => action === 'retry' },
  );
  expect(stopped.waitingFor.map((each) => each.title)).toEqual(['登簿受阻处理']);
  expect((await stateOf(sale.unit)).rights).toEqual([before]);
}, 120_000);

test('the notice of a sale ends as it is fulfilled', async () => {
  const sale = await given('dev-new-home-transfer');
  const { members } = sale.stage.cast;
  const everybody = [...members.person, ...members.developer, ...members.company];
  const who = (role: string) => everybody.filter(({ identity }) => named(sale, role).includes(identity.name));
  await giveNotice(sale.stage, sale.unit, {
    kind: '2',
    claimants: who('transferee'),
    obligors: who('transferor'),
  });
  await sale.run();
  const { rights } = await stateOf(sale.unit);
  expect(rights.map((right) => right.kind)).toEqual(['ownership']);
}, 120_000);

test('what the court itself seized passes by its judgment, and the seizure ends (ONL-PER-23)', async () => {
  const judged = await given('per-judgment-transfer');
  const [court] = judged.stage.cast.members.court;
  const [former] = named(judged, 'formerHolder');
  const holder = judged.stage.cast.members.person.find(({ identity }) => identity.name === former);
  if (!court || !holder) throw new Error('nobody to seize from');
  await seizeUnit(judged.stage, judged.unit, court, holder);
  const { form } = judged.situation.application;
  await judged.run({ form: { ...form, authority: court.identity.name } });
  const { rights } = await stateOf(judged.unit);
  expect(rights.map((right) => right.kind)).toEqual(['ownership']);
  expect((await titleOf(judged.unit)).holders.map((each) => each.name)).toEqual(named(judged, 'transferee'));
}, 120_000);

test('a will before a notary is not announced, and the entry says that it was a bequest (ONL-PER-25)', async () => {
  const left = await given('per-inheritance');
  const { form } = left.situation.application;
  const done = await left.run({
    form: { ...form, ground: 'bequest', notarised: true, price: '1280000.00' },
  });
  expect(done.status).toBe('completed');
  expect(done.notices).toEqual([]);
  expect(done.payment?.lines.map((line) => line.code)).toContain('tax-deed-buyer');
  expect((await titleOf(left.unit)).content.reason).toBe('受遗赠');
}, 120_000);

test('a co-owner sells the own share alone; the other keeps theirs and a person looks at who may buy first', async () => {
  const sale = await given('per-resale-transfer');
  const { members } = sale.stage.cast;
  const taking = sale.situation.application.parties.map((party) => party.idNumber);
  const seller = members.person.find(({ identity }) => named(sale, 'transferor').includes(identity.name));
  const other = members.person.find(({ identity }) => !taking.includes(identity.idNumber));
  if (!seller || !other) throw new Error('nobody to hold');
  const half = { numerator: 1, denominator: 2 };
  const { facts, title } = await titledUnit(sale.stage, {
    rightType: '4',
    holders: [seller, other],
    shares: [half, half],
  });
  const { form } = sale.situation.application;
  const done = await sale.run({
    units: [facts.code],
    form: { ...form, certificateNumber: title.certificate },
  });
  const { holders, coOwnership } = await titleOf(facts.code);
  expect(coOwnership).toBe('2');
  expect(holders.map(({ name, share }) => ({ name, share }))).toEqual(
    [other.identity.name, ...named(sale, 'transferee')].map((name) => ({ name, share: half })),
  );
  const clerk = await city.enter('approver1', password);
  const { body } = await clerk.get<{ items: { code: string; outcome: string }[] }>(
    `/api/cases/${done.caseNo}/findings`,
  );
  expect(body.items).toContainEqual(
    expect.objectContaining({ code: 'PREEMPTION_RESPECTED', outcome: 'person' }),
  );
}, 120_000);

test('a spouse is added, by shares (ONL-PER-24)', async () => {
  const division = await given('per-spouses-division');
  const { parties, form } = division.situation.application;
  const share = (numerator: number) => ({ share: { numerator, denominator: 10 } });
  const [giver] = parties.filter((party) => party.role === 'transferor');
  const [taker] = parties.filter((party) => party.role === 'transferee');
  if (!giver || !taker) throw new Error('not two');
  await division.run({
    parties: [giver, { ...giver, role: 'transferee', ...share(3) }, { ...taker, ...share(7) }],
    form: { ...form, coOwnership: '2' },
  });
  const { holders, coOwnership } = await titleOf(division.unit);
  expect(coOwnership).toBe('2');
  expect(holders.map((each) => each.share?.numerator)).toEqual([3, 7]);
}, 120_000);

test('between spouses nothing is taxed, and only the certificate is paid for (ONL-PER-24)', async () => {
  const division = await given('per-spouses-division');
  const done = await division.run();
  expect(done.payment?.total).toBe(1_000);
  expect((await titleOf(division.unit)).content.reason).toBe('夫妻析产');
}, 120_000);

test('a receipt that is somebody else’s settles no tax (ONL-PER-19)', async () => {
  const bought = await given('per-new-home-tax-paid');
  const other = await given('per-new-home-tax-paid');
  const { form } = bought.situation.application;
  const { taxReceiptNumber } = other.situation.application.form;
  const stopped = await bought.run(
    { form: { ...form, taxReceiptNumber } },
    { before: (action) => action === 'retry' },
  );
  expect(stopped.waitingFor.map((each) => each.title)).toEqual(['登簿受阻处理']);
  expect(stopped.facts.find((fact) => fact.kind === 'tax-receipt')?.outcome).toBe('mismatch');
}, 120_000);

test('power, water, gas and broadcast answer on the page of the case (ONL-PER-21)', async () => {
  const sale = await given('per-resale-with-utilities');
  const done = await sale.run();
  const client = await city.enter(sale.situation.opener.account, sale.situation.opener.password);
  const told = await until(client, done.caseNo, ({ linked }) =>
    linked.every((each) => each.status === 'taken'),
  );
  expect(told.linked.map((each) => each.code).sort()).toEqual(['broadcast', 'fund', 'gas', 'power', 'water']);
  for (const matter of told.linked) expect(matter.receiptNo).toMatch(/^[A-Z]+-\d{8}$/);
}, 120_000);
