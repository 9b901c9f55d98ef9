import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '../access/actor.ts';
import { type TestPlatform, testActor, testPlatform } from '../testing/index.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { delegate, revokeDelegation } from './delegate.ts';
import { grantRole, revokeRole } from './grant-role.ts';
import { listDelegations } from './list-delegations.ts';
import { resolveSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountTables } from './tables.ts';

const password = 'Correct-Horse-9';
const office = '320402';
const friday = new Date('2026-11-20T02:00:00Z');
const security = testActor({ roles: [{ role: 'security-admin' }] });

interface Colleague {
  id: string;
  /** As whom the next request comes. */
  actor(): Promise<Actor>;
}

describe('lending one’s posts', () => {
  let platform: TestPlatform;
  let count = 0;
  let giver: Colleague;
  let taker: Colleague;

  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());

  async function colleague(roles: string[], at = office): Promise<Colleague> {
    const login = `clerk-${++count}`;
    const id = await createAccount(platform, systemActor, {
      login,
      password,
      name: `职员${count}`,
      kind: 'staff',
      backgroundChecked: true,
    });
    for (const role of roles)
      await grantRole(platform, security, { account: id, role, office: at, purpose: '测试' });
    return {
      id,
      actor: async () => {
        const { token } = await signIn(platform, { account: login, password });
        const found = await resolveSession(platform, token);
        if (!found) throw new Error(`${login} is not signed in`);
        return found;
      },
    };
  }
  beforeEach(async () => {
    platform.clock.set(friday);
    giver = await colleague(['reviewer', 'approver']);
    taker = await colleague(['acceptor']);
  });

  const lend = async (change: object = {}) =>
    delegate(platform, await giver.actor(), {
      to: taker.id,
      from: '2026-11-20',
      until: '2026-11-22',
      reason: '年休假',
      ...change,
    });
  const lent = async () => (await taker.actor()).standsInFor;

  test('gives all of them for the days named, and nothing to the colleague’s own grants', async () => {
    await lend();
    const actor = await taker.actor();
    expect(actor.standsInFor).toMatchObject([
      {
        accountId: giver.id,
        grants: [
          { role: 'approver', office },
          { role: 'reviewer', office },
        ],
      },
    ]);
    expect(actor.grants).toEqual([{ role: 'acceptor', office }]);
    expect(platform.access.allows(actor, 'case.approve', { office })).toBe(false);
    expect((await giver.actor()).standsInFor).toBeUndefined();
  });

  test('gives only those named, and only from and to the days named', async () => {
    await lend({ roles: ['reviewer'], from: '2026-11-21' });
    expect(await lent()).toBeUndefined();
    platform.clock.set(new Date('2026-11-20T16:00:00Z'));
    expect((await lent())?.[0]?.grants).toEqual([{ role: 'reviewer', office }]);
    platform.clock.set(new Date('2026-11-22T15:59:59Z'));
    expect(await lent()).toHaveLength(1);
    platform.clock.set(new Date('2026-11-22T16:00:00Z'));
    expect(await lent()).toBeUndefined();
  });

  test('gives no more than the giver still holds', async () => {
    await lend();
    const { grants } = await giver.actor();
    expect(grants).toHaveLength(2);
    const [held] = await accountTables(platform.database)
      .selectFrom('platform.role_grant')
      .select('id')
      .where('account', '=', giver.id)
      .where('role', '=', 'approver')
      .execute();
    await revokeRole(platform, security, { account: giver.id, id: held?.id ?? '' });
    expect((await lent())?.[0]?.grants).toEqual([{ role: 'reviewer', office }]);
    await changeAccount(platform, testActor({ roles: [{ role: 'system-admin' }] }), giver.id, {
      status: 'disabled',
    });
    expect(await lent()).toBeUndefined();
  });

  test('is taken back at once, and is on record', async () => {
    const id = await lend();
    await revokeDelegation(platform, await giver.actor(), id);
    expect(await lent()).toBeUndefined();
    expect(await listDelegations(platform, await giver.actor())).toMatchObject([{ id, status: 'revoked' }]);
    await expect(revokeDelegation(platform, await giver.actor(), id)).rejects.toMatchObject({ status: 404 });
  });

  test('is not lent on: who stands in has no posts to lend but their own', async () => {
    await lend();
    const third = await colleague(['acceptor']);
    await delegate(platform, await taker.actor(), {
      to: third.id,
      from: '2026-11-20',
      until: '2026-11-21',
      reason: '年休假',
    });
    expect((await third.actor()).standsInFor).toMatchObject([
      { accountId: taker.id, grants: [{ role: 'acceptor', office }] },
    ]);
  });

  test.each([
    ['a day that does not exist', { from: '2026-11-31' }, '/from'],
    ['a first day that is past', { from: '2026-11-19' }, '/from'],
    ['a last day before the first', { from: '2026-11-23' }, '/until'],
    ['more than 90 days', { until: '2027-02-18' }, '/until'],
    ['a post one does not hold', { roles: ['cashier'] }, '/roles'],
    ['no reason', { reason: ' ' }, '/reason'],
  ])('is refused for %s', async (_what, change, path) => {
    await expect(lend(change)).rejects.toMatchObject({ status: 400, errors: [{ path }] });
  });

  test('is refused to oneself, to another office, to an administrator and to nobody', async () => {
    const far = await colleague(['reviewer'], '330802');
    const administrator = await colleague(['system-admin']);
    for (const to of [giver.id, far.id, administrator.id, '00000000-0000-7000-8000-00000000ffff'])
      await expect(lend({ to })).rejects.toMatchObject({ status: 409, code: 'DELEGATE_UNFIT' });
  });

  test('the database itself holds to 90 days', async () => {
    const insert = accountTables(platform.database)
      .insertInto('platform.delegation')
      .values({
        id: platform.ids.uuid(),
        giver: giver.id,
        taker: taker.id,
        roles: ['reviewer'],
        reason: '试',
        starts_at: friday,
        ends_at: new Date(friday.getTime() + 91 * 86_400_000),
        given_at: friday,
        revoked_at: null,
        revoked_by: null,
      })
      .execute();
    await expect(insert).rejects.toThrow(/check/);
  });
});
