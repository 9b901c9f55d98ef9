import type { Actor } from '@hengchan/platform';
import { sql } from 'kysely';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { dayMilliseconds, office, readParameters, type Security } from '../security.ts';
import { type TeamChangeRow, tables } from '../tables.ts';
import {
  administratorsAt,
  lastChanges,
  leaversQueue,
  stateOfChange,
  withdrawFromLeaver,
} from './membership.ts';

export interface NewTeamChange {
  kind: 'join' | 'leave';
  account: string;
  post: string;
  duty: string;
  networkSecurityLead: boolean;
  effectiveAt: Date;
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

/** The institution takes note; who leaves is no administrator from the day of leaving. Throws TEAM_CHANGE_BY_SAME_PERSON, TEAM_CHANGE_ACKNOWLEDGED. */
export async function acknowledgeTeamChange(security: Security, actor: Actor, id: string): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'data.export');
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .selectFrom('security.team_change')
      .select(['acknowledged_at', 'announced_by', 'account', 'kind', 'effective_at'])
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
    if (row.kind === 'join') return;
    await withdrawFromLeaver(security, trx, row.account);
    const { account, effective_at: startAfter } = row;
    await platform.jobs.send(trx, leaversQueue, { account }, { startAfter });
  });
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
  const last = await lastChanges(platform.database, now);
  const members = [...last.values()].filter(({ kind }) => kind === 'join');
  const administrators = await administratorsAt(platform.database, now);
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
    members: members.map(show),
    changes: rows.map(show).reverse(),
    unlisted: administrators
      .filter(({ account }) => last.get(account)?.kind !== 'join')
      .map(({ login, roles }) => ({ login, roles })),
  };
}
