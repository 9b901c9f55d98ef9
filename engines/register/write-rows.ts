import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { ProjectionRows, ProjectionTable } from './rows.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of any of this schema's tables as one JSON parameter: one statement whatever their number. */
const recordset = (table: string, rows: readonly Row[]) =>
  sql`json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::json)`;

/** Inserts the rows; all must have the same columns. */
export async function insertRows(
  trx: Database | Transaction,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(table)} (${columns}) SELECT ${columns} FROM ${recordset(table, rows)}`.execute(
    trx,
  );
}

/** Columns that may change on a row once written: everything else about the past is fixed. */
const endings = {
  'register.unit': { key: ['office', 'code', 'since_entry'], set: ['ended_entry', 'ended_at'] },
  'register.right': { key: ['office', 'id'], set: ['ended_entry', 'ended_at', 'ended_reason'] },
  'register.hold': { key: ['office', 'id'], set: ['ends_at'] },
  'register.unit_head': { key: ['office', 'unit_code'], set: ['entry_number', 'entered_at'] },
  'register.office_head': { key: ['office'], set: ['number', 'hash'] },
} as const;

/** Sets the columns that may change to what the rows say. */
export async function updateRows(
  trx: Database | Transaction,
  table: keyof typeof endings,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { key, set } = endings[table];
  const assignments = sql.join(set.map((column) => sql`${sql.ref(column)} = ${sql.ref(`new.${column}`)}`));
  const match = sql.join(
    key.map((column) => sql`${sql.ref(`old.${column}`)} = ${sql.ref(`new.${column}`)}`),
    sql` AND `,
  );
  await sql`UPDATE ${sql.table(table)} AS old SET ${assignments} FROM ${recordset(table, rows)} AS new WHERE ${match}`.execute(
    trx,
  );
}

/** Puts the units' queues into the database as they are now. */
export async function replaceQueues(
  trx: Database | Transaction,
  office: string,
  units: readonly string[],
  rows: ProjectionRows['register.seizure_queue'],
): Promise<void> {
  if (units.length === 0) return;
  await sql`DELETE FROM register.seizure_queue WHERE office = ${office} AND unit_code = ANY(${units}::text[])`.execute(
    trx,
  );
  await insertRows(trx, 'register.seizure_queue', rows);
}

/** Tables in an order in which every row finds the rows it refers to. */
export const projectionTables: readonly ProjectionTable[] = [
  'register.unit',
  'register.right',
  'register.holder',
  'register.certificate',
  'register.hold',
  'register.seizure_queue',
  'register.closure',
  'register.lineage',
  'register.unit_head',
];
