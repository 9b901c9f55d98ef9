import { type Actor, cutPage, type Database, readCursor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { office, readParameters, type Security } from '../security.ts';
import { type IssueRow, type IssueStepRow, tables } from '../tables.ts';

export interface NewIssue {
  kind: IssueRow['kind'];
  severity: IssueRow['severity'];
  title: string;
  description: string;
  /** Who found it or pointed it out. */
  source: string;
  dueAt: Date;
}

/** An issue with its texts open: for those who may see issues only. */
export interface Issue extends Omit<IssueRow, 'title_sealed' | 'description_sealed' | 'measures_sealed'> {
  title: string;
  description: string;
  measures: string | undefined;
  overdue: boolean;
  reportOverdue: boolean;
}

/** Registers an issue. A vulnerability or incident starts the clock for telling the authority, and is told to the institution at once. Row SEC-VUL-01. */
export async function registerIssue(security: Security, actor: Actor, issue: NewIssue): Promise<string> {
  const { platform } = security;
  platform.access.require(actor, 'issue.manage');
  const { reportHours } = await readParameters(security);
  const now = platform.clock.now();
  const id = platform.ids.uuid();
  const toReport = issue.kind === 'vulnerability' || issue.kind === 'incident';
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.issue')
      .values({
        office,
        id,
        kind: issue.kind,
        severity: issue.severity,
        title_sealed: platform.cipher.seal(issue.title),
        description_sealed: platform.cipher.seal(issue.description),
        source: issue.source,
        status: 'open',
        due_at: issue.dueAt,
        report_due_at: toReport ? new Date(now.getTime() + reportHours * 3_600_000) : null,
        reported_at: null,
        reported_to: null,
        measures_sealed: null,
        measures_by: null,
        created_at: now,
        created_by: actor.accountId,
        created_by_name: actor.name,
        closed_at: null,
        closed_by: null,
      })
      .execute();
    await addStep(security, trx, actor, id, 'register', issue.source);
    // Nothing of the content: who may not open the issue must not learn it from the notice.
    const text = `登记了${kindTitles[issue.kind]}（${severityTitles[issue.severity]}），请按期处置`;
    await notify(security, trx, { kind: 'issue-registered', audience: 'issue.handle', subject: id, text });
    if (toReport)
      await notify(security, trx, { kind: 'issue-for-owner', audience: 'data.export', subject: id, text });
    await platform.audit.write(trx, actor, {
      action: 'issue.register',
      subject: id,
      detail: { kind: issue.kind, severity: issue.severity, dueAt: issue.dueAt },
    });
  });
  return id;
}

/** Writes down that, and to whom, an issue was reported: the institution, or network-information or public-security authorities. */
export async function reportIssue(security: Security, actor: Actor, id: string, to: string): Promise<void> {
  security.platform.access.require(actor, 'issue.manage');
  await change(security, actor, id, 'report', to, (row, now) => {
    if (row.reported_at !== null) throw errors.ISSUE_REPORTED();
    return { reported_at: now, reported_to: to };
  });
}

/** Says what was done; the issue then waits for somebody else's review. Row SEC-AUD-03. */
export async function recordMeasures(
  security: Security,
  actor: Actor,
  id: string,
  text: string,
): Promise<void> {
  security.platform.access.require(actor, 'issue.handle');
  await change(security, actor, id, 'measures', text, (row) => {
    if (row.status !== 'open') throw errors.ISSUE_NOT_OPEN();
    return {
      status: 'review',
      measures_sealed: security.platform.cipher.seal(text),
      measures_by: actor.accountId,
    };
  });
}

/** Closes the issue, or sends it back. Nobody reviews the own measures. */
export async function reviewIssue(
  security: Security,
  actor: Actor,
  id: string,
  review: { passed: boolean; note: string },
): Promise<void> {
  security.platform.access.require(actor, 'issue.manage');
  await change(security, actor, id, review.passed ? 'close' : 'return', review.note, (row, now) => {
    if (row.status !== 'review') throw errors.ISSUE_NOT_OPEN();
    if (row.measures_by === actor.accountId) throw errors.ISSUE_REVIEW_BY_SAME_PERSON();
    return review.passed
      ? { status: 'closed', closed_at: now, closed_by: actor.accountId }
      : { status: 'open' };
  });
}

