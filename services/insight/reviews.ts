import { caseworkTables, type Definitions } from '@hengchan/casework';
import { type Actor, asTaskOf, type Platform, type Transaction } from '@hengchan/platform';
import { rulesTables } from '@hengchan/rules';
import { endOfShanghaiDay, startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';
import { type RawBuilder, sql } from 'kysely';

export interface Reviews {
  platform: Platform;
  definitions: Definitions;
  /** What a rule is called. */
  ruleTitle: (code: string) => string | undefined;
}

/** What automatic review came to with a case: decided without a person, found nothing, left something to a person, or found a bar. */
export const conclusions = ['automatic', 'pass', 'person', 'block'] as const;
export type Conclusion = (typeof conclusions)[number];
type Counts = Record<Conclusion, number>;

export interface Asked {
  from: string;
  to: string;
  office?: string | undefined;
  business?: string | undefined;
}

interface Scope {
  from: Date;
  to: Date;
  offices: readonly string[];
  business?: string | undefined;
}

/**
 * Each case the rules were asked of in a time, with what automatic review came to: the last evaluation decides, and the conclusion of the
 * step that may decide alone where there was one.
 */
function concluded({ from, to, offices, business }: Scope): RawBuilder<{ case_no: string }> {
  const everywhere = offices.includes('*');
  return sql`
    SELECT e.office, e.case_no, e.business, e.channel, e.at, CASE
        WHEN e.outcome = 'block' OR (s.outcome = 'block' AND s.at >= e.at) THEN 'block'
        WHEN e.outcome = 'person' OR s.outcome IN ('person', 'block') THEN 'person'
        WHEN s.outcome = 'passed' THEN 'automatic'
        ELSE 'pass' END AS conclusion
    FROM (
      SELECT DISTINCT ON (office, case_no) office, case_no, business, channel, outcome, at FROM rules.evaluation
      WHERE at >= ${from} AND at <= ${to}
        ${everywhere ? sql`` : sql`AND office = ANY(${[...offices]}::text[])`}
        ${business === undefined ? sql`` : sql`AND business = ${business}`}
      ORDER BY office, case_no, at DESC, id DESC
    ) e LEFT JOIN LATERAL (
      SELECT data->>'outcome' AS outcome, at FROM casework.event v
      WHERE v.office = e.office AND v.case_no = e.case_no AND v.action = 'screen' AND v.at >= ${from}
      ORDER BY v.at DESC, v.id DESC LIMIT 1
    ) s ON true`;
}

const noCounts = (): Counts => ({ automatic: 0, pass: 0, person: 0, block: 0 });
const totalOf = (counts: Counts) => conclusions.reduce((sum, each) => sum + counts[each], 0);

/** How automatic review stands now (REG-AUD-22): what the machine has in hand, what came of today's cases, and what waits for a person. */
export async function standing({ platform, definitions }: Reviews, actor: Actor, office?: string) {
  const offices = officesOf(platform, actor, office);
  const now = platform.clock.now();
  return asTaskOf(platform.database, 'government', (trx) => standAt(trx, definitions, offices, now));
}

async function standAt(
  database: Transaction,
  definitions: Definitions,
  offices: readonly string[],
  now: Date,
) {
  const everywhere = offices.includes('*');
  const today = { from: startOfShanghaiDay(toShanghaiDate(now)), to: now, offices };
  let machine = caseworkTables(database)
    .selectFrom('casework.token')
    .select(sql<number>`count(DISTINCT (office, case_no))::int`.as('cases'))
    .where('state', '=', 'open')
    .where('kind', '=', 'automatic');
  if (!everywhere) machine = machine.where('office', 'in', [...offices]);
  const { cases: inReview } = await machine.executeTakeFirstOrThrow();
  const { rows: waiting } = await sql<{ cases: number }>`
    SELECT count(DISTINCT (t.office, t.case_no))::int AS cases FROM casework.token t, LATERAL (
      SELECT data->>'outcome' AS outcome FROM casework.event v
      WHERE v.office = t.office AND v.case_no = t.case_no AND v.action = 'screen' ORDER BY v.at DESC, v.id DESC LIMIT 1
    ) s WHERE t.state = 'open' AND t.kind = 'human' AND t.role NOT LIKE 'party:%' AND s.outcome IN ('person', 'block')
      ${everywhere ? sql`` : sql`AND t.office = ANY(${[...offices]}::text[])`}`.execute(database);
  const { rows: counted } = await sql<{ conclusion: Conclusion; cases: number }>`
    SELECT conclusion, count(*)::int AS cases FROM (${concluded(today)}) c GROUP BY conclusion`.execute(
    database,
  );
  const { rows: recent } = await sql<{
    case_no: string;
    business: string;
    channel: string;
    at: Date;
    conclusion: Conclusion;
  }>`SELECT * FROM (${concluded(today)}) c ORDER BY at DESC, case_no DESC LIMIT 20`.execute(database);
  const counts = Object.assign(
    noCounts(),
    Object.fromEntries(counted.map((row) => [row.conclusion, row.cases])),
  ) as Counts;
  const names = namesOf(definitions);
  return {
    at: now.toISOString(),
    inReview,
    waiting: waiting[0]?.cases ?? 0,
    today: { total: totalOf(counts), conclusions: counts },
    recent: recent.map((row) => ({
      caseNo: row.case_no,
      business: row.business,
      businessName: names.get(row.business) ?? row.business,
      channel: row.channel,
      conclusion: row.conclusion,
      at: new Date(row.at).toISOString(),
    })),
  };
}

export interface ReviewCount extends Counts {
  business: string;
  businessName: string;
  total: number;
  online: number;
  /** Share that passed, with a person or without, 0 to 1. */
  passRate: number;
}

/** What automatic review came to in a time, by business, day and reason (REG-AUD-23). */
export async function statistics(reviews: Reviews, actor: Actor, asked: Asked) {
  const { platform } = reviews;
  const scope: Scope = {
    from: startOfShanghaiDay(asked.from),
    to: endOfShanghaiDay(asked.to),
    offices: officesOf(platform, actor, asked.office),
    business: asked.business,
  };
  return asTaskOf(platform.database, 'government', (trx) => countReviews(reviews, trx, scope));
}

async function countReviews({ definitions, ruleTitle }: Reviews, database: Transaction, scope: Scope) {
  const { rows } = await sql<{
    business: string;
    day: string;
    channel: string;
    conclusion: Conclusion;
    cases: number;
  }>`
    SELECT business, to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, channel, conclusion,
      count(*)::int AS cases FROM (${concluded(scope)}) c GROUP BY 1, 2, 3, 4`.execute(database);
  const names = namesOf(definitions);
  const items = [...Map.groupBy(rows, (row) => row.business)].map(([business, own]): ReviewCount => {
    const counts = countsOf(own);
    const total = totalOf(counts);
    return {
      business,
      businessName: names.get(business) ?? business,
      total,
      online: own.filter((row) => row.channel === 'online').reduce((sum, row) => sum + row.cases, 0),
      ...counts,
      passRate: total === 0 ? 0 : (counts.automatic + counts.pass) / total,
    };
  });
  const days = [...Map.groupBy(rows, (row) => row.day)].map(([day, own]) => ({ day, ...countsOf(own) }));
  return {
    items: items.sort(
      (left, right) => right.total - left.total || left.business.localeCompare(right.business),
    ),
    days: days.sort((left, right) => left.day.localeCompare(right.day)),
    reasons: await reasonsOf(database, scope, ruleTitle),
  };
}

function countsOf(rows: readonly { conclusion: Conclusion; cases: number }[]): Counts {
  const counts = noCounts();
  for (const row of rows) counts[row.conclusion] += row.cases;
  return counts;
}

/** Why cases did not pass: each rule that blocked or asked for a person, and each source that did not confirm, with how many cases. */
async function reasonsOf(database: Transaction, scope: Scope, ruleTitle: Reviews['ruleTitle']) {
  let evaluated = rulesTables(database)
    .selectFrom('rules.evaluation')
    .where('at', '>=', scope.from)
    .where('at', '<=', scope.to)
    .where('outcome', 'in', ['block', 'person']);
  if (!scope.offices.includes('*')) evaluated = evaluated.where('office', 'in', [...scope.offices]);
  if (scope.business !== undefined) evaluated = evaluated.where('business', '=', scope.business);
  const failed = evaluated.select(['office', 'case_no', 'findings']);
  const { rows } = await sql<{ code: string; outcome: 'block' | 'person'; cases: number }>`
    SELECT f->>'rule' AS code, f->>'outcome' AS outcome, count(DISTINCT (e.office, e.case_no))::int AS cases
    FROM (${failed}) e, jsonb_array_elements(e.findings) f WHERE f->>'outcome' IN ('block', 'person')
    GROUP BY 1, 2`.execute(database);
  const { rows: sources } = await sql<{ title: string; cases: number }>`
    SELECT r->>'title' AS title, count(DISTINCT (c.office, c.case_no))::int AS cases
    FROM (${concluded(scope)}) c
    JOIN casework.event v ON v.office = c.office AND v.case_no = c.case_no AND v.action = 'screen'
      AND v.at >= ${scope.from} AND v.at <= ${scope.to},
      jsonb_array_elements(v.data->'reasons') r WHERE r->>'code' = 'source' GROUP BY 1`.execute(database);
  return [
    ...rows.map(({ code, outcome, cases }) => ({ code, title: ruleTitle(code) ?? code, outcome, cases })),
    ...sources.map(({ title, cases }) => ({ code: 'source', title, outcome: 'person' as const, cases })),
  ].sort((left, right) => right.cases - left.cases || left.title.localeCompare(right.title));
}

function officesOf(platform: Platform, actor: Actor, office: string | undefined): readonly string[] {
  platform.access.require(actor, 'review.monitor', office === undefined ? {} : { office });
  return office === undefined ? platform.access.officesWith(actor, 'review.monitor') : [office];
}

const namesOf = (definitions: Definitions) =>
  new Map(definitions.list().map((each) => [each.code, each.name]));
