import {
  type Actor,
  cutPage,
  type Database,
  type Platform,
  readCursor,
  type Transaction,
} from '@hengchan/platform';
import { type Selectable, sql } from 'kysely';
import { errors } from './errors.ts';
import type { Parameters } from './rule.ts';
import { tables } from './store.ts';
import type { StudyCaseRow, StudyRow } from './tables.ts';

export type Study = Selectable<StudyRow>;

export interface NewStudy {
  rule: string;
  /** `*` for all. */
  business: string;
  office: string;
  enabled: boolean;
  parameters: Parameters;
  from: Date;
  to: Date;
}

/** Puts a question on record and counts the cases it is about; the work is a job's. Changes nothing else. */
export async function openStudy(
  platform: Platform,
  trx: Transaction,
  actor: Actor,
  asked: NewStudy,
): Promise<string> {
  const id = platform.ids.uuid();
  const { total } = await evaluatedCases(trx, asked)
    .select(sql<number>`count(DISTINCT case_no)::int`.as('total'))
    .executeTakeFirstOrThrow();
  await tables(trx)
    .insertInto('rules.study')
    .values({
      office: asked.office,
      id,
      rule: asked.rule,
      business: asked.business,
      enabled: asked.enabled,
      parameters: JSON.stringify(asked.parameters),
      from_at: asked.from,
      to_at: asked.to,
      state: 'waiting',
      total,
      reached: null,
      asked_by: actor.accountId,
      asked_by_name: actor.name,
      asked_at: platform.clock.now(),
      ended_at: null,
    })
    .execute();
  return id;
}

export async function findStudy(database: Database, id: string): Promise<Study> {
  const study = await tables(database)
    .selectFrom('rules.study')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!study) throw errors.STUDY_NOT_FOUND();
  return study;
}

/** Numbers of the next cases of a study, in order. */
export async function nextCases(database: Database, study: Study, limit: number): Promise<string[]> {
  let query = evaluatedCases(database, {
    business: study.business,
    office: study.office,
    from: study.from_at,
    to: study.to_at,
  })
    .select('case_no')
    .distinct()
    .orderBy('case_no')
    .limit(limit);
  if (study.reached !== null) query = query.where('case_no', '>', study.reached);
  return (await query.execute()).map((row) => row.case_no);
}

/** What a batch of cases gave, kept together with how far the study came: a batch counts once, whoever runs it. */
export async function advanceStudy(
  trx: Transaction,
  study: Study,
  batch: { reached: string; cases: number; untold: number; changed: readonly StudyCaseRow[] },
): Promise<void> {
  const moved = await tables(trx)
    .updateTable('rules.study')
    .set({
      state: 'running',
      reached: batch.reached,
      done: sql`done + ${batch.cases}`,
      untold: sql`untold + ${batch.untold}`,
      changed: sql`changed + ${new Set(batch.changed.map((each) => each.case_no)).size}`,
    })
    .where('office', '=', study.office)
    .where('id', '=', study.id)
    .where((where) =>
      study.reached === null ? where('reached', 'is', null) : where('reached', '=', study.reached),
    )
    .returning('id')
    .executeTakeFirst();
  if (moved && batch.changed.length > 0)
    await tables(trx)
      .insertInto('rules.study_case')
      .values([...batch.changed])
      .execute();
}

export async function endStudy(
  database: Database,
  study: Study,
  state: 'done' | 'failed',
  now: Date,
): Promise<void> {
  await tables(database)
    .updateTable('rules.study')
    .set({ state, ended_at: now })
    .where('office', '=', study.office)
    .where('id', '=', study.id)
    .execute();
}

/** Studies newest first. */
export async function listStudies(database: Database, limit: number): Promise<Study[]> {
  return tables(database)
    .selectFrom('rules.study')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Cases a study found changed, by number, a page at a time. */
export async function studyCases(
  database: Database,
  study: Study,
  { cursor, limit = 20 }: { cursor?: string | undefined; limit?: number | undefined },
) {
  const [after, moment] = readCursor(cursor, ['text', 'text']) ?? ['', ''];
  const rows = await tables(database)
    .selectFrom('rules.study_case')
    .selectAll()
    .where('office', '=', study.office)
    .where('study', '=', study.id)
    .where(sql<boolean>`(case_no, moment) > (${after}, ${moment})`)
    .orderBy('case_no')
    .orderBy('moment')
    .limit(limit + 1)
    .execute();
  return cutPage(rows, limit, (last) => [last.case_no, last.moment]);
}

function evaluatedCases(
  database: Database,
  { business, office, from, to }: Pick<NewStudy, 'business' | 'office' | 'from' | 'to'>,
) {
  let query = tables(database).selectFrom('rules.evaluation').where('at', '>=', from).where('at', '<=', to);
  if (office !== '*') query = query.where('office', '=', office);
  if (business !== '*') query = query.where('business', '=', business);
  return query;
}
