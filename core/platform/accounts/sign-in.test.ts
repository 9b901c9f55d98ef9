import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { changeAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { lockAccount, unlockAccount } from './lock-account.ts';
import { hashToken, resolveSession } from './sessions.ts';
import { signIn, signOut } from './sign-in.ts';
import { accountTables } from './tables.ts';

const password = 'Correct-Horse-9';
const minute = 60_000;

describe('signing in', () => {
  let platform: TestPlatform;
  let count = 0;
  let login: string;
  let accountId: string;

  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    count += 1;
    login = `citizen-${count}`;
    accountId = await createAccount(platform, systemActor, { login, password, name: '张三', kind: 'person' });
  });

  const refusal = (account: string, given: string) =>
    signIn(platform, { account, password: given }).then(
      () => 'let in',
      (problem: { code: string; status: number; title: string; detail?: string }) => ({
        code: problem.code,
        status: problem.status,
        title: problem.title,
        detail: problem.detail,
      }),
    );

  test('opens a session that says who is asking', async () => {
    const { token, actor } = await signIn(platform, { account: ` ${login.toUpperCase()} `, password });
    expect(actor).toMatchObject({ accountId, login, name: '张三', kind: 'person', grants: [] });
    expect(await resolveSession(platform, token)).toEqual(actor);
    expect(await resolveSession(platform, `${token}x`)).toBeUndefined();
  });

  test('keeps only the hash of the token, and names sealed', async () => {
    const { token } = await signIn(platform, { account: login, password });
    const session = await accountTables(platform.database)
      .selectFrom('platform.session')
      .selectAll()
      .where('account', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(session)).not.toContain(token);
    expect(session.token_hash).toBe(hashToken(token));
    const account = await accountTables(platform.database)
      .selectFrom('platform.account')
      .selectAll()
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(account)).not.toContain('张三');
    expect(account.password_hash).toMatch(/^\$argon2id\$/);
  });

  test('answers alike for a wrong password and a login nobody has, attempt by attempt until the lock', async () => {
    const nobody = `nobody-${count}`;
    for (let attempt = 1; attempt <= 7; attempt++) {
      const known = await refusal(login, 'wrong');
      expect(await refusal(nobody, 'wrong')).toEqual(known);
      expect(known).toMatchObject({ code: attempt <= 5 ? 'WRONG_CREDENTIALS' : 'ACCOUNT_LOCKED' });
    }
  });

  test('a lock keeps even the right password out, for 15 minutes', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await refusal(login, 'wrong');
    expect(await refusal(login, password)).toMatchObject({ code: 'ACCOUNT_LOCKED', status: 423 });
    platform.clock.advance(15 * minute - 1);
    expect(await refusal(login, password)).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    platform.clock.advance(1);
    expect(await refusal(login, password)).toBe('let in');
  });

  test('a success in between starts the count again', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await refusal(login, 'wrong');
    expect(await refusal(login, password)).toBe('let in');
    for (let attempt = 0; attempt < 4; attempt++) await refusal(login, 'wrong');
    expect(await refusal(login, password)).toBe('let in');
  });

  test('wrong passwords given at the same time are all counted', async () => {
    await Promise.all(Array.from({ length: 5 }, () => refusal(login, 'wrong')));
    expect(await refusal(login, password)).toMatchObject({ code: 'ACCOUNT_LOCKED' });
  });

  test('of many at the same time no more are told they are wrong than may be wrong', async () => {
    const heard = await Promise.all(Array.from({ length: 15 }, (_, at) => refusal(login, `wrong-${at}`)));
    const wrong = heard.filter((each) => typeof each === 'object' && each.code === 'WRONG_CREDENTIALS');
    expect(wrong).toHaveLength(5);
    expect(new Set(heard.map((each) => (typeof each === 'object' ? each.code : each)))).toEqual(
      new Set(['WRONG_CREDENTIALS', 'ACCOUNT_LOCKED']),
    );
  });

  test('an administrator locks, which ends sessions, and unlocks', async () => {
    const { token } = await signIn(platform, { account: login, password });
    await lockAccount(platform, systemActor, accountId);
    expect(await resolveSession(platform, token)).toBeUndefined();
    platform.clock.advance(60 * minute);
    expect(await refusal(login, password)).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    await unlockAccount(platform, systemActor, accountId);
    expect(await refusal(login, password)).toBe('let in');
  });

  test('a disabled account is told so only with the right password, and its sessions are over', async () => {
    const { token } = await signIn(platform, { account: login, password });
    await changeAccount(platform, systemActor, accountId, { status: 'disabled' });
    expect(await resolveSession(platform, token)).toBeUndefined();
    expect(await refusal(login, 'wrong')).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    expect(await refusal(login, password)).toMatchObject({ code: 'ACCOUNT_DISABLED' });
  });

  test('a session ends when idle for 30 minutes', async () => {
    const { token } = await signIn(platform, { account: login, password });
    platform.clock.advance(29 * minute);
    expect(await resolveSession(platform, token)).toBeDefined();
    platform.clock.advance(29 * minute);
    expect(await resolveSession(platform, token)).toBeDefined();
    platform.clock.advance(30 * minute);
    expect(await resolveSession(platform, token)).toBeUndefined();
  });

  test('a session ends after 12 hours however busy it is', async () => {
    const { token, expiresAt } = await signIn(platform, { account: login, password });
    expect(expiresAt.getTime() - platform.clock.now().getTime()).toBe(12 * 60 * minute);
    for (let passed = 20; passed < 12 * 60; passed += 20) {
      platform.clock.advance(20 * minute);
      expect(await resolveSession(platform, token)).toBeDefined();
    }
    platform.clock.advance(20 * minute);
    expect(await resolveSession(platform, token)).toBeUndefined();
  });

  test('signing out ends this session and no other', async () => {
    const first = await signIn(platform, { account: login, password });
    const second = await signIn(platform, { account: login, password });
    await signOut(platform, first.actor);
    expect(await resolveSession(platform, first.token)).toBeUndefined();
    expect(await resolveSession(platform, second.token)).toBeDefined();
  });

  test('success and refusal are both on record', async () => {
    await refusal(login, 'wrong');
    await signIn(platform, { account: login, password });
    const { rows } = await auditOf(platform, login);
    expect(rows).toEqual(['account.create', 'session.open', 'session.refuse']);
  });
});

async function auditOf(platform: TestPlatform, subject: string): Promise<{ rows: string[] }> {
  const { auditTables } = await import('../audit/tables.ts');
  const rows = await auditTables(platform.database)
    .selectFrom('platform.audit')
    .select('action')
    .where('subject', '=', subject)
    .orderBy('action')
    .execute();
  return { rows: rows.map((row) => row.action) };
}
