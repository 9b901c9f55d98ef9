import { type Actor, listRoles, searchAudit } from '@hengchan/platform';
import { sql } from 'kysely';
import { stateOf } from '../approvals/approvals.ts';
import { listControls } from '../controls/list-controls.ts';
import { readInventory } from '../inventory/inventory.ts';
import { office, readParameters, type Security } from '../security.ts';
import { tables } from '../tables.ts';
import { readTeam } from '../team/team.ts';
import { listTrainings } from '../trainings/trainings.ts';

/** What an authority may ask for; it chooses. Row SEC-AUD-04. */
export const packageParts = {
  controls: '控制点与证据',
  inventory: '软硬件、密码、端口与账号核对',
  roles: '角色与权限',
  grants: '在用授权',
  settings: '安全参数',
  audit: '审计日志',
  approvals: '同意记录',
  issues: '问题单（不含内容）',
  notices: '告警与处置',
  team: '管理技术团队',
  trainings: '培训与规程',
} as const;
export type PackagePart = keyof typeof packageParts;

export interface PackageWanted {
  parts: readonly PackagePart[];
  from: Date;
  until: Date;
  /** For more audit lines than anybody may take alone. */
  approval?: string | undefined;
}

interface Total {
  part: string;
  included: number;
  inDatabase: number;
}

const page = 100;

/**
 * One file with what an inspection asked for, who took it, and its totals against the database: what is not in it is said.
 * Rows SEC-AUD-02, SEC-AUD-04, SEC-AUD-05.
 */
export async function makePackage(security: Security, actor: Actor, wanted: PackageWanted) {
  const { platform } = security;
  platform.access.require(actor, 'inspection.export');
  const totals: Total[] = [];
  const gaps: string[] = [];
  const content: Partial<Record<PackagePart, unknown>> = {};
  const makers: Record<PackagePart, () => Promise<unknown>> = {
    controls: () => listControls(security, actor),
    inventory: () => readInventory(security, actor),
    roles: () => listRoles(platform, actor),
    grants: () => grantsInUse(security, totals),
    settings: async () => ({
      parameters: await readParameters(security),
      bulkExportRows: await platform.exports.limit(),
    }),
    audit: () => auditLines(security, actor, wanted, totals, gaps),
    approvals: () => approvals(security, wanted, totals),
    issues: () => issues(security, wanted, totals, gaps),
    notices: () => notices(security, wanted, totals),
    team: () => readTeam(security, actor),
    trainings: () => listTrainings(security, actor),
  };
  for (const part of wanted.parts) {
    try {
      content[part] = await makers[part]();
    } catch (error) {
      // A part the asker may not see is a gap that is named, never left out in silence.
      if ((error as { status?: number }).status !== 403 || part === 'audit') throw error;
      gaps.push(`${packageParts[part]}：导出人没有查看权限，未列入`);
    }
  }
  for (const { part, included, inDatabase } of totals)
    if (included !== inDatabase) gaps.push(`${part}：库中 ${inDatabase} 条，列入 ${included} 条`);
  const omitted = Object.keys(packageParts).filter((part) => !wanted.parts.includes(part as PackagePart));
  await platform.audit.write(platform.database, actor, {
    action: 'inspection.export',
    subject: 'inspection',
    detail: {
      parts: [...wanted.parts],
      from: wanted.from,
      until: wanted.until,
      totals,
      approval: wanted.approval,
    },
  });
  return {
    watermark: `检查材料：${actor.name}（${actor.login}），${platform.clock.now().toISOString()}，仅供履行检查职责使用`,
    owner: security.owner,
    from: wanted.from.toISOString(),
    until: wanted.until.toISOString(),
    totals,
    gaps,
    notChosen: omitted.map((part) => packageParts[part as PackagePart]),
    content,
  };
}

