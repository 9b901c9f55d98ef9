import { sql } from 'kysely';
import { type Actor, anonymousActor } from '../access/actor.ts';
import type { Database } from '../database/tables.ts';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { hashPassword, isKeptOtherwise, passwordMatches } from './password.ts';
import { signInPolicy } from './policy.ts';
import { acceptedStep } from './second-factor.ts';
import { endSessions, hashToken, resolveSession } from './sessions.ts';
import { accountTables, type SessionLimit } from './tables.ts';

type SignInParts = Pick<
  Platform,
  'database' | 'clock' | 'config' | 'cipher' | 'access' | 'ids' | 'audit' | 'random'
>;

export interface Credentials {
  /** The login; capitals do not matter. */
  account: string;
  password: string;
  /** Six digits of the authenticator, when one is enrolled. */
  code?: string | undefined;
  /** Where the request came from, for the list of sessions. */
  address?: string | undefined;
}

export interface SignedIn {
  token: string;
  actor: Actor;
  /** The moment the session ends however busy it is. */
  expiresAt: Date;
}

interface Account {
  id: string;
  login: string;
  kind: string;
  status: string;
  password_hash: string;
  password_expired: boolean;
  second_factor_sealed: string | null;
  second_factor_confirmed: boolean;
  second_factor_step: number;
}

/**
 * Opens a session. Throws WRONG_CREDENTIALS alike for an unknown login and a wrong password (and takes the same time),
 * ACCOUNT_LOCKED after too many of them, SECOND_FACTOR_REQUIRED or SECOND_FACTOR_WRONG, ACCOUNT_DISABLED.
 */
export async function signIn(platform: SignInParts, credentials: Credentials): Promise<SignedIn> {
  const { database, clock, cipher, config } = platform;
  const login = credentials.account.trim().toLowerCase();
  const loginIndex = loginIndexOf(cipher, login);
  await refuseWhenLocked(database, loginIndex, clock.now());
  const account = await findAccount(database, login);
  const fail = async (reason: string) => {
    const counted = await countFailure(platform, loginIndex);
    await writeFailure(platform, account?.id ?? 'unknown', login, reason);
    // Of many at once those beyond the last allowed hear what somebody with the right password hears by then: nothing is learnt.
    if (!counted) throw errors.ACCOUNT_LOCKED();
  };
  if (
    !(await passwordMatches(platform, account?.password_hash, credentials.password)) ||
    account === undefined
  ) {
    await fail('password');
    throw errors.WRONG_CREDENTIALS();
  }
  await refuseWhenLocked(database, loginIndex, clock.now());
  if (account.status !== 'enabled') {
    await writeFailure(platform, account.id, login, 'disabled');
    throw accountErrors.ACCOUNT_DISABLED();
  }
  if (account.second_factor_confirmed && account.second_factor_sealed !== null) {
    if (credentials.code === undefined) throw errors.SECOND_FACTOR_REQUIRED();
    const secret = cipher.open(account.second_factor_sealed);
    if (!(await useCode(platform, account, secret, credentials.code))) {
      await fail('second-factor');
      throw accountErrors.SECOND_FACTOR_WRONG();
    }
  }
  await keepAnew(platform, account, credentials.password);
  const mustEnrol =
    account.kind === 'staff' && config.staffSecondFactor === 'required' && !account.second_factor_confirmed;
  const limitedTo = account.password_expired ? 'password' : mustEnrol ? 'second-factor' : null;
  return openSession(platform, account, loginIndex, limitedTo, credentials.address);
}

/** A password kept another way than the settings say is kept that way from now on, unless it was changed meanwhile. */
async function keepAnew(
  platform: SignInParts,
  { id, password_hash }: Account,
  password: string,
): Promise<void> {
  if (!isKeptOtherwise(platform, password_hash)) return;
  await accountTables(platform.database)
    .updateTable('platform.account')
    .set({ password_hash: await hashPassword(platform, password) })
    .where('id', '=', id)
    .where('password_hash', '=', password_hash)
    .execute();
}

