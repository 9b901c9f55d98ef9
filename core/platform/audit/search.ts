import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { cutPage, readCursor } from '../http/paging.ts';
import type { Platform } from '../platform.ts';

type SearchParts = Pick<Platform, 'database' | 'access' | 'audit' | 'clock'>;
type ExportParts = SearchParts & Pick<Platform, 'exports'>;

export interface AuditFilter {
  /** Account id of who did it. */
  actor?: string | undefined;
  login?: string | undefined;
  /** A whole action, or its beginning up to a dot: `register` finds `register.read`. */
  action?: string | undefined;
  subject?: string | undefined;
  office?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export interface AuditRecord {
  id: string;
  office: string;
  at: Date;
  actor: string;
  login: string;
  action: string;
  subject: string;
  detail: unknown;
  /** Place in the office's chain, once sealed. */
  sequence?: number;
  /** Its link in that chain. */
  hash?: string;
}

const exportLimit = 100_000;

/** Audit lines, newest first. That somebody looked is itself a line. Row SEC-AUD-02. */
export async function searchAudit(
  platform: SearchParts,
  actor: Actor,
  filter: AuditFilter,
): Promise<{ items: AuditRecord[]; nextCursor?: string }> {
  platform.access.require(actor, 'audit.read');
  const limit = filter.limit ?? 20;
  const found = await select(platform, filter, limit + 1);
  const page = cutPage(found, limit, (last) => [last.at, last.id]);
  await recordLook(platform, actor, 'audit.read', filter, page.items.length);
  return page;
}

/** The same lines as CSV, first a line that says who took them out and when: a copy found elsewhere leads back. Row SEC-LEK-02. */
export async function exportAudit(
  platform: ExportParts,
  actor: Actor,
  filter: AuditFilter,
  approval?: string,
): Promise<string> {
  platform.access.require(actor, 'audit.export');
  const { limit: _limit, cursor: _cursor, ...conditions } = filter;
  const lines = await select(platform, conditions, exportLimit);
  const watermark = await platform.exports.take(actor, {
    resource: 'audit',
    title: '审计日志',
    rows: lines.length,
    approval,
    conditions: { ...filter },
  });
  const header = ['时间', '登记机构', '账号', '动作', '对象', '详情', '链上序号', '编号'];
  const rows = lines.map((line) => [
    line.at.toISOString(),
    line.office,
    line.login || line.actor,
    line.action,
    line.subject,
    JSON.stringify(line.detail),
    line.sequence === undefined ? '' : String(line.sequence),
    line.id,
  ]);
  return `\uFEFF${[[watermark], header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;
}

/** Quoted; a leading sign that a spreadsheet would calculate with is made harmless. */
function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Where the last page ended. Throws INVALID_REQUEST for a cursor that was not given out here. */
function readPlace(cursor: string | undefined): { at: Date; id: string } | undefined {
  const after = readCursor(cursor, ['moment', 'uuid']);
  return after && { at: after[0], id: after[1] };
}

async function recordLook(
  platform: SearchParts,
  actor: Actor,
  action: string,
  filter: AuditFilter,
  count: number,
): Promise<void> {
  await platform.audit.write(platform.database, actor, {
    action,
    subject: 'audit',
    detail: { conditions: filter, count },
  });
}

async function select({ database }: SearchParts, filter: AuditFilter, limit: number): Promise<AuditRecord[]> {
  const conditions = [sql`true`];
  if (filter.actor !== undefined) conditions.push(sql`line.actor = ${filter.actor}`);
  if (filter.login !== undefined) conditions.push(sql`line.login = ${filter.login}`);
  if (filter.subject !== undefined) conditions.push(sql`line.subject = ${filter.subject}`);
  if (filter.office !== undefined) conditions.push(sql`line.office = ${filter.office}`);
  if (filter.from !== undefined) conditions.push(sql`line.at >= ${filter.from}`);
  if (filter.until !== undefined) conditions.push(sql`line.at < ${filter.until}`);
  if (filter.action !== undefined)
    conditions.push(
      sql`(line.action = ${filter.action} OR starts_with(line.action, ${`${filter.action}.`}))`,
    );
  const after = readPlace(filter.cursor);
  if (after !== undefined) conditions.push(sql`(line.at, line.id) < (${after.at}, ${after.id}::uuid)`);
  const { rows } = await sql<
    Omit<AuditRecord, 'sequence' | 'hash'> & { sequence: number | null; hash: string | null }
  >`
    SELECT line.id, line.office, line.at, line.actor, line.login, line.action, line.subject, line.detail,
      seal.sequence, seal.hash
    FROM platform.audit AS line
    LEFT JOIN platform.audit_seal AS seal ON seal.office = line.office AND seal.audit_id = line.id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY line.at DESC, line.id DESC LIMIT ${limit}`.execute(database);
  return rows.map(({ sequence, hash, ...line }) => ({
    ...line,
    ...(sequence === null || hash === null ? {} : { sequence, hash }),
  }));
}
