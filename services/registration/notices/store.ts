import type { Database } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { type Notice, noticeTables, type Objection, type ObjectionFile } from '../tables.ts';

/** Everything of a notice but what it is searched by. */
export const noticeColumns = [
  'office',
  'no',
  'case_no',
  'kind',
  'title',
  'location',
  'content',
  'published_at',
  'published_on',
  'days',
  'unit',
  'ends_at',
  'file_hash',
  'stopped_at',
] as const;

/** The office is the first six digits of every notice number. */
const officeOfNotice = (no: string) => no.slice(0, 6);

/** A notice by its number; throws PUBLIC_NOTICE_NOT_FOUND. */
export async function getNotice(database: Database, no: string): Promise<Notice> {
  const row = await noticeTables(database)
    .selectFrom('registration.notice')
    .select(noticeColumns)
    .where('office', '=', officeOfNotice(no))
    .where('no', '=', no)
    .executeTakeFirst();
  if (!row) throw errors.PUBLIC_NOTICE_NOT_FOUND();
  return row;
}

/** The notices of a case, oldest first. */
export async function noticesOfCase(database: Database, office: string, caseNo: string): Promise<Notice[]> {
  return noticeTables(database)
    .selectFrom('registration.notice')
    .select(noticeColumns)
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('published_at')
    .execute();
}

/** The objections against the notices of a case, oldest first. */
export async function objectionsOfCase(
  database: Database,
  office: string,
  caseNo: string,
): Promise<Objection[]> {
  return noticeTables(database)
    .selectFrom('registration.objection')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('filed_at')
    .orderBy('id')
    .execute();
}

/** An objection by its id; throws OBJECTION_NOT_FOUND. */
export async function getObjection(database: Database, id: string): Promise<Objection> {
  const row = await noticeTables(database)
    .selectFrom('registration.objection')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw errors.OBJECTION_NOT_FOUND();
  return row;
}

/** Files of objections, in the order in which they came. */
export async function filesOf(
  database: Database,
  objections: readonly Pick<Objection, 'office' | 'id'>[],
): Promise<ObjectionFile[]> {
  if (objections.length === 0) return [];
  return noticeTables(database)
    .selectFrom('registration.objection_file')
    .selectAll()
    .where('office', 'in', [...new Set(objections.map((each) => each.office))])
    .where(
      'objection',
      'in',
      objections.map((each) => each.id),
    )
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}
