import {
  type CaseRecord,
  caseworkTables,
  finalPhases,
  getCases,
  isAside,
  nodeOf,
  openTokens,
  type Phase,
  phaseTitles,
  standingsOf,
  timelinessOf,
} from '@hengchan/casework';
import { type Actor, type Database, platformErrors, readCursor, writeCursor } from '@hengchan/platform';
import { queryTokens, toShanghaiDate } from '@hengchan/standards';
import { type SqlBool, sql } from 'kysely';
import type { Registration } from '../registration.ts';
import type { CaseSummary } from '../schema.ts';
import type { TaskView } from '../task-schema.ts';
import { offeredNow } from './offered.ts';
import { isTurnOf, partyIs } from './own-cases.ts';

export interface CaseQuery {
  q?: string;
  status?: string;
  business?: string;
  mine?: boolean;
  /** Only those in which it is the person's turn. */
  turn?: boolean;
  cursor?: string;
  limit?: number;
}

/** Cases the person may see, newest first: parties their own, staff those of their offices. */
export async function listCases(
  registration: Registration,
  actor: Actor,
  query: CaseQuery,
): Promise<{ items: CaseSummary[]; nextCursor?: string }> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const { platform, casework } = registration;
  const limit = query.limit ?? 20;
  const offices =
    actor.kind === 'staff' && !query.mine ? platform.access.officesWith(actor, 'case.read') : [];
  const matching = () => {
    const found = matchingCases(platform.database, query, limit + 1);
    return query.turn ? found.where(isTurnOf(actor, casework.definitions)) : found;
  };
  const beforeOffice = () =>
    matching().where((where) =>
      where.or([where('c.phase', '!=', 'draft'), where('c.channel', '=', 'counter')]),
    );
  const numbers = await newestOf(platform.database, limit + 1, [
    matching().where('c.opened_by', '=', actor.accountId),
    matching().where(partyIs([actor.idIndex, actor.organisation?.idIndex])),
    ...(offices.includes('*')
      ? [beforeOffice()]
      : offices.map((office) => beforeOffice().where('c.office', '=', office))),
  ]);
  const records = await getCases(platform.database, numbers.slice(0, limit));
  const items = await Promise.all(records.map((record) => summarise(registration, actor, record)));
  const last = numbers.length > limit ? records.at(-1) : undefined;
  return {
    items,
    ...(last ? { nextCursor: writeCursor([last.case.opened_at.toISOString(), last.case.no]) } : {}),
  };
}

/** Cases that satisfy the conditions of a query, newest first, no more than `limit`. */
function matchingCases(database: Database, query: CaseQuery, limit: number) {
  let select = caseworkTables(database)
    .selectFrom('casework.cases as c')
    .select(['c.no', 'c.opened_at'])
    .orderBy('c.opened_at', 'desc')
    .orderBy('c.no', 'desc')
    .limit(limit);
  if (query.status === 'open') select = select.where('c.closed_at', 'is', null);
  else if (query.status === 'closed') select = select.where('c.closed_at', 'is not', null);
  else if (query.status) select = select.where('c.phase', '=', query.status);
  if (query.business) select = select.where('c.business', '=', query.business);
  const found = saysWhat(query.q);
  if (found) select = select.where(found);
  const after = readCursor(query.cursor, ['moment', 'text']);
  if (after) select = select.where(sql<SqlBool>`(c.opened_at, c.no) < (${after[0]}, ${after[1]})`);
  return select;
}

/** What somebody typed: a whole number is that case and no other, for numbers of one day share most of their digits. */
function saysWhat(q = '') {
  const text = q.trim();
  if (/^\d{20}$/.test(text)) return sql<SqlBool>`(c.office = ${text.slice(0, 6)} AND c.no = ${text})`;
  const terms = queryTokens(text).map((token) => `'${token}'`);
  return terms.length > 0 ? sql<SqlBool>`c.search @@ ${terms.join(' & ')}::tsquery` : undefined;
}

