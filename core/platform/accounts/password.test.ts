import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { createAccount } from './create-account.ts';
import { signIn } from './sign-in.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());

const password = 'Correct-Horse-9';
const kept = async () =>
  (
    await sql<{ password_hash: string }>`
      SELECT password_hash FROM platform.account WHERE login = 'known'`.execute(platform.database)
  ).rows[0]?.password_hash;

test('a password is kept anew at the next sign-in once the settings say another way, and back again', async () => {
  await createAccount(platform, systemActor, { login: 'known', password, name: '郑十', kind: 'person' });
  expect(await kept()).toMatch(/^\$argon2id\$/);
  const national = { ...platform, config: { ...platform.config, passwordHash: 'pbkdf2-sm3' as const } };
  await expect(signIn(national, { account: 'known', password: 'Wrong-Horse-9' })).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  expect(await kept()).toMatch(/^\$argon2id\$/);
  await signIn(national, { account: 'known', password });
  const sm3 = await kept();
  expect(sm3).toMatch(/^\$pbkdf2-sm3\$i=\d+\$/);
  await signIn(national, { account: 'known', password });
  expect(await kept()).toBe(sm3);
  await expect(signIn(national, { account: 'known', password: 'Wrong-Horse-9' })).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  await signIn(platform, { account: 'known', password });
  expect(await kept()).toMatch(/^\$argon2id\$/);
});
