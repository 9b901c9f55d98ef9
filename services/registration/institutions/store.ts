import type { Database, Transaction } from '@hengchan/platform';

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

/** The case a row led to last. */
export async function findRow(database: Database, key: RowKey): Promise<string | null | undefined> {
  const row = await tables(database)
    .selectFrom('registration.batch_row')
    .select('case_no')
    .where('office', '=', key.office)
    .where('organisation', '=', key.organisation)
    .where('digest', '=', key.digest)
    .executeTakeFirst();
  return row?.case_no;
}

/** Holds a row until the transaction ends, so that of two agents who send it the second finds the case of the first. Answers like findRow. */
export async function lockRow(
  trx: Transaction,
  key: RowKey,
  taken: Pick<BatchRow, 'opened_by' | 'opened_at'>,
): Promise<string | null> {
  const row = await tables(trx)
    .insertInto('registration.batch_row')
    .values({ ...key, ...taken, case_no: null })
    .onConflict((conflict) => conflict.columns(['office', 'organisation', 'digest']).doUpdateSet(taken))
    .returning('case_no')
    .executeTakeFirstOrThrow();
  return row.case_no;
}

export async function keepCase(trx: Transaction, key: RowKey, caseNo: string): Promise<void> {
  await tables(trx)
    .updateTable('registration.batch_row')
    .set({ case_no: caseNo })
    .where('office', '=', key.office)
    .where('organisation', '=', key.organisation)
    .where('digest', '=', key.digest)
    .execute();
}
