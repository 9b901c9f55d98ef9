import type { Actor } from '@hengchan/platform';
import { sql } from 'kysely';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { dayMilliseconds, office, readParameters, type Security } from '../security.ts';
import { type TeamChangeRow, tables } from '../tables.ts';

export interface NewTeamChange {
  kind: 'join' | 'leave';
  account: string;
  post: string;
  duty: string;
  networkSecurityLead: boolean;
  effectiveAt: Date;
}

/** Roles whose holders run the platform and therefore must stand on the list of the team. Row SEC-PRV-04. */
export const teamRoles = ['system-admin', 'security-admin', 'audit-admin'] as const;

export type TeamChangeState = 'announced' | 'acknowledged' | 'in-effect';

/** A change is in effect once the institution took note of it and its day has come. Row SEC-RPT-03. */
export function stateOfChange(row: TeamChangeRow, now: Date): TeamChangeState {
  if (row.acknowledged_at === null) return 'announced';
  return row.effective_at <= now ? 'in-effect' : 'acknowledged';
}

/** Announces that somebody joins or leaves, and tells the institution. Throws TEAM_CHANGE_TOO_SOON, TEAM_ACCOUNT_NOT_STAFF. */
export async function announceTeamChange(
  security: Security,
  actor: Actor,
  change: NewTeamChange,
): Promise<string> {
  const { platform } = security;
  platform.access.require(actor, 'security.manage');
  const { announceTeamDays } = await readParameters(security);
  const now = platform.clock.now();
  if (change.effectiveAt.getTime() < now.getTime() + announceTeamDays * dayMilliseconds)
    throw errors.TEAM_CHANGE_TOO_SOON();
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    const { rows } = await sql<{ name_sealed: string }>`
      SELECT name_sealed FROM platform.account WHERE id = ${change.account} AND kind = 'staff'`.execute(trx);
    const [account] = rows;
    if (account === undefined) throw errors.TEAM_ACCOUNT_NOT_STAFF();
    await tables(trx)
      .insertInto('security.team_change')
      .values({
        office,
        id,
        kind: change.kind,
        account: change.account,
        name_sealed: account.name_sealed,
        post: change.post,
        duty: change.duty,
        network_security_lead: change.networkSecurityLead,
        announced_at: now,
        announced_by: actor.accountId,
        announced_by_name: actor.name,
        effective_at: change.effectiveAt,
        acknowledged_at: null,
        acknowledged_by: null,
        acknowledged_by_name: null,
      })
      .execute();
    await notify(security, trx, {
      kind: 'team-change',
      audience: 'data.export',
      subject: id,
      text: `管理技术团队人员变更：${change.kind === 'join' ? '加入' : '离开'}，岗位“${change.post}”，请确认知悉`,
    });
    await platform.audit.write(trx, actor, {
      action: 'team.announce',
      subject: change.account,
      detail: { ...change },
    });
  });
  return id;
}

/** The institution takes note. Throws TEAM_CHANGE_BY_SAME_PERSON, TEAM_CHANGE_ACKNOWLEDGED. */
export async function acknowledgeTeamChange({ platform }: Security, actor: Actor, id: string): Promise<void> {
  platform.access.require(actor, 'data.export');
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .selectFrom('security.team_change')
      .select(['acknowledged_at', 'announced_by', 'account'])
      .where('office', '=', office)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw errors.TEAM_CHANGE_NOT_FOUND();
    if (row.acknowledged_at !== null) throw errors.TEAM_CHANGE_ACKNOWLEDGED();
    if (row.announced_by === actor.accountId) throw errors.TEAM_CHANGE_BY_SAME_PERSON();
    await tables(trx)
      .updateTable('security.team_change')
      .set({
        acknowledged_at: platform.clock.now(),
        acknowledged_by: actor.accountId,
        acknowledged_by_name: actor.name,
      })
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'team.acknowledge',
      subject: row.account,
      detail: { id },
    });
  });
}

interface Administrator {
  account: string;
  login: string;
  roles: string[];
}

/** The team as it is, its changes, and administrators who do not stand on the list. */
export async function readTeam({ platform }: Security, actor: Actor) {
  if (!platform.access.allows(actor, 'data.export')) platform.access.require(actor, 'security.read');
  const now = platform.clock.now();
  const rows = await tables(platform.database)
    .selectFrom('security.team_change')
    .selectAll()
    .where('office', '=', office)
    .orderBy('effective_at')
    .orderBy('id')
    .execute();
  const members = new Map<string, TeamChangeRow>();
  for (const row of rows.filter((each) => stateOfChange(each, now) === 'in-effect')) {
    if (row.kind === 'join') members.set(row.account, row);
    else members.delete(row.account);
  }
  const { rows: administrators } = await sql<Administrator>`
    SELECT account.id AS account, account.login, array_agg(DISTINCT held.role) AS roles
    FROM platform.role_grant AS held JOIN platform.account AS account ON account.id = held.account
    WHERE held.revoked_at IS NULL AND (held.expires_at IS NULL OR held.expires_at > ${now})
      AND held.role = ANY(${[...teamRoles]}::text[]) AND account.status = 'enabled'
    GROUP BY account.id, account.login ORDER BY account.login`.execute(platform.database);
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'team',
    conditions: {},
    count: rows.length,
  });
  const show = (row: TeamChangeRow) => ({
    id: row.id,
    kind: row.kind,
    account: row.account,
    name: platform.cipher.open(row.name_sealed),
    post: row.post,
    duty: row.duty,
    networkSecurityLead: row.network_security_lead,
    announcedAt: row.announced_at.toISOString(),
    announcedBy: row.announced_by_name,
    effectiveAt: row.effective_at.toISOString(),
    state: stateOfChange(row, now),
    ...(row.acknowledged_by_name === null ? {} : { acknowledgedBy: row.acknowledged_by_name }),
  });
  return {
    members: [...members.values()].map(show),
    changes: rows.map(show).reverse(),
    unlisted: administrators
      .filter(({ account }) => !members.has(account))
      .map(({ login, roles }) => ({ login, roles })),
  };
}
