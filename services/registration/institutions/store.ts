import type { Database, Platform } from '@hengchan/platform';
import { type SqlBool, sql } from 'kysely';

interface BatchRow {
  office: string;
  organisation: string;
  digest: string;
  case_no: string | null;
  opened_by: string;
  opened_at: Date;
}

const tables = (database: Database) => database.withTables<{ 'registration.batch_row': BatchRow }>();

export type RowKey = Pick<BatchRow, 'office' | 'organisation' | 'digest'>;

/** Whoever was opening a case and was cut off does not hold the row longer than this. */
const patienceMs = 10 * 60_000;

/** Takes a row for an agent; false where it leads to a case already or another agent is at it. */
export async function reserveRow({ database, clock }: Platform, key: RowKey, by: string): Promise<boolean> {
  const now = clock.now();
  const taken = { case_no: null, opened_by: by, opened_at: now };
  const row = await tables(database)
    .insertInto('registration.batch_row')
    .values({ ...key, ...taken })
    .onConflict((conflict) =>
      conflict
        .columns(['office', 'organisation', 'digest'])
        .doUpdateSet({ opened_by: by, opened_at: now })
        .where(
          sql<SqlBool>`batch_row.case_no IS NULL AND batch_row.opened_at < ${new Date(now.getTime() - patienceMs)}`,
        ),
    )
    .returning('digest')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findRow(database: Database, key: RowKey): Promise<BatchRow | undefined> {
  return tables(database)
    .selectFrom('registration.batch_row')
    .selectAll()
    .where('office', '=', key.office)
    .where('organisation', '=', key.organisation)
    .where('digest', '=', key.digest)
    .executeTakeFirst();
}

export async function keepCase(
  { database, clock }: Platform,
  key: RowKey,
  caseNo: string,
  by: string,
): Promise<void> {
  await tables(database)
    .updateTable('registration.batch_row')
    .set({ case_no: caseNo, opened_by: by, opened_at: clock.now() })
    .where('office', '=', key.office)
    .where('organisation', '=', key.organisation)
    .where('digest', '=', key.digest)
    .execute();
}

/** Nothing was opened: whoever corrects the register or the row may try again at once. */
export async function releaseRow(database: Database, key: RowKey): Promise<void> {
  await tables(database)
    .updateTable('registration.batch_row')
    .set({ opened_at: new Date(0) })
    .where('office', '=', key.office)
    .where('organisation', '=', key.organisation)
    .where('digest', '=', key.digest)
    .where('case_no', 'is', null)
    .execute();
}
