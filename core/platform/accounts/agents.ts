import type { Actor } from '../access/actor.ts';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { accountTables } from './tables.ts';

type AgentParts = Pick<Platform, 'database' | 'clock' | 'cipher' | 'access' | 'audit'>;

/** Somebody who acts, or acted, for a body. */
export interface Agent {
  account: string;
  login: string;
  name: string;
  /** `*`: all. */
  businesses: string[];
  grantedAt: Date;
  expiresAt?: Date;
  withdrawnAt?: Date;
  isYou: boolean;
}

/** Agents shown at once: who acts now comes first. */
const mostAgents = 200;

/** Who acts for the body the actor acts for, and who did. Row ONL-USR-04. */
export async function listOwnAgents(parts: AgentParts, actor: Actor): Promise<Agent[]> {
  const body = managed(parts, actor);
  const rows = await accountTables(parts.database)
    .selectFrom('platform.agent_authorisation as given')
    .innerJoin('platform.account as account', 'account.id', 'given.account')
    .select([
      'account.id',
      'account.login',
      'account.name_sealed',
      'given.businesses',
      'given.granted_at',
      'given.expires_at',
      'given.withdrawn_at',
    ])
    .where('given.organisation', '=', body)
    .orderBy('given.withdrawn_at', (order) => order.desc().nullsFirst())
    .orderBy('given.granted_at')
    .limit(mostAgents)
    .execute();
  return rows.map((row) => ({
    account: row.id,
    login: row.login,
    name: parts.cipher.open(row.name_sealed),
    businesses: row.businesses,
    grantedAt: row.granted_at,
    ...(row.expires_at ? { expiresAt: row.expires_at } : {}),
    ...(row.withdrawn_at ? { withdrawnAt: row.withdrawn_at } : {}),
    isYou: row.id === actor.accountId,
  }));
}

/**
 * The body itself takes an agent's authorisation away: the agent's next request is refused. Nobody withdraws their own, so that a body is
 * never left without anybody. Throws AUTHORISATION_NOT_FOUND, OWN_AUTHORISATION.
 */
export async function withdrawOwnAgent(parts: AgentParts, actor: Actor, account: string): Promise<void> {
  const organisation = managed(parts, actor);
  if (account === actor.accountId) throw accountErrors.OWN_AUTHORISATION();
  await parts.database.transaction().execute(async (trx) => {
    const withdrawn = await accountTables(trx)
      .updateTable('platform.agent_authorisation')
      .set({ withdrawn_at: parts.clock.now(), withdrawn_by: actor.accountId })
      .where('organisation', '=', organisation)
      .where('account', '=', account)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (withdrawn.numUpdatedRows === 0n) throw accountErrors.AUTHORISATION_NOT_FOUND();
    await parts.audit.write(trx, actor, {
      action: 'authorisation.withdraw',
      subject: account,
      detail: { organisation: actor.organisation?.name, by: 'organisation' },
    });
  });
}

/** The body the actor acts for, with its number in the clear: to fill in what it applies for itself. */
export async function ownBody(
  { database, cipher, access }: AgentParts,
  actor: Actor,
): Promise<{ name: string; idType: string; idNumber: string }> {
  access.require(actor, 'case.create');
  const row = await accountTables(database)
    .selectFrom('platform.organisation')
    .select(['name', 'id_type', 'id_sealed'])
    .where('id', '=', actor.organisation?.id ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst();
  if (!row) throw errors.FORBIDDEN({ detail: '仅供机构经办人使用。' });
  return { name: row.name, idType: row.id_type, idNumber: cipher.open(row.id_sealed) };
}

/** Only who may do everything for the body looks after those who act for it. */
function managed({ access }: AgentParts, actor: Actor): string {
  access.require(actor, 'agent.manage');
  const { organisation } = actor;
  const all = organisation?.businesses === undefined || organisation.businesses.includes('*');
  if (!organisation || !all) throw errors.FORBIDDEN({ detail: '由本机构获全部业务授权的经办人管理。' });
  return organisation.id;
}
