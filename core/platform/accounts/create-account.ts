import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/tables.ts';
import type { Platform } from '../platform.ts';
import { violatedConstraint } from './constraint.ts';
import { accountErrors } from './errors.ts';
import { insertGrant, type NewGrant } from './grant-role.ts';
import { hashPassword, requireStrongPassword } from './password.ts';
import { type AccountKind, accountTables } from './tables.ts';

type AccountParts = Pick<
  Platform,
  'database' | 'clock' | 'ids' | 'cipher' | 'access' | 'audit' | 'team' | 'config' | 'random'
>;

export interface NewAccount {
  /** Letters, digits, dots, hyphens, underscores; capitals do not matter. */
  login: string;
  password: string;
  /** The real name: one account, one person. Row SEC-PRV-04. */
  name: string;
  kind: AccountKind;
  idType?: string | undefined;
  idNumber?: string | undefined;
  /** For agents: the body they act for. */
  organisation?: NewOrganisation | undefined;
  /** Staff are enabled only once this is so. Row SEC-PRV-05. */
  backgroundChecked?: boolean | undefined;
  /** The first thing the holder must do is choose another password. */
  passwordExpired?: boolean | undefined;
  /** Granted in the same breath; needs the permission to grant. */
  roles?: readonly Omit<NewGrant, 'account'>[] | undefined;
}

export interface NewOrganisation {
  kind: 'bank' | 'developer' | 'court' | 'company' | 'agency';
  name: string;
  idType: string;
  idNumber: string;
  /** Businesses the agent may handle; all unless told. Row ONL-USR-04. */
  businesses?: readonly string[] | undefined;
  expiresAt?: Date | undefined;
}

/** Creates an account and returns its id. Throws LOGIN_TAKEN, PASSWORD_TOO_WEAK, and what granting throws. */
export async function createAccount(
  platform: AccountParts,
  actor: Actor,
  account: NewAccount,
): Promise<string> {
  const { access, database, audit, ids, clock, cipher } = platform;
  access.require(actor, 'account.manage');
  if (account.roles?.length) access.require(actor, 'role.grant');
  const login = account.login.trim().toLowerCase();
  requireStrongPassword(account.password, login);
  const passwordHash = await hashPassword(platform, account.password);
  const id = ids.uuid();
  const enabled = account.kind !== 'staff' || account.backgroundChecked === true;
  const values = {
    id,
    login,
    kind: account.kind,
    name_sealed: cipher.seal(account.name),
    name_index: cipher.index(account.name),
    id_type: account.idType ?? null,
    id_sealed: account.idNumber === undefined ? null : cipher.seal(account.idNumber),
    id_index: account.idNumber === undefined ? null : cipher.index(account.idNumber),
    password_hash: passwordHash,
    password_expired: account.passwordExpired ?? false,
    second_factor_sealed: null,
    background_checked: account.backgroundChecked ?? false,
    status: enabled ? ('enabled' as const) : ('disabled' as const),
    created_at: clock.now(),
    created_by: actor.accountId,
  };
  const insert = async (trx: Database) => {
    await accountTables(trx).insertInto('platform.account').values(values).execute();
    if (account.organisation) await authorise(platform, trx, actor, id, account.organisation);
    for (const role of account.roles ?? []) await insertGrant(platform, trx, actor, { ...role, account: id });
    await audit.write(trx, actor, {
      action: 'account.create',
      subject: login,
      detail: { kind: account.kind, organisation: account.organisation?.name, enabled },
    });
  };
  try {
    await database.transaction().execute(insert);
  } catch (error) {
    if (violatedConstraint(error) === 'account_login_key') throw accountErrors.LOGIN_TAKEN();
    throw error;
  }
  return id;
}

/**
 * Lets an agent's account act for an organisation, instead of any other it acted for. Throws NOT_AN_AGENT.
 */
export async function authoriseAgent(
  platform: AccountParts,
  actor: Actor,
  account: string,
  organisation: NewOrganisation,
): Promise<void> {
  platform.access.require(actor, 'account.manage');
  await platform.database.transaction().execute(async (trx) => {
    const row = await accountTables(trx)
      .selectFrom('platform.account')
      .select(['kind', 'login'])
      .where('id', '=', account)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw accountErrors.ACCOUNT_NOT_FOUND();
    if (row.kind !== 'organisation') throw accountErrors.NOT_AN_AGENT();
    await withdraw(trx, account, actor.accountId, platform.clock.now());
    await authorise(platform, trx, actor, account, organisation);
    await platform.audit.write(trx, actor, {
      action: 'authorisation.give',
      subject: row.login,
      detail: { organisation: organisation.name, businesses: organisation.businesses ?? ['*'] },
    });
  });
}

/** Takes an agent's authorisation away; the next request of the agent is refused. Row ONL-USR-04. */
export async function withdrawAuthorisation(
  platform: AccountParts,
  actor: Actor,
  account: string,
): Promise<void> {
  platform.access.require(actor, 'account.manage');
  await platform.database.transaction().execute(async (trx) => {
    const withdrawn = await withdraw(trx, account, actor.accountId, platform.clock.now());
    if (withdrawn === 0) throw accountErrors.AUTHORISATION_NOT_FOUND();
    await platform.audit.write(trx, actor, { action: 'authorisation.withdraw', subject: account });
  });
}

async function withdraw(trx: Database, account: string, by: string, at: Date): Promise<number> {
  const result = await accountTables(trx)
    .updateTable('platform.agent_authorisation')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('account', '=', account)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

async function authorise(
  { ids, clock, cipher }: AccountParts,
  trx: Database,
  actor: Actor,
  account: string,
  organisation: NewOrganisation,
): Promise<void> {
  const body = await accountTables(trx)
    .insertInto('platform.organisation')
    .values({
      id: ids.uuid(),
      kind: organisation.kind,
      name: organisation.name,
      id_type: organisation.idType,
      id_sealed: cipher.seal(organisation.idNumber),
      id_index: cipher.index(organisation.idNumber),
      created_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict.column('id_index').doUpdateSet({ name: organisation.name, kind: organisation.kind }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await accountTables(trx)
    .insertInto('platform.agent_authorisation')
    .values({
      id: ids.uuid(),
      account,
      organisation: body.id,
      businesses: [...(organisation.businesses ?? ['*'])],
      granted_by: actor.accountId,
      granted_at: clock.now(),
      expires_at: organisation.expiresAt ?? null,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute();
}
