import { administrators, type Database, systemActor, withdrawAdministration } from '@hengchan/platform';
import { sql } from 'kysely';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { office, readParameters, type Security } from '../security.ts';
import { type TeamChangeRow, tables } from '../tables.ts';

export const leaversQueue = 'security.team-leavers';

export type TeamChangeState = 'announced' | 'acknowledged' | 'in-effect';

/** A change is in effect once the institution took note of it and its day has come. Row SEC-RPT-03. */
export function stateOfChange(
  row: Pick<TeamChangeRow, 'acknowledged_at' | 'effective_at'>,
  now: Date,
): TeamChangeState {
  if (row.acknowledged_at === null) return 'announced';
  return row.effective_at <= now ? 'in-effect' : 'acknowledged';
}

/** The last change in effect of every account that ever had one: who stands on the list, and who stood there. */
export async function lastChanges(
  database: Database,
  now: Date,
  account?: string,
): Promise<ReadonlyMap<string, TeamChangeRow>> {
  let query = tables(database)
    .selectFrom('security.team_change')
    .selectAll()
    .distinctOn('account')
    .where('office', '=', office)
    .where('acknowledged_at', 'is not', null)
    .where('effective_at', '<=', now)
    .orderBy('account')
    .orderBy('effective_at', 'desc')
    .orderBy('id', 'desc');
  if (account !== undefined) query = query.where('account', '=', account);
  return new Map((await query.execute()).map((row) => [row.account, row]));
}

/** Has the platform ask here before it makes somebody an administrator, and takes it from those who leave. Row SEC-PRV-04. */
export function keepTeam(security: Security): void {
  const { team, clock, jobs, database } = security.platform;
  team.askWith(async (trx, account) => {
    if (!(await readParameters(security, trx)).administratorsFromTeam) return;
    const last = (await lastChanges(trx, clock.now(), account)).get(account);
    if (last?.kind !== 'join') throw errors.TEAM_MEMBERSHIP_REQUIRED();
  });
  jobs.handle(leaversQueue, async ({ account }: { account: string }) => {
    await database.transaction().execute((trx) => withdrawFromLeaver(security, trx, account));
  });
}

/** Whoever left is no administrator from that moment, and the security administrators are told. Rows SEC-PRV-04, SEC-RPT-03. */
export async function withdrawFromLeaver(security: Security, trx: Database, account: string): Promise<void> {
  const { platform } = security;
  const last = (await lastChanges(trx, platform.clock.now(), account)).get(account);
  if (last?.kind !== 'leave') return;
  const withdrawn = await withdrawAdministration(platform, trx, systemActor, account, `离开团队：${last.id}`);
  if (withdrawn === 0) return;
  await notify(security, trx, {
    kind: 'team-leaver',
    audience: 'security.manage',
    subject: last.id,
    text: `${platform.cipher.open(last.name_sealed)}已离开管理技术团队，其管理员岗位已收回`,
  });
}

export interface Administrator {
  account: string;
  login: string;
  roles: string[];
}

/** Enabled accounts that hold an administrator's role now. */
export async function administratorsAt(database: Database, now: Date): Promise<Administrator[]> {
  const { rows } = await sql<Administrator>`
    SELECT account.id AS account, account.login, array_agg(DISTINCT held.role) AS roles
    FROM platform.role_grant AS held JOIN platform.account AS account ON account.id = held.account
    WHERE held.revoked_at IS NULL AND (held.expires_at IS NULL OR held.expires_at > ${now})
      AND held.role = ANY(${[...administrators]}::text[]) AND account.status = 'enabled'
    GROUP BY account.id, account.login ORDER BY account.login`.execute(database);
  return rows;
}
