import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { endSessions } from './sessions.ts';
import { loginIndexOf } from './sign-in.ts';
import { accountTables } from './tables.ts';

type LockParts = Pick<Platform, 'database' | 'clock' | 'cipher' | 'access' | 'audit'>;

/** Later than any session lasts and any clock will be set. */
const endOfTime = new Date('9999-12-31T00:00:00Z');

/** Keeps an account out until it is unlocked, and ends its sessions. */
export async function lockAccount(platform: LockParts, actor: Actor, id: string): Promise<void> {
  platform.access.require(actor, 'session.manage');
  const { database, clock, audit } = platform;
  const { login, index } = await loginOf(platform, id);
  const locked = { failures: 0, last_at: clock.now(), locked_until: endOfTime };
  await database.transaction().execute(async (trx) => {
    await accountTables(trx)
      .insertInto('platform.sign_in_failure')
      .values({ login_index: index, ...locked })
      .onConflict((conflict) => conflict.column('login_index').doUpdateSet(locked))
      .execute();
    await endSessions(trx, clock.now(), actor.accountId, { account: id });
    await audit.write(trx, actor, { action: 'account.lock', subject: login });
  });
}

/** Lets an account in again, whether a person or too many wrong passwords locked it. */
export async function unlockAccount(platform: LockParts, actor: Actor, id: string): Promise<void> {
  platform.access.require(actor, 'session.manage');
  const { login, index } = await loginOf(platform, id);
  await platform.database.transaction().execute(async (trx) => {
    await accountTables(trx)
      .deleteFrom('platform.sign_in_failure')
      .where('login_index', '=', index)
      .execute();
    await platform.audit.write(trx, actor, { action: 'account.unlock', subject: login });
  });
}

async function loginOf(
  { database, cipher }: LockParts,
  id: string,
): Promise<{ login: string; index: string }> {
  const row = await accountTables(database)
    .selectFrom('platform.account')
    .select('login')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw accountErrors.ACCOUNT_NOT_FOUND();
  return { login: row.login, index: loginIndexOf(cipher, row.login) };
}
