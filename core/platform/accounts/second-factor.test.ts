import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { changePassword, resetPassword, resetSecondFactor } from './change-password.ts';
import { createAccount } from './create-account.ts';
import { confirmSecondFactor, enrolSecondFactor } from './enrol-second-factor.ts';
import { acceptedStep } from './second-factor.ts';
import { resolveSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

const password = 'Correct-Horse-9';
const period = 30_000;

test('the codes are those of RFC 6238 (its test vectors, to 6 digits)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const accepted = (seconds: number, code: string) => acceptedStep(secret, code, new Date(seconds * 1000), 0);
  expect(accepted(59, '287082')).toBe(1);
  expect(accepted(1111111109, '081804')).toBe(37037036);
  expect(accepted(1234567890, '005924')).toBe(41152263);
  expect(accepted(59, '287083')).toBeUndefined();
  expect(accepted(59, '')).toBeUndefined();
});

describe('second factor', () => {
  let platform: TestPlatform;
  let count = 0;
  let login: string;
  let accountId: string;

  beforeAll(async () => {
    platform = await testPlatform({ config: { staffSecondFactor: 'required' } });
  });
  afterAll(() => platform.close());
  beforeEach(async () => {
    count += 1;
    login = `clerk-${count}`;
    accountId = await createAccount(platform, systemActor, {
      login,
      password,
      name: '李四',
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role: 'acceptor', office: '320402', purpose: '窗口受理' }],
    });
  });

  const codeOf = (uri: string, offset = 0) => {
    const secret = new URL(uri).searchParams.get('secret') as string;
    return new TOTP({ secret }).generate({ timestamp: platform.clock.now().getTime() + offset });
  };
  const enrol = async (): Promise<{ uri: string; actor: Actor; token: string }> => {
    const { actor, token } = await signIn(platform, { account: login, password });
    const { uri } = await enrolSecondFactor(platform, actor);
    await confirmSecondFactor(platform, actor, codeOf(uri));
    return { uri, actor, token };
  };

  test('staff without one may only enrol, then hold their roles in the same session', async () => {
    const { actor, token } = await signIn(platform, { account: login, password });
    expect(actor).toMatchObject({ limitedTo: 'second-factor', grants: [] });
    expect(() => platform.access.require(actor, 'case.accept', { office: '320402' })).toThrow(
      expect.objectContaining({ code: 'SECOND_FACTOR_ENROLMENT_REQUIRED', status: 403 }),
    );
    const { uri, secret } = await enrolSecondFactor(platform, actor);
    expect(uri).toContain(`secret=${secret}`);
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/恒产:clerk-/);
    await expect(confirmSecondFactor(platform, actor, '000000')).rejects.toMatchObject({
      code: 'SECOND_FACTOR_WRONG',
    });
    await confirmSecondFactor(platform, actor, codeOf(uri));
    const full = await resolveSession(platform, token);
    expect(full).toMatchObject({ grants: [{ role: 'acceptor', office: '320402' }] });
    expect(full).not.toHaveProperty('limitedTo');
  });

  test('once enrolled a code is asked; a neighbouring step passes, an older one not', async () => {
    const { uri } = await enrol();
    platform.clock.advance(10 * period);
    await expect(signIn(platform, { account: login, password })).rejects.toMatchObject({
      code: 'SECOND_FACTOR_REQUIRED',
    });
    await expect(
      signIn(platform, { account: login, password, code: codeOf(uri, -2 * period) }),
    ).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    const { actor } = await signIn(platform, { account: login, password, code: codeOf(uri, -period) });
    expect(actor.grants).toHaveLength(1);
  });

  test('a code works once, also for two at the same moment', async () => {
    const { uri } = await enrol();
    platform.clock.advance(10 * period);
    const code = codeOf(uri);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 3 }, () => signIn(platform, { account: login, password, code })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    await expect(signIn(platform, { account: login, password, code })).rejects.toMatchObject({
      code: 'SECOND_FACTOR_WRONG',
    });
  });

  test('wrong codes lock like wrong passwords', async () => {
    await enrol();
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(signIn(platform, { account: login, password, code: '000000' })).rejects.toMatchObject({
        code: 'SECOND_FACTOR_WRONG',
      });
    }
    await expect(signIn(platform, { account: login, password })).rejects.toMatchObject({
      code: 'ACCOUNT_LOCKED',
    });
  });

  test('an enrolled factor is not replaced by whoever holds a session', async () => {
    const { actor } = await enrol();
    await expect(enrolSecondFactor(platform, actor)).rejects.toMatchObject({
      code: 'SECOND_FACTOR_ALREADY_ENROLLED',
    });
  });

  test('the way back after losing both: sessions end, a new password first, then a new factor', async () => {
    const { token } = await enrol();
    await resetSecondFactor(platform, systemActor, accountId);
    const { temporaryPassword } = await resetPassword(platform, systemActor, accountId);
    expect(await resolveSession(platform, token)).toBeUndefined();
    const { actor, token: next } = await signIn(platform, { account: login, password: temporaryPassword });
    expect(actor).toMatchObject({ limitedTo: 'password', grants: [] });
    await changePassword(platform, actor, { current: temporaryPassword, next: 'Another-Horse-8' });
    expect(await resolveSession(platform, next)).toMatchObject({ limitedTo: 'second-factor' });
    await expect(signIn(platform, { account: login, password: temporaryPassword })).rejects.toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });

  test('a temporary password alone does not get past an authenticator that is still there', async () => {
    await enrol();
    const { temporaryPassword } = await resetPassword(platform, systemActor, accountId);
    await expect(signIn(platform, { account: login, password: temporaryPassword })).rejects.toMatchObject({
      code: 'SECOND_FACTOR_REQUIRED',
    });
  });

  test('changing the password ends the other sessions and keeps this one', async () => {
    const { actor, token, uri } = await enrol();
    platform.clock.advance(10 * period);
    const other = await signIn(platform, { account: login, password, code: codeOf(uri) });
    await expect(
      changePassword(platform, actor, { current: 'wrong', next: 'Another-Horse-8' }),
    ).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
    for (const weak of ['short-1A', 'alllowercase1', `Xy1-${login}`]) {
      await expect(changePassword(platform, actor, { current: password, next: weak })).rejects.toMatchObject({
        code: 'PASSWORD_TOO_WEAK',
      });
    }
    await expect(
      changePassword(platform, actor, { current: password, next: password }),
    ).rejects.toMatchObject({
      code: 'PASSWORD_UNCHANGED',
    });
    await changePassword(platform, actor, { current: password, next: 'Another-Horse-8' });
    expect(await resolveSession(platform, token)).toBeDefined();
    expect(await resolveSession(platform, other.token)).toBeUndefined();
  });
});
