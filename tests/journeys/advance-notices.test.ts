import { giveMortgageNotice, type Member, type Situation } from '@hengchan/demonstration';
import { callService, toldAbout } from '@hengchan/exchange';
import { endedRights, findUnit, type Right, type RightKind } from '@hengchan/register';
import type { CaseExample } from '@hengchan/registration';
import { toShanghaiDate } from '@hengchan/standards';
import { expect, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import type { ProblemBody } from '../support/client.ts';
import { type Given, prepareCity } from '../support/given.ts';
import { gatherCompany, type JourneyOptions, journey } from '../support/journey.ts';
import { office } from '../support/world.ts';

/** What is particular to advance notices: what they stop, what goes with them, and what they become. */
const city = prepareCity();
const { given, stateOf } = city;

/** Codes of the rules that stop a case. */
async function stopping(run: (options: JourneyOptions) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  await run({
    refused: ({ body }) => found.push(...((body as ProblemBody).findings ?? []).map(({ code }) => code)),
  });
  return found;
}

const playing = ({ situation, stage }: Given, role: string) =>
  situation.application.parties
    .filter((party) => party.role === role)
    .flatMap((party) =>
      Object.values(stage.cast.members)
        .flat()
        .filter(({ identity }) => identity.idNumber === party.idNumber)
        .slice(0, 1),
    );
const named = (situation: Given, role: string) =>
  playing(situation, role).map(({ identity }) => identity.name);
const names = (people: readonly { name: string }[] | undefined) => people?.map((person) => person.name);
const partyOf = (role: string, { identity }: ReturnType<typeof playing>[number]) => ({ role, ...identity });

async function rightsOf<K extends RightKind>(unit: string, kind: K): Promise<Extract<Right, { kind: K }>[]> {
  const state = await findUnit(city.world.platform.database, office, unit);
  return (state?.rights ?? []).filter((right): right is Extract<Right, { kind: K }> => right.kind === kind);
}
const noticesOf = async (unit: string) => {
  const all = await rightsOf(unit, 'advance-notice');
  return {
    sale: all.find(({ content }) => content.noticeKind <= '2'),
    loan: all.find(({ content }) => content.noticeKind > '2'),
  };
};
const past = async (unit: string) => {
  const { items } = await endedRights(city.world.platform.database, office, unit);
  return items.flatMap(({ right }) => (right.kind === 'advance-notice' ? [right] : []));
};

/** The developer gets the title of the home that was noted while it was built. */
async function complete(noted: Given, developer: Member): Promise<void> {
  const state = await stateOf(noted.unit);
  await noted.stage.enter([
    {
      facts: state.unit,
      type: 'first-registration',
      unit: noted.unit,
      reason: '首次登记',
      rightType: '4',
      coOwnership: '0',
      holders: [noted.stage.holder(developer.identity)],
    },
  ]);
}

/** Applies as somebody, with others at hand besides those of the situation. */
async function applyAs(
  opener: Member,
  { application, ...situation }: Situation,
  others: readonly (readonly [role: string, member: Member])[],
  change: Partial<CaseExample>,
  options: JourneyOptions = {},
): Promise<CaseView> {
  const actors = new Map(situation.actors.map((actor) => [actor.account, actor]));
  for (const [role, { account, password, signsInAs: name }] of others)
    actors.set(account, { account, password, name, roles: [role] });
  const { account, password } = opener;
  const company = await gatherCompany(city.enter, {
    ...situation,
    opener: { account, password },
    actors: [...actors.values()],
  });
  const opened = await company.opener.post<CaseView>('/api/cases', { ...application, ...change });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return journey(opened.body.caseNo, company, options);
}

test('both notices in one case, with the number of the filed contract, and the housing department is told (ONL-HCD-03)', async () => {
  const noted = await given('hcd-double-notice');
  const { exchange } = city.world.product.registration;
  const about = { office, caseNo: 'practice' };
  const people = (role: string) =>
    playing(noted, role).map(({ identity: { name, idType, idNumber } }) => ({ name, idType, idNumber }));
  const filed = await callService(
    exchange,
    'housing',
    'file-contract',
    {
      ...about,
      kind: 'new-home',
      unitCode: noted.unit,
      sellers: people('obligor'),
      buyers: people('claimant'),
      price: 128_000_000,
      area: '89.5',
      signedOn: toShanghaiDate(noted.stage.now),
    },
    { ...about, messageNo: `practice-${noted.unit}` },
  );
  if (filed.outcome !== 'answered') throw new Error(filed.text);
  const done = await noted.run();
  expect(done.result?.entries.map((entry) => entry.effect)).toEqual(['advance-notice', 'advance-notice']);
  expect(new Set(done.result?.certificates.map(({ number }) => number)).size).toBe(2);
  const { sale, loan } = await noticesOf(noted.unit);
  expect(sale?.content).toMatchObject({
    noticeKind: '1',
    amount: 128_000_000,
    contractNumber: filed.data.contractNo,
  });
  expect(loan?.content).toMatchObject({ noticeKind: '3', mortgage: { principal: 80_000_000 } });
  expect(names(loan?.content.obligors)).toEqual(named(noted, 'claimant'));
  const told = () => toldAbout(exchange, city.world.platform.database, office, done.caseNo);
  await expect
    .poll(told, { timeout: 20_000 })
    .toContainEqual(expect.objectContaining({ peer: 'housing', status: 'delivered' }));
}, 120_000);

test('from the notice of a home being built to the title and the mortgage that counts from it (ONL-DEV-03, BNK-08)', async () => {
  const noted = await given('hcd-double-notice');
  await noted.run();
  const again = await given('dev-presale-notice');
  const twice = await stopping((options) => again.run({ units: [noted.unit] }, options));
  expect(twice).toContain('NOT_NOTICED_YET');
  const [developer] = playing(noted, 'obligor');
  await complete(noted, developer as Member);
  const { sale, loan } = await noticesOf(noted.unit);

  const toAnother = await given('dev-new-home-transfer');
  const buyers = toAnother.situation.application.parties.filter((party) => party.role === 'transferee');
  const parties = [partyOf('transferor', developer as Member), ...buyers];
  const sold = await stopping((options) =>
    applyAs(
      developer as Member,
      toAnother.situation,
      [['transferor', developer as Member]],
      { units: [noted.unit], parties },
      options,
    ),
  );
  expect(sold).toContain('NOTICE_CONSENTED');

  const fulfilled = await given('bnk-double-notice-conversion');
  const { noticeNumber: _sale, mortgageNoticeNumber: _loan, ...form } = fulfilled.situation.application.form;
  const became = { obligor: 'transferor', claimant: 'transferee', mortgagee: 'mortgagee' };
  const sides = Object.entries(became).flatMap(([was, role]) =>
    playing(noted, was).map((member) => [role, member] as const),
  );
  const done = await applyAs(playing(noted, 'mortgagee')[0] as Member, fulfilled.situation, sides, {
    units: [noted.unit],
    parties: sides.map(([role, member]) => partyOf(role, member)),
    form,
  });
  expect(done.result?.entries.map((entry) => entry.effect)).toEqual(['transfer', 'mortgage']);
  const [title] = await rightsOf(noted.unit, 'ownership');
  expect(names(title?.holders)).toEqual(named(noted, 'claimant'));
  const [mortgage] = await rightsOf(noted.unit, 'mortgage');
  expect(mortgage?.content.noticedFrom).toBe(toShanghaiDate(loan?.registeredAt ?? new Date(0)));
  expect(await rightsOf(noted.unit, 'advance-notice')).toEqual([]);
  const ended = await past(noted.unit);
  expect(ended.map(({ id }) => id).sort()).toEqual([sale?.id, loan?.id].sort());
  expect(ended.every(({ endedReason }) => endedReason === '预告登记转本登记')).toBe(true);
}, 240_000);

test('what was promised passes, and the mortgage is promised by who has it now; the bank stays (ONL-BNK-05)', async () => {
  const passed = await given('bnk-double-notice-transfer');
  const before = await noticesOf(passed.unit);
  await passed.run();
  const { sale, loan } = await noticesOf(passed.unit);
  expect(names(sale?.holders)).toEqual(named(passed, 'newClaimant'));
  expect(names(loan?.content.obligors)).toEqual(named(passed, 'newClaimant'));
  expect(names(loan?.holders)).toEqual(named(passed, 'mortgagee'));
  const ended = await past(passed.unit);
  expect(ended.map((right) => right.certificate).sort()).toEqual(
    [before.sale?.certificate, before.loan?.certificate].sort(),
  );
}, 120_000);

test('another bank takes the place of the first with the new buyer (ONL-BNK-05)', async () => {
  const passed = await given('bnk-double-notice-transfer');
  const other = passed.stage.cast.members.bank.find(
    ({ identity }) => !named(passed, 'mortgagee').includes(identity.name),
  );
  if (!other) throw new Error('no other bank');
  const { application } = passed.situation;
  const parties = [...application.parties, partyOf('newMortgagee', other)];
  const [bank] = playing(passed, 'mortgagee');
  await applyAs(bank as Member, passed.situation, [['newMortgagee', other]], { parties });
  const { sale, loan } = await noticesOf(passed.unit);
  expect(names(sale?.holders)).toEqual(named(passed, 'newClaimant'));
  expect(names(loan?.holders)).toEqual([other.identity.name]);
  expect(names(loan?.content.obligors)).toEqual(named(passed, 'newClaimant'));
}, 120_000);

test('what changes of both is new, what was is history, the rest stays (ONL-BNK-06)', async () => {
  const changed = await given('bnk-double-notice-alteration');
  const before = await noticesOf(changed.unit);
  await changed.run();
  const { sale, loan } = await noticesOf(changed.unit);
  expect(sale?.content).toMatchObject({
    amount: 126_000_000,
    contractNumber: before.sale?.content.contractNumber,
  });
  const { mortgage } = loan?.content ?? {};
  expect(mortgage).toEqual({ ...before.loan?.content.mortgage, principal: 76_000_000 });
  expect(loan?.content.amount).toBe(76_000_000);
  const ended = await past(changed.unit);
  expect(ended.map(({ content }) => content.amount).sort()).toEqual([128_000_000, 80_000_000].sort());
}, 120_000);

test('where only the price changes, the notice of the mortgage stays as it is (ONL-BNK-06)', async () => {
  const changed = await given('bnk-double-notice-alteration');
  const before = await noticesOf(changed.unit);
  const { form } = changed.situation.application;
  const done = await changed.run({ form: { ...form, principal: '800000.00' } });
  expect(done.result?.entries.length).toBe(1);
  const { sale, loan } = await noticesOf(changed.unit);
  expect(sale?.content.amount).toBe(126_000_000);
  expect(loan).toEqual(before.loan);
}, 120_000);

test('with both notices gone the home is free again (ONL-BNK-07)', async () => {
  const ended = await given('bnk-double-notice-cancellation');
  await ended.run();
  expect(await rightsOf(ended.unit, 'advance-notice')).toEqual([]);
  const again = await given('dev-presale-notice');
  expect((await again.run({ units: [ended.unit] })).status).toBe('completed');
}, 120_000);

test('a mortgage promised on it goes with a notice that passes alone, where the bank agrees (ONL-PER-16)', async () => {
  const passed = await given('per-notice-transfer');
  const [mortgagee] = passed.stage.cast.members.bank;
  if (!mortgagee) throw new Error('no bank');
  const obligors = playing(passed, 'claimant');
  await giveMortgageNotice(passed.stage, passed.unit, { kind: '3', mortgagee, obligors });
  const { application } = passed.situation;
  const parties = [...application.parties, partyOf('consenting', mortgagee)];
  const others = [['consenting', mortgagee]] as const;
  const done = await applyAs(obligors[0] as Member, passed.situation, others, { parties });
  expect(done.result?.entries.length).toBe(2);
  const { sale, loan } = await noticesOf(passed.unit);
  expect(names(sale?.holders)).toEqual(named(passed, 'newClaimant'));
  expect(names(loan?.content.obligors)).toEqual(named(passed, 'newClaimant'));
}, 120_000);

test('what a court pre-seized from the buyer is registered to them and seized from then on (ONL-PER-17)', async () => {
  const fulfilled = await given('per-notice-conversion');
  const [buyer] = playing(fulfilled, 'transferee');
  const { stage, unit } = fulfilled;
  await stage.enter([
    {
      type: 'seizure',
      unit,
      reason: '预查封',
      kind: '3',
      authority: { name: '演示市人民法院', kind: 'court' },
      caseNumber: '（2026）苏演预3号',
      documentNumber: '（2026）苏演预协3号',
      deliveredAt: stage.now.toISOString(),
      term: { unit: 'month', count: 36 },
      respondent: stage.seal((buyer as Member).identity),
    },
  ]);
  expect((await fulfilled.run()).status).toBe('completed');
  const [title] = await rightsOf(unit, 'ownership');
  expect(names(title?.holders)).toEqual(named(fulfilled, 'transferee'));
  expect((await rightsOf(unit, 'seizure')).map(({ content }) => content.kind)).toEqual(['1']);
  expect(await rightsOf(unit, 'advance-notice')).toEqual([]);
}, 120_000);

test('a new name of who was promised it is a change, of nobody else and nothing else (ONL-PER-15)', async () => {
  const renamed = await given('per-notice-alteration');
  const { parties, form } = renamed.situation.application;
  const [before] = await rightsOf(renamed.unit, 'advance-notice');
  const asBefore = { ...form, matter: 'name', newValue: named(renamed, 'claimant')[0] };
  const stops = await stopping((options) => renamed.run({ form: asBefore }, options));
  expect(stops).toContain('NOTICE_CHANGES');
  const other = parties.map((party) => ({ ...party, name: '演示改名' }));
  const stranger = await stopping((options) => renamed.run({ parties: other }, options));
  expect(stranger).toContain('NOTICE_CHOSEN');
  expect(await rightsOf(renamed.unit, 'advance-notice')).toEqual([before]);
}, 120_000);

test('ninety days after registration was possible a notice protects nobody any more (民法典 221)', async () => {
  const asked = await given('per-notice-cancellation');
  const { stage } = asked;
  const [facts] = await stage.survey({ rightType: '4' });
  const [developer] = stage.cast.members.developer;
  if (!facts || !developer) throw new Error('nothing to build');
  const effect = {
    type: 'advance-notice',
    unit: facts.code,
    reason: '商品房预售',
    noticeKind: '1',
    holders: playing(asked, 'claimant').map(({ identity }) => stage.holder(identity)),
    coOwnership: '0',
    obligors: [stage.seal(developer.identity)],
    registrableFrom: toShanghaiDate(new Date(stage.now.getTime() - 92 * 86_400_000)),
    facts,
  } as const;
  await stage.enter([effect], 5);
  const { proofNumber: _other, ...form } = asked.situation.application.form;
  const stops = await stopping((options) => asked.run({ units: [facts.code], form }, options));
  expect(stops).toContain('NOTICE_CHOSEN');
  const again = await given('dev-presale-notice');
  expect((await again.run({ units: [facts.code] })).status).toBe('completed');
  expect(await rightsOf(facts.code, 'advance-notice')).toHaveLength(1);
}, 120_000);
