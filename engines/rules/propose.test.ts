import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulesMigrations } from './index.ts';
import { listProposals } from './list-proposals.ts';
import { decideProposal, type NewProposal, proposeSetting, withdrawProposal } from './propose.ts';
import { nearestSettings } from './rulebook.ts';
import { automaticDecision, loadActivations, tables } from './store.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform({ migrations: [rulesMigrations] });
});
afterAll(() => platform?.close());

const manager = (accountId: string, office = '*') =>
  testActor({ accountId, name: accountId, roles: [{ role: 'business-manager', office }] });
const one = manager('one');
const other = manager('other');

const wanted = (change: Partial<NewProposal> = {}): NewProposal => ({
  rule: 'SMALL',
  business: '*',
  office: '*',
  enabled: false,
  parameters: {},
  reason: '试验',
  ...change,
});
const propose = async (change: Partial<NewProposal>, actor = one) =>
  (await proposeSetting(platform, actor, wanted(change))).id;
const approve = (id: string, actor = other) =>
  decideProposal(platform, actor, id, { approve: true, note: '同意' });
const inForce = async (rule: string, scope = { business: 'picnic', office: '320402' }) =>
  nearestSettings(await loadActivations(platform.database, platform.clock.now()), scope).get(rule);

describe('a setting holds', () => {
  test('when somebody else approved it, and not before', async () => {
    const id = await propose({ rule: 'A', parameters: { limit: 6 } });
    expect(await inForce('A')).toBeUndefined();
    await approve(id);
    expect(await inForce('A')).toMatchObject({ enabled: false, parameters: { limit: 6 }, revision: 1 });
  });

  test('never when it was refused or withdrawn', async () => {
    const refused = await propose({ rule: 'B' });
    await decideProposal(platform, other, refused, { approve: false, note: '不同意' });
    const withdrawn = await propose({ rule: 'B' });
    await withdrawProposal(platform, one, withdrawn);
    expect(await inForce('B')).toBeUndefined();
    await expect(approve(refused)).rejects.toMatchObject({ code: 'PROPOSAL_DECIDED' });
    await expect(approve(withdrawn)).rejects.toMatchObject({ code: 'PROPOSAL_DECIDED' });
  });

  test('from the day it is to hold, and what held before until then', async () => {
    await approve(await propose({ rule: 'C', parameters: { limit: 1 } }));
    await approve(await propose({ rule: 'C', parameters: { limit: 2 }, effectiveOn: '2026-12-01' }));
    expect((await inForce('C'))?.parameters).toEqual({ limit: 1 });
    const then = await loadActivations(platform.database, new Date('2026-11-30T16:00:00Z'));
    expect(then.find((each) => each.rule === 'C')?.parameters).toEqual({ limit: 2 });
    const before = await loadActivations(platform.database, new Date('2026-11-30T15:59:59Z'));
    expect(before.find((each) => each.rule === 'C')?.parameters).toEqual({ limit: 1 });
  });

  test('for one business and not for another (REG-ACC-15); the most particular one wins', async () => {
    await approve(await propose({ rule: 'D', business: 'picnic' }));
    await approve(await propose({ rule: 'D', business: 'picnic', office: '320402', enabled: true }));
    expect((await inForce('D'))?.enabled).toBe(true);
    expect((await inForce('D', { business: 'picnic', office: '330802' }))?.enabled).toBe(false);
    expect(await inForce('D', { business: 'wedding', office: '320402' })).toBeUndefined();
  });
});

