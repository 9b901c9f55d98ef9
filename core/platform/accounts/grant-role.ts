import type { Actor } from '../access/actor.ts';
import { administrators } from '../access/permissions.ts';
import type { Database } from '../database/tables.ts';
import type { Platform } from '../platform.ts';
import { violatedConstraint } from './constraint.ts';
import { accountErrors } from './errors.ts';
import { accountTables } from './tables.ts';

type GrantParts = Pick<Platform, 'database' | 'clock' | 'ids' | 'access' | 'audit' | 'team'>;

export interface NewGrant {
  account: string;
  role: string;
  /** Area code of the registry office, or `*` for all. */
  office: string;
  /** Why: every grant says so. Row SEC-PRV-01. */
  purpose: string;
  /** The moment the grant, and any session using it, ends. Row SEC-PRV-02. */
  expiresAt?: Date | undefined;
}

const isAdministrator = (role: string) => (administrators as readonly string[]).includes(role);

/** Grants a role and returns the grant's id. Nobody grants to themselves; administrators do nothing else (三员分立). */
export async function grantRole(platform: GrantParts, actor: Actor, grant: NewGrant): Promise<string> {
  platform.access.require(actor, 'role.grant');
  if (grant.account === actor.accountId) throw accountErrors.SELF_GRANT();
  return platform.database.transaction().execute((trx) => insertGrant(platform, trx, actor, grant));
}

/**
 * The same inside a transaction, for somebody already known to be allowed to. Administrators are taken from the list of the team; only
 * the first ones of an installation, made by the product itself, come before there is a list. Row SEC-PRV-04.
 */
export async function insertGrant(
  { clock, ids, audit, team }: GrantParts,
  trx: Database,
  actor: Actor,
  grant: NewGrant,
): Promise<string> {
  const now = clock.now();
  if (grant.expiresAt !== undefined && grant.expiresAt <= now) throw accountErrors.GRANT_EXPIRY_PAST();
  const tables = accountTables(trx);
  const account = await tables
    .selectFrom('platform.account')
    .select(['kind', 'login'])
    .where('id', '=', grant.account)
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined) throw accountErrors.ACCOUNT_NOT_FOUND();
  const role = await tables
    .selectFrom('platform.role')
    .select('grantable')
    .where('code', '=', grant.role)
    .executeTakeFirst();
  if (role === undefined) throw accountErrors.ROLE_NOT_FOUND();
  if (!role.grantable || account.kind !== 'staff') throw accountErrors.ROLE_NOT_GRANTABLE();
  await retireExpired(trx, grant.account, now);
  const held = await tables
    .selectFrom('platform.role_grant')
    .select('role')
    .where('account', '=', grant.account)
    .where('revoked_at', 'is', null)
    .execute();
  const apart = (other: string) =>
    other !== grant.role && (isAdministrator(other) || isAdministrator(grant.role));
  if (held.some((row) => apart(row.role))) throw accountErrors.ADMINISTRATORS_SEPARATED();
  if (isAdministrator(grant.role) && actor.kind !== 'system') await team.require(trx, grant.account);
  const id = ids.uuid();
  try {
    await tables
      .insertInto('platform.role_grant')
      .values({
        id,
        account: grant.account,
        role: grant.role,
        office: grant.office,
        purpose: grant.purpose,
        granted_by: actor.accountId,
        granted_at: now,
        expires_at: grant.expiresAt ?? null,
        revoked_at: null,
        revoked_by: null,
      })
      .execute();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'role_grant_current') throw accountErrors.GRANT_EXISTS();
    if (constraint === 'role_grant_one_administrator') throw accountErrors.ADMINISTRATORS_SEPARATED();
    throw error;
  }
  await audit.write(trx, actor, {
    action: 'role.grant',
    subject: account.login,
    ...(grant.office === '*' ? {} : { office: grant.office }),
    detail: { role: grant.role, office: grant.office, purpose: grant.purpose, expiresAt: grant.expiresAt },
  });
  return id;
}

/** Takes a role away; the holder's next request is without it. Row SEC-PRV-03. */
export async function revokeRole(
  platform: GrantParts,
  actor: Actor,
  grant: { account: string; id: string },
): Promise<void> {
  platform.access.require(actor, 'role.grant');
  await platform.database.transaction().execute(async (trx) => {
    const revoked = await accountTables(trx)
      .updateTable('platform.role_grant')
      .set({ revoked_at: platform.clock.now(), revoked_by: actor.accountId })
      .where('id', '=', grant.id)
      .where('account', '=', grant.account)
      .where('revoked_at', 'is', null)
      .returning(['account', 'role', 'office'])
      .executeTakeFirst();
    if (revoked === undefined) throw accountErrors.GRANT_NOT_FOUND();
    await platform.audit.write(trx, actor, {
      action: 'role.revoke',
      subject: revoked.account,
      ...(revoked.office === '*' ? {} : { office: revoked.office }),
      detail: { role: revoked.role, office: revoked.office },
    });
  });
}

/**
 * Takes from an account whatever makes it an administrator, inside the caller's transaction, and returns how many grants that were:
 * it no longer stands on the list of the team. Rows SEC-PRV-04, SEC-RPT-03.
 */
export async function withdrawAdministration(
  { clock, audit }: Pick<Platform, 'clock' | 'audit'>,
  trx: Database,
  actor: Actor,
  account: string,
  reason: string,
): Promise<number> {
  const tables = accountTables(trx);
  await tables.selectFrom('platform.account').select('id').where('id', '=', account).forUpdate().execute();
  const withdrawn = await tables
    .updateTable('platform.role_grant')
    .set({ revoked_at: clock.now(), revoked_by: actor.accountId })
    .where('account', '=', account)
    .where('role', 'in', [...administrators])
    .where('revoked_at', 'is', null)
    .returning(['role', 'office'])
    .execute();
  for (const { role, office } of withdrawn)
    await audit.write(trx, actor, {
      action: 'role.revoke',
      subject: account,
      ...(office === '*' ? {} : { office }),
      detail: { role, office, reason },
    });
  return withdrawn.length;
}

/** A grant that ran out makes room for another; that it ran out stays on record. */
async function retireExpired(trx: Database, account: string, now: Date): Promise<void> {
  await accountTables(trx)
    .updateTable('platform.role_grant')
    .set({ revoked_at: now, revoked_by: 'expired' })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
}
