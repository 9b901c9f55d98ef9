import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '../access/actor.ts';
import { administrators, type RoleCode, roles } from '../access/permissions.ts';
import { type TestPlatform, testActor, testPlatform } from '../testing/index.ts';
import { createAccount } from './create-account.ts';
import { grantRole, revokeRole } from './grant-role.ts';
import { resolveSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountTables } from './tables.ts';

const password = 'Correct-Horse-9';
const hour = 3_600_000;

describe('granting roles', () => {
  let platform: TestPlatform;
  let count = 0;
  let account: string;
  let login: string;
  const security = testActor({ roles: [{ role: 'security-admin' }] });

  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    count += 1;
    login = `staff-${count}`;
    account = await createAccount(platform, systemActor, {
      login,
      password,
      name: '王五',
      kind: 'staff',
      backgroundChecked: true,
    });
  });

  const grant = (role: string, office = '320402', expiresAt?: Date, by: Actor = security) =>
    grantRole(platform, by, { account, role, office, purpose: '测试', expiresAt });
  const insert = (role: string, office: string) =>
    accountTables(platform.database)
      .insertInto('platform.role_grant')
      .values({
        id: platform.ids.uuid(),
        account,
        role,
        office,
        purpose: 'straight into the table',
        granted_by: 'sql',
        granted_at: platform.clock.now(),
        expires_at: null,
        revoked_at: null,
        revoked_by: null,
      })
      .execute();

  test('works at the holder’s next request, and taking it away too', async () => {
    const { token } = await signIn(platform, { account: login, password });
    const id = await grant('acceptor');
    const holding = (await resolveSession(platform, token)) as Actor;
    expect(platform.access.allows(holding, 'case.accept', { office: '320402' })).toBe(true);
    expect(platform.access.allows(holding, 'case.accept', { office: '320404' })).toBe(false);
    await revokeRole(platform, security, { account, id });
    const without = (await resolveSession(platform, token)) as Actor;
    expect(without.grants).toEqual([]);
    await expect(revokeRole(platform, security, { account, id })).rejects.toMatchObject({
      code: 'GRANT_NOT_FOUND',
    });
  });

  test('a grant that runs out takes the session with it, at that moment', async () => {
    await grant('acceptor', '320402', new Date(platform.clock.now().getTime() + hour / 4));
    const { token } = await signIn(platform, { account: login, password });
    platform.clock.advance(hour / 4 - 1);
    expect((await resolveSession(platform, token))?.grants).toHaveLength(1);
    platform.clock.advance(1);
    expect(await resolveSession(platform, token)).toBeUndefined();
    const again = await signIn(platform, { account: login, password });
    expect(again.actor.grants).toEqual([]);
    expect(await resolveSession(platform, again.token)).toBeDefined();
  });

  test('a grant that ran out makes room for a new one', async () => {
    await grant('system-admin', '*', new Date(platform.clock.now().getTime() + hour));
    platform.clock.advance(hour);
    await grant('audit-admin', '*');
    const { actor } = await signIn(platform, { account: login, password });
    expect(actor.grants).toEqual([{ role: 'audit-admin', office: '*' }]);
  });

  test.each([
    ['twice the same', 'acceptor', 'acceptor', 'GRANT_EXISTS'],
    ['two administrators', 'system-admin', 'audit-admin', 'ADMINISTRATORS_SEPARATED'],
    ['an administrator who also works', 'security-admin', 'acceptor', 'ADMINISTRATORS_SEPARATED'],
    ['a worker who also administers', 'acceptor', 'system-admin', 'ADMINISTRATORS_SEPARATED'],
  ])('refuses %s', async (_, first, second, code) => {
    await grant(first, '*');
    await expect(grant(second, '*')).rejects.toMatchObject({ code });
  });

  test('of two administrator roles granted at the same moment one is refused', async () => {
    const outcomes = await Promise.allSettled(administrators.map((role) => grant(role, '*')));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  test('the database itself refuses a second administrator role', async () => {
    await insert('system-admin', '*');
    await expect(insert('audit-admin', '320402')).rejects.toThrow(/role_grant_one_administrator/);
  });

  test('refuses what cannot be: unknown roles, implicit roles, nobody, citizens, the past, oneself', async () => {
    const yesterday = new Date(platform.clock.now().getTime() - 24 * hour);
    await expect(grant('king')).rejects.toMatchObject({ code: 'ROLE_NOT_FOUND' });
    await expect(grant('citizen')).rejects.toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    await expect(grant('acceptor', '*', yesterday)).rejects.toMatchObject({ code: 'GRANT_EXPIRY_PAST' });
    await expect(
      grant('acceptor', '*', undefined, { ...security, accountId: account }),
    ).rejects.toMatchObject({
      code: 'SELF_GRANT',
    });
    const citizen = { login: `${login}-c`, password, name: '赵六', kind: 'person' as const };
    account = await createAccount(platform, systemActor, citizen);
    await expect(grant('acceptor')).rejects.toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    account = platform.ids.uuid();
    await expect(grant('acceptor')).rejects.toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  test('only a security administrator grants', async () => {
    const others = (Object.keys(roles) as RoleCode[]).filter((role) => role !== 'security-admin');
    for (const role of others) {
      const actor = testActor({ roles: [{ role }] });
      await expect(grant('acceptor', '*', undefined, actor), role).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
  });
});