/** Issues, newest first. That somebody looked is recorded. Row SEC-VUL-02. */
export async function listIssues(
  security: Security,
  actor: Actor,
  filter: {
    status?: IssueRow['status'] | undefined;
    cursor?: string | undefined;
    limit?: number | undefined;
  },
): Promise<{ items: Issue[]; nextCursor?: string }> {
  requireReader(security, actor);
  const { platform } = security;
  const limit = filter.limit ?? 20;
  const [at, id] = readCursor(filter.cursor, ['moment', 'uuid']) ?? [];
  let query = tables(platform.database).selectFrom('security.issue').selectAll().where('office', '=', office);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (at !== undefined && id !== undefined) {
    query = query.where((row) => row(row.refTuple('created_at', 'id'), '<', row.tuple(at, id)));
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = cutPage(rows, limit, (last) => [last.created_at, last.id]);
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'issue',
    conditions: { status: filter.status },
    count: page.items.length,
  });
  return { ...page, items: page.items.map((row) => open(security, row)) };
}

/** One issue with everything that was done about it. Throws ISSUE_NOT_FOUND. */
export async function readIssue(
  security: Security,
  actor: Actor,
  id: string,
): Promise<{ issue: Issue; steps: (Omit<IssueStepRow, 'note_sealed'> & { note: string })[] }> {
  requireReader(security, actor);
  const { platform } = security;
  const row = await tables(platform.database)
    .selectFrom('security.issue')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw errors.ISSUE_NOT_FOUND();
  const steps = await tables(platform.database)
    .selectFrom('security.issue_step')
    .selectAll()
    .where('office', '=', office)
    .where('issue', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'issue',
    conditions: { id },
    count: 1,
    subject: id,
  });
  return {
    issue: open(security, row),
    steps: steps.map(({ note_sealed, ...step }) => ({ ...step, note: platform.cipher.open(note_sealed) })),
  };
}

/** Raises an alert, once, for every issue past its date and every report not made in time. */
export async function alertOverdue(security: Security): Promise<void> {
  const { platform } = security;
  const now = platform.clock.now();
  const rows = await tables(platform.database)
    .selectFrom('security.issue')
    .select(['id', 'due_at', 'status', 'report_due_at', 'reported_at'])
    .where('office', '=', office)
    .where((row) =>
      row.or([
        row.and([row('status', '<>', 'closed'), row('due_at', '<', now)]),
        row.and([row('reported_at', 'is', null), row('report_due_at', '<', now)]),
      ]),
    )
    .execute();
  for (const { id, due_at, status, report_due_at, reported_at } of rows) {
    const late = (kind: string, text: string) =>
      notify(security, platform.database, { kind, audience: 'issue.manage', subject: id, text });
    if (status !== 'closed' && due_at < now) await late('issue-overdue', '问题单已超过整改期限');
    if (reported_at === null && report_due_at !== null && report_due_at < now)
      await late('report-overdue', '漏洞或事件已超过报告时限，尚未登记报告');
  }
}

export const kindTitles: Record<IssueRow['kind'], string> = {
  vulnerability: '漏洞',
  hazard: '隐患',
  incident: '入侵或异常事件',
  notified: '通报的问题',
};
export const severityTitles: Record<IssueRow['severity'], string> = {
  low: '低',
  middle: '中',
  high: '高',
  critical: '严重',
};

function requireReader({ platform }: Security, actor: Actor): void {
  if (!platform.access.allows(actor, 'issue.handle')) platform.access.require(actor, 'issue.read');
}

function open({ platform }: Security, row: IssueRow): Issue {
  const { title_sealed, description_sealed, measures_sealed, ...rest } = row;
  const now = platform.clock.now();
  return {
    ...rest,
    title: platform.cipher.open(title_sealed),
    description: platform.cipher.open(description_sealed),
    measures: measures_sealed === null ? undefined : platform.cipher.open(measures_sealed),
    overdue: row.status !== 'closed' && row.due_at < now,
    reportOverdue: row.reported_at === null && row.report_due_at !== null && row.report_due_at < now,
  };
}

async function change(
  security: Security,
  actor: Actor,
  id: string,
  action: string,
  note: string,
  decide: (row: IssueRow, now: Date) => Partial<IssueRow>,
): Promise<void> {
  const { platform } = security;
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .selectFrom('security.issue')
      .selectAll()
      .where('office', '=', office)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw errors.ISSUE_NOT_FOUND();
    await tables(trx)
      .updateTable('security.issue')
      .set(decide(row, platform.clock.now()))
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    await addStep(security, trx, actor, id, action, note);
    await platform.audit.write(trx, actor, { action: `issue.${action}`, subject: id });
  });
}

async function addStep(
  { platform }: Security,
  trx: Database,
  actor: Actor,
  issue: string,
  action: string,
  note: string,
): Promise<void> {
  await tables(trx)
    .insertInto('security.issue_step')
    .values({
      office,
      issue,
      id: platform.ids.uuid(),
      action,
      note_sealed: platform.cipher.seal(note),
      at: platform.clock.now(),
      actor: actor.accountId,
      actor_name: actor.name,
    })
    .execute();
}