/**
 * The newest of what several reasons to see a case allow. Each is asked alone, because each has an index of its own and
 * `OR` between them would read every case there is.
 */
async function newestOf(
  database: Database,
  limit: number,
  branches: readonly ReturnType<typeof matchingCases>[],
): Promise<string[]> {
  const parts = branches.map((branch) => sql`(${branch})`);
  const { rows } = await sql<{ no: string }>`
    SELECT no FROM (${sql.join(parts, sql` UNION `)}) AS allowed
    ORDER BY opened_at DESC, no DESC LIMIT ${limit}`.execute(database);
  return rows.map((row) => row.no);
}

async function summarise(registration: Registration, actor: Actor, record: CaseRecord): Promise<CaseSummary> {
  const { platform, casework } = registration;
  const { case: row } = record;
  const definition = casework.definitions.version(row.business, row.business_version);
  const waiting = openTokens(record).flatMap((token) => {
    const node = nodeOf(definition.process, token.node);
    return 'title' in node ? [node.title] : [];
  });
  const offers = await offeredNow(registration, actor, record);
  const roleTitle = (code: string) => definition.parties.find((role) => role.role === code)?.title ?? code;
  const closed = (finalPhases as readonly string[]).includes(row.phase);
  return {
    caseNo: row.no,
    office: row.office,
    business: { code: definition.code, name: definition.name },
    channel: row.channel,
    status: row.phase,
    statusTitle: phaseTitles[row.phase as Phase] ?? row.phase,
    location: record.units[0]?.location ?? '',
    unitCode: record.units[0]?.unit_code ?? '',
    parties: record.parties.map((party) => ({ roleTitle: roleTitle(party.role), name: party.name })),
    openedAt: row.opened_at.toISOString(),
    ...(row.due_on ? { promisedBy: row.due_on } : {}),
    timeliness: timelinessOf(row, toShanghaiDate(platform.clock.now())),
    waitingFor: closed ? [] : waiting,
    yourTurn: offers.some((offer) => !isAside(offer.action.action)),
    ...(row.suspended_at ? { suspended: true } : {}),
  };
}

export interface TaskQuery {
  q?: string;
  business?: string;
  role?: string;
  mine?: boolean;
  timeliness?: string;
  cursor?: string;
  limit?: number;
}

