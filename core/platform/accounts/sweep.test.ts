import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { createAccount } from './create-account.ts';
import { lockAccount } from './lock-account.ts';
import { resolveSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountTables } from './tables.ts';

const password = 'Correct-Horse-9';
const day = 24 * 3_600_000;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform();
});
afterAll(() => platform.close());

test('what is over goes after a while; open sessions and locks stay', async () => {
  const { database, clock, jobs } = platform;
  const create = (login: string) =>
    createAccount(platform, systemActor, { login, password, name: '张三', kind: 'person' });
  await create('first');
  const second = await create('second');
  await signIn(platform, { account: 'first', password });
  await signIn(platform, { account: 'nobody', password }).catch(() => undefined);
  await lockAccount(platform, systemActor, second);
  const left = async () => {
    const sessions = await accountTables(database).selectFrom('platform.session').select('id').execute();
    const failures = await accountTables(database)
      .selectFrom('platform.sign_in_failure')
      .select('login_index')
      .execute();
    return { sessions: sessions.length, failures: failures.length };
  };
  await jobs.drain();
  expect(await left()).toEqual({ sessions: 1, failures: 2 });
  clock.advance(day + 1);
  await jobs.drain();
  expect(await left()).toEqual({ sessions: 1, failures: 1 });
  clock.advance(31 * day);
  const { token } = await signIn(platform, { account: 'first', password });
  await jobs.drain();
  expect(await left()).toEqual({ sessions: 1, failures: 1 });
  expect(await resolveSession(platform, token)).toBeDefined();
  await expect(signIn(platform, { account: 'second', password })).rejects.toMatchObject({
    code: 'ACCOUNT_LOCKED',
  });
});
