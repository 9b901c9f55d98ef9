import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { masterId } from './ring.ts';

/** A column that holds sealed texts and nothing else. */
export interface SealedColumn {
  schema: string;
  table: string;
  column: string;
}

/** Sealed columns whose name does not say so. */
const named = ['platform.idempotency.response'];

/** Every column of sealed texts, by name: `sealed` or `…_sealed`, which a test holds. Schemas in `except` are left out. */
export async function sealedColumns(database: Database, except: readonly string[]): Promise<SealedColumn[]> {
  const { rows } = await sql<SealedColumn>`
    SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname <> ALL (${[...except]}::text[])
      AND (a.attname ~ '(^|_)sealed$' AND a.atttypid = 'text'::regtype
        OR n.nspname || '.' || c.relname || '.' || a.attname = ANY (${named}::text[]))
    ORDER BY 1, 2, 3`.execute(database);
  return rows;
}

const keyOf = (column: string) => sql`CASE WHEN strpos(${sql.ref(column)}, '.') = 9
  THEN left(${sql.ref(column)}, 8) ELSE ${masterId} END`;

/** How many values of the column are sealed under which key. */
export async function countByKey(
  database: Database,
  { schema, table, column }: SealedColumn,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    SELECT ${keyOf(column)} AS key, count(*) AS count FROM ${sql.table(`${schema}.${table}`)}
    WHERE ${sql.ref(column)} IS NOT NULL GROUP BY 1`.execute(database);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** How many rows of a schema that is never sealed anew mention a key anywhere. Reads all of it. */
export async function countMentions(database: Database, schema: string, key: string): Promise<number> {
  const columns = await sql<{ table: string; column: string }>`
    SELECT c.relname AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname = ${schema}
      AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'json'::regtype)`.execute(database);
  let found = 0;
  for (const { table, column } of columns.rows) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(`${schema}.${table}`)}
      WHERE ${sql.ref(column)}::text LIKE ${`%${key}.%`}`.execute(database);
    found += rows[0]?.count ?? 0;
  }
  return found;
}

const blocksAtOnce = 64;
const rowsAtOnce = 500;

export interface Resealing {
  current: string;
  open(sealed: string): string;
  seal(text: string): string;
  /** Called between the steps of a batch; what it throws ends the work, and nothing of the batch is kept. */
  step?: () => void;
}

/**
 * Seals every value of the column anew that is not under the current key, in batches of their own transaction, from the beginning of the table to its
 * end; rows somebody holds at the moment are left for the next round. May be ended at any moment and begun again: the values themselves say
 * what is left. Returns how many it sealed.
 */
export async function resealColumn(
  owner: Database,
  { schema, table, column }: SealedColumn,
  work: Resealing,
): Promise<number> {
  const where = sql.table(`${schema}.${table}`);
  const at = sql.ref(column);
  const { rows } = await sql<{ blocks: number }>`
    SELECT pg_relation_size(${`"${schema}"."${table}"`}::regclass) / current_setting('block_size')::bigint AS blocks`.execute(
    owner,
  );
  const blocks = rows[0]?.blocks ?? 0;
  let sealed = 0;
  for (let from = 0; from < blocks; from += blocksAtOnce) {
    const range = sql`ctid >= ${`(${from},0)`}::tid AND ctid < ${`(${from + blocksAtOnce},0)`}::tid`;
    for (;;) {
      const count = await owner.transaction().execute(async (trx) => {
        const found = await sql<{ place: string; value: string }>`
          SELECT ctid::text AS place, ${at} AS value FROM ${where}
          WHERE ${range} AND ${at} IS NOT NULL AND ${keyOf(column)} <> ${work.current}
          LIMIT ${rowsAtOnce} FOR UPDATE SKIP LOCKED`.execute(trx);
        work.step?.();
        if (found.rows.length === 0) return 0;
        const places = found.rows.map(({ place }) => place);
        const values = found.rows.map(({ value }) => work.seal(work.open(value)));
        await sql`
          UPDATE ${where} SET ${sql.ref(column)} = given.value
          FROM unnest(${places}::tid[], ${values}::text[]) AS given (place, value)
          WHERE ${sql.table(table)}.ctid = given.place`.execute(trx);
        work.step?.();
        return found.rows.length;
      });
      sealed += count;
      if (count < rowsAtOnce) break;
    }
    work.step?.();
  }
  return sealed;
}