describe('nobody', () => {
  test('decides what they proposed themselves: refused, and impossible in the database', async () => {
    const id = await propose({ rule: 'E' });
    await expect(approve(id, one)).rejects.toMatchObject({ code: 'PROPOSAL_BY_SAME_PERSON', status: 403 });
    const insert = (values: { proposed_by: string; decided_by: string; outcome: 'approved' | 'refused' }) =>
      tables(platform.database)
        .insertInto('rules.decision')
        .values({
          office: '*',
          rule: 'E',
          business: '*',
          revision: 1,
          note: null,
          decided_by_name: '一',
          decided_at: platform.clock.now(),
          effective_from: values.outcome === 'approved' ? platform.clock.now() : null,
          ...values,
        })
        .execute();
    for (const outcome of ['approved', 'refused'] as const)
      await expect(insert({ proposed_by: 'one', decided_by: 'one', outcome })).rejects.toThrow(
        /decided_by_another/,
      );
    // Nor by saying that somebody else proposed it.
    await expect(insert({ proposed_by: 'two', decided_by: 'one', outcome: 'approved' })).rejects.toThrow(
      /foreign key/,
    );
  });

  test('alters what was proposed or decided', async () => {
    const { database } = platform;
    for (const table of ['rules.proposal', 'rules.decision'])
      for (const statement of [`UPDATE ${table} SET revision = 9`, `DELETE FROM ${table}`])
        await expect(sql.raw(statement).execute(database)).rejects.toThrow(/permission denied/);
  });

  test('proposes or decides without the permission at that office, or withdraws what is not theirs', async () => {
    const clerk = testActor({ accountId: 'clerk', roles: [{ role: 'acceptor' }] });
    const local = manager('local', '320402');
    await expect(propose({ rule: 'F' }, clerk)).rejects.toMatchObject({ status: 403 });
    await expect(propose({ rule: 'F' }, local)).rejects.toMatchObject({ status: 403 });
    await expect(propose({ rule: automaticDecision }, clerk)).rejects.toMatchObject({ status: 403 });
    const here = await propose({ rule: 'F', office: '320402' }, local);
    const everywhere = await propose({ rule: 'F' });
    await expect(approve(everywhere, local)).rejects.toMatchObject({ status: 403 });
    await expect(approve(here, clerk)).rejects.toMatchObject({ status: 403 });
    await expect(withdrawProposal(platform, local, everywhere)).rejects.toMatchObject({
      code: 'PROPOSAL_BY_ANOTHER',
    });
    await approve(here);
  });

  test('proposes without a reason, for a day that is over, or while another proposal waits', async () => {
    await expect(propose({ rule: 'G', reason: ' ' })).rejects.toMatchObject({
      errors: [{ path: '/reason' }],
    });
    await expect(propose({ rule: 'G', effectiveOn: '2026-11-19' })).rejects.toMatchObject({
      errors: [{ path: '/effectiveOn' }],
    });
    await propose({ rule: 'G' });
    await expect(propose({ rule: 'G' }, other)).rejects.toMatchObject({ code: 'PROPOSAL_WAITING' });
  });
});

test('of many who act at once, one proposes and one decides', async () => {
  const tries = await Promise.allSettled(
    ['one', 'other', 'third', 'fourth'].map((name) => propose({ rule: 'H' }, manager(name))),
  );
  const made = tries.filter((each) => each.status === 'fulfilled');
  expect(made).toHaveLength(1);
  for (const each of tries)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'PROPOSAL_WAITING' });
  const id = made[0]?.value ?? '';
  const decisions = await Promise.allSettled(
    ['fifth', 'sixth', 'seventh'].map((name) => approve(id, manager(name))),
  );
  expect(decisions.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(await loadActivations(platform.database, platform.clock.now(), 'H')).toHaveLength(1);
});

test('the history says who proposed, who decided, when and why; newest first, page by page', async () => {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listProposals(platform.database, { limit: 3, cursor });
    all.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  const { items } = await listProposals(platform.database, { limit: 100 });
  expect(all).toEqual(items.map((item) => item.id));
  expect(items.find((item) => item.rule === 'A')).toMatchObject({
    outcome: 'approved',
    proposed_by_name: 'one',
    decided_by_name: 'other',
    reason: '试验',
    note: '同意',
  });
  const waiting = await listProposals(platform.database, { state: 'waiting', limit: 100 });
  expect(waiting.items.map((item) => item.rule).sort()).toEqual(['E', 'F', 'G']);
});
