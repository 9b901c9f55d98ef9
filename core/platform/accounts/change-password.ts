import type { Updateable } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { hashPassword, passwordMatches, requireStrongPassword } from './password.ts';
import { endSessions } from './sessions.ts';
import { countFailure, loginIndexOf, refuseWhenLocked } from './sign-in.ts';
import { type AccountRow, accountTables, type SessionLimit } from './tables.ts';

type PasswordParts = Pick<
  Platform,
  'database' | 'clock' | 'config' | 'cipher' | 'access' | 'ids' | 'audit' | 'random'
>;

/**
 * The holder chooses a new password; every other session of the account ends. Throws WRONG_CREDENTIALS for a wrong
 * present password, which counts towards the lock, PASSWORD_TOO_WEAK, PASSWORD_UNCHANGED.
 */
export async function changePassword(
  platform: PasswordParts,
  actor: Actor,
  passwords: { current: string; next: string },
): Promise<void> {
  if (actor.sessionId === undefined) throw errors.UNAUTHENTICATED();
  const { database, clock, config, audit } = platform;
  const loginIndex = loginIndexOf(platform.cipher, actor.login);
  await refuseWhenLocked(database, loginIndex, clock.now());
  const account = await accountTables(database)
    .selectFrom('platform.account')
    .select(['password_hash', 'kind', 'second_factor_confirmed'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  if (!(await passwordMatches(platform, account.password_hash, passwords.current))) {
    if (!(await countFailure(platform, loginIndex))) throw errors.ACCOUNT_LOCKED();
    throw errors.WRONG_CREDENTIALS({ detail: '原密码不正确。' });
  }
  if (passwords.next === passwords.current) throw accountErrors.PASSWORD_UNCHANGED();
  requireStrongPassword(passwords.next, actor.login);
  const passwordHash = await hashPassword(platform, passwords.next);
  const mustEnrol =
    account.kind === 'staff' && config.staffSecondFactor === 'required' && !account.second_factor_confirmed;
  const limitedTo: SessionLimit | null = mustEnrol ? 'second-factor' : null;
  await database.transaction().execute(async (trx) => {
    const tables = accountTables(trx);
    await tables
      .updateTable('platform.account')
      .set({ password_hash: passwordHash, password_expired: false })
      .where('id', '=', actor.accountId)
      .execute();
    await tables
      .updateTable('platform.session')
      .set({ limited_to: limitedTo })
      .where('id', '=', actor.sessionId as string)
      .execute();
    await endSessions(trx, clock.now(), 'password-changed', {
      account: actor.accountId,
      except: actor.sessionId,
    });
    await audit.write(trx, actor, { action: 'password.change', subject: actor.login });
  });
}

/**
 * The one way back for somebody who lost the password: a security administrator hands over a temporary one,
 * which must be changed at the next sign-in.
 */
export async function resetPassword(
  platform: PasswordParts,
  actor: Actor,
  accountId: string,
): Promise<{ temporaryPassword: string }> {
  const temporaryPassword = makeTemporaryPassword(platform.random);
  const change = { password_hash: await hashPassword(platform, temporaryPassword), password_expired: true };
  await reset(platform, actor, accountId, 'password.reset', change);
  return { temporaryPassword };
}

/** The same for somebody who lost the authenticator: another is enrolled at the next sign-in. */
export async function resetSecondFactor(
  platform: PasswordParts,
  actor: Actor,
  accountId: string,
): Promise<void> {
  const change = { second_factor_sealed: null, second_factor_confirmed: false };
  await reset(platform, actor, accountId, 'second-factor.reset', change);
}

async function reset(
  { access, database, clock, cipher, audit }: PasswordParts,
  actor: Actor,
  accountId: string,
  action: string,
  change: Updateable<AccountRow>,
): Promise<void> {
  access.require(actor, 'credential.reset');
  if (accountId === actor.accountId) throw accountErrors.SELF_RESET();
  await database.transaction().execute(async (trx) => {
    const tables = accountTables(trx);
    const account = await tables
      .updateTable('platform.account')
      .set(change)
      .where('id', '=', accountId)
      .returning('login')
      .executeTakeFirst();
    if (account === undefined) throw accountErrors.ACCOUNT_NOT_FOUND();
    const loginIndex = loginIndexOf(cipher, account.login);
    await tables.deleteFrom('platform.sign_in_failure').where('login_index', '=', loginIndex).execute();
    await endSessions(trx, clock.now(), actor.accountId, { account: accountId });
    await audit.write(trx, actor, { action, subject: account.login });
  });
}

/** 80 bits of chance in letters and digits that are not mistaken for one another, in the form passwords must have. */
function makeTemporaryPassword(random: Platform['random']): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  const letters = [...random.bytes(16)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `T-${letters.match(/.{4}/g)?.join('-')}-7`;
}