async function auditLines(
  security: Security,
  actor: Actor,
  { from, until, approval }: PackageWanted,
  totals: Total[],
  gaps: string[],
) {
  const { platform } = security;
  const { rows: counted } = await sql<{ lines: number }>`
    SELECT count(*)::int AS lines FROM platform.audit WHERE at >= ${from} AND at < ${until}`.execute(
    platform.database,
  );
  const inDatabase = counted[0]?.lines ?? 0;
  await platform.exports.require(actor, { resource: 'audit', rows: inDatabase, approval });
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const found = await searchAudit(platform, actor, { from, until, cursor, limit: page });
    items.push(...found.items.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })));
    cursor = found.nextCursor;
  } while (cursor !== undefined);
  // Reading the pages writes lines of its own; those belong to the time after the count.
  const included = Math.min(items.length, inDatabase);
  totals.push({ part: packageParts.audit, included, inDatabase });
  const { rows: chains } = await sql<{
    office: string;
    lines: number;
    seals: number;
    last: number;
    waiting: number;
  }>`
    SELECT line.office, count(*)::int AS lines,
      (SELECT count(*)::int FROM platform.audit_seal AS seal WHERE seal.office = line.office) AS seals,
      (SELECT coalesce(max(sequence), 0)::int FROM platform.audit_seal AS seal WHERE seal.office = line.office) AS last,
      (SELECT count(*)::int FROM platform.audit_unsealed AS mark WHERE mark.office = line.office) AS waiting
    FROM platform.audit AS line GROUP BY line.office ORDER BY line.office`.execute(platform.database);
  for (const chain of chains) {
    if (chain.seals !== chain.last)
      gaps.push(`审计链 ${chain.office}：链节 ${chain.seals} 个，末序号 ${chain.last}`);
    if (chain.lines !== chain.seals + chain.waiting)
      gaps.push(
        `审计链 ${chain.office}：日志 ${chain.lines} 条，链上 ${chain.seals} 条，待上链 ${chain.waiting} 条`,
      );
  }
  return { chains, items };
}

async function grantsInUse({ platform }: Security, totals: Total[]) {
  const now = platform.clock.now();
  const { rows } = await sql`
    SELECT account.login, held.role, held.office, held.purpose, held.granted_at, held.expires_at
    FROM platform.role_grant AS held JOIN platform.account AS account ON account.id = held.account
    WHERE held.revoked_at IS NULL AND (held.expires_at IS NULL OR held.expires_at > ${now})
    ORDER BY account.login, held.role`.execute(platform.database);
  totals.push({ part: packageParts.grants, included: rows.length, inDatabase: rows.length });
  return rows;
}

async function approvals({ platform }: Security, { from, until }: PackageWanted, totals: Total[]) {
  const rows = await tables(platform.database)
    .selectFrom('security.approval')
    .selectAll()
    .where('office', '=', office)
    .where('requested_at', '>=', from)
    .where('requested_at', '<', until)
    .execute();
  totals.push({ part: packageParts.approvals, included: rows.length, inDatabase: rows.length });
  return rows.map((row) => ({ ...row, state: stateOf(row, platform.clock.now()) }));
}

async function issues(
  { platform }: Security,
  { from, until }: PackageWanted,
  totals: Total[],
  gaps: string[],
) {
  const rows = await tables(platform.database)
    .selectFrom('security.issue')
    .select([
      'id',
      'kind',
      'severity',
      'source',
      'status',
      'created_at',
      'due_at',
      'report_due_at',
      'reported_at',
      'reported_to',
      'closed_at',
    ])
    .where('office', '=', office)
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .execute();
  totals.push({ part: packageParts.issues, included: rows.length, inDatabase: rows.length });
  if (rows.length > 0) gaps.push('问题单只列时间、等级和状态；内容须凭“对外提供漏洞信息”的同意逐件提供');
  return rows;
}

async function notices({ platform }: Security, { from, until }: PackageWanted, totals: Total[]) {
  const rows = await tables(platform.database)
    .selectFrom('security.notice')
    .selectAll()
    .where('office', '=', office)
    .where('created_at', '>=', from)
    .where('created_at', '<', until)
    .execute();
  totals.push({ part: packageParts.notices, included: rows.length, inDatabase: rows.length });
  return rows;
}