/** The work list: open human steps of the roles the person holds, oldest first. */
export async function listTasks(
  registration: Registration,
  actor: Actor,
  query: TaskQuery,
): Promise<{ items: TaskView[]; nextCursor?: string; total: number }> {
  registration.platform.access.require(actor, 'task.read');
  const { platform, casework } = registration;
  const today = toShanghaiDate(platform.clock.now());
  const limit = query.limit ?? 50;
  const held = actor.grants.map((grant) =>
    grant.office === '*'
      ? sql<SqlBool>`t.role = ${grant.role}`
      : sql<SqlBool>`(t.role = ${grant.role} AND t.office = ${grant.office})`,
  );
  // So does who stands in for a colleague on leave, with what nobody else has taken.
  for (const { accountId, grants } of actor.standsInFor ?? [])
    for (const { role, office } of grants)
      held.push(sql<SqlBool>`(t.role = ${role} AND (${office} = '*' OR t.office = ${office})
        AND (t.claimed_by IS NULL OR t.claimed_by IN (${accountId}, ${actor.accountId}) OR t.claimed_for = ${accountId}))`);
  // A clerk also goes on with the counter cases they opened themselves.
  held.push(sql<SqlBool>`(t.role = 'party:opener' AND c.opened_by = ${actor.accountId})`);
  const tasks = held.map((each) => sql<SqlBool>`(t.kind = 'human' AND ${each})`);
  tasks.push(isToResume(platform.access.officesWith(actor, 'case.suspend')));
  let base = caseworkTables(platform.database)
    .selectFrom('casework.token as t')
    .innerJoin('casework.cases as c', (join) =>
      join.onRef('c.office', '=', 't.office').onRef('c.no', '=', 't.case_no'),
    )
    .where('t.state', '=', 'open')
    .where((where) => where.or(tasks));
  if (query.mine) base = base.where('t.claimed_by', '=', actor.accountId);
  if (query.business) base = base.where('c.business', '=', query.business);
  if (query.role) base = base.where('t.role', '=', query.role);
  if (query.timeliness === 'in-time') {
    base = base.where((where) => where.or([where('c.warn_on', 'is', null), where('c.warn_on', '>', today)]));
  }
  if (query.timeliness === 'overdue')
    base = base.where('c.due_on', '<', today).where('c.stopped_since', 'is', null);
  if (query.timeliness === 'warning')
    base = base
      .where('c.due_on', '>=', today)
      .where('c.warn_on', '<=', today)
      .where('c.stopped_since', 'is', null);
  const found = saysWhat(query.q);
  if (found) base = base.where(found);
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const after = readCursor(query.cursor, ['moment', 'uuid']);
  let page = base
    .selectAll('t')
    .orderBy('t.entered_at')
    .orderBy('t.id')
    .limit(limit + 1);
  if (after) page = page.where(sql<SqlBool>`(t.entered_at, t.id) > (${after[0]}, ${after[1]}::uuid)`);
  const rows = await page.execute();
  const items: TaskView[] = [];
  const shown = rows.slice(0, limit);
  const cases = await getCases(
    platform.database,
    shown.map((token) => token.case_no),
  );
  for (const [at, token] of shown.entries()) {
    const record = cases[at];
    if (!record) continue;
    const definition = casework.definitions.version(record.case.business, record.case.business_version);
    const node = nodeOf(definition.process, token.node);
    items.push({
      id: token.id,
      caseNo: token.case_no,
      office: token.office,
      step: token.node,
      stepTitle: 'title' in node ? node.title : token.node,
      role: token.role ?? '',
      business: { code: definition.code, name: definition.name },
      location: record.units[0]?.location ?? '',
      parties: record.parties.map((party) => party.name),
      since: token.entered_at.toISOString(),
      ...(record.case.due_on ? { promisedBy: record.case.due_on } : {}),
      timeliness: timelinessOf(record.case, today),
      ...(token.claimed_by_name ? { claimedBy: token.claimed_by_name } : {}),
      isMine: token.claimed_by === actor.accountId,
      ...insteadOf(actor, token),
      ...(token.due_at ? { until: token.due_at.toISOString() } : {}),
      ...(record.case.suspended_at ? { suspended: true } : {}),
      ...(record.case.suspension_over_at ? { resumable: true } : {}),
    });
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items,
    total,
    ...(last ? { nextCursor: writeCursor([last.entered_at.toISOString(), last.id]) } : {}),
  };
}

/** One open place of each suspended case that waits to be resumed at these offices, whoever's turn it will be then. */
function isToResume(offices: readonly string[]) {
  return sql<SqlBool>`t.id = ANY(ARRAY(
    SELECT DISTINCT ON (r.office, r.no) o.id FROM casework.cases r
    JOIN casework.token o ON o.office = r.office AND o.case_no = r.no AND o.state = 'open'
    WHERE r.suspended_for IS NOT NULL AND r.suspension_over_at IS NOT NULL
      AND (r.office = ANY(${[...offices]}::text[]) OR '*' = ANY(${[...offices]}::text[]))
    ORDER BY r.office, r.no, o.entered_at, o.id))`;
}

/** The colleague on leave because of whom the person sees a task, where it is not their own. */
function insteadOf(
  actor: Actor,
  { role, office }: { role: string | null; office: string },
): { for?: string } {
  const colleague = standingsOf(actor, role ?? '', office)[0]?.for;
  return colleague ? { for: colleague.name } : {};
}