async function openSession(
  platform: SignInParts,
  account: Account,
  loginIndex: string,
  limitedTo: SessionLimit | null,
  address: string | undefined,
): Promise<SignedIn> {
  const { ids, clock, database, audit } = platform;
  const { sessionHours } = await signInPolicy(database);
  const token = ids.token();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await database.transaction().execute(async (trx) => {
    const tables = accountTables(trx);
    await tables.deleteFrom('platform.sign_in_failure').where('login_index', '=', loginIndex).execute();
    await tables
      .insertInto('platform.session')
      .values({
        token_hash: hashToken(token),
        id: ids.uuid(),
        account: account.id,
        limited_to: limitedTo,
        address: address ?? null,
        created_at: now,
        last_seen_at: now,
        expires_at: expiresAt,
        ended_at: null,
        ended_by: null,
      })
      .execute();
    const actor: Actor = { ...anonymousActor, accountId: account.id, login: account.login };
    await audit.write(trx, actor, {
      action: 'session.open',
      subject: account.login,
      detail: { address: address ?? null, limitedTo },
    });
  });
  const actor = await resolveSession(platform, token);
  if (actor === undefined) throw errors.WRONG_CREDENTIALS();
  return { token, actor, expiresAt };
}

/** Ends the session the actor came with. */
export async function signOut(
  platform: Pick<Platform, 'database' | 'clock' | 'audit'>,
  actor: Actor,
): Promise<void> {
  const { sessionId } = actor;
  if (sessionId === undefined) return;
  await platform.database.transaction().execute(async (trx) => {
    await endSessions(trx, platform.clock.now(), actor.accountId, { id: sessionId });
    await platform.audit.write(trx, actor, { action: 'session.close', subject: actor.login });
  });
}

async function findAccount(database: Database, login: string): Promise<Account | undefined> {
  return accountTables(database)
    .selectFrom('platform.account')
    .select([
      'id',
      'login',
      'kind',
      'status',
      'password_hash',
      'password_expired',
      'second_factor_sealed',
      'second_factor_confirmed',
      'second_factor_step',
    ])
    .where('login', '=', login)
    .executeTakeFirst();
}

/** True when the code is right; its step is spent in the same breath, so that of two requests with it one loses. */
async function useCode(
  { database, clock }: SignInParts,
  account: Account,
  secret: string,
  code: string,
): Promise<boolean> {
  const step = acceptedStep(secret, code, clock.now(), account.second_factor_step);
  if (step === undefined) return false;
  const spent = await accountTables(database)
    .updateTable('platform.account')
    .set({ second_factor_step: step })
    .where('id', '=', account.id)
    .where('second_factor_step', '<', step)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** Under which name failures of a login are counted, whether or not anybody has it. */
export function loginIndexOf(cipher: Platform['cipher'], login: string): string {
  return cipher.index(`login ${login}`);
}

/** Throws ACCOUNT_LOCKED. */
export async function refuseWhenLocked(database: Database, loginIndex: string, now: Date): Promise<void> {
  const row = await accountTables(database)
    .selectFrom('platform.sign_in_failure')
    .select('locked_until')
    .where('login_index', '=', loginIndex)
    .executeTakeFirst();
  if (row?.locked_until && row.locked_until > now) throw errors.ACCOUNT_LOCKED();
}

/** One more wrong password (or code) for the login; the last one allowed locks it. False for one that came after that. */
export async function countFailure(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  loginIndex: string,
): Promise<boolean> {
  const policy = await signInPolicy(database);
  const now = clock.now();
  const lockedUntil = new Date(now.getTime() + policy.lockMinutes * 60_000);
  const forgetBefore = new Date(now.getTime() - policy.lockMinutes * 60_000);
  // Failures older than the lock lasts do not count any more.
  const failures = sql<number>`CASE WHEN known.last_at < ${forgetBefore} THEN 1 ELSE known.failures + 1 END`;
  const { rows } = await sql<{ failures: number }>`
    INSERT INTO platform.sign_in_failure AS known (login_index, failures, last_at, locked_until)
    VALUES (${loginIndex}, 1, ${now}, ${policy.failures <= 1 ? lockedUntil : null}::timestamptz)
    ON CONFLICT (login_index) DO UPDATE SET
      failures = ${failures},
      last_at = ${now},
      locked_until = CASE WHEN ${failures} >= ${policy.failures}::int THEN ${lockedUntil}::timestamptz END
    RETURNING failures
  `.execute(database);
  return (rows[0]?.failures ?? 0) <= policy.failures;
}

async function writeFailure(
  { database, audit }: SignInParts,
  accountId: string,
  login: string,
  reason: string,
): Promise<void> {
  const actor: Actor = { ...anonymousActor, accountId };
  await audit.write(database, actor, {
    action: 'session.refuse',
    subject: login.slice(0, 100),
    detail: { reason },
  });
}
