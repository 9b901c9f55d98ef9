import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { CodeRange } from './fold-pages.ts';
import { projectionColumns, projectionKeys } from './projection-columns.ts';
import type { ProjectionTable } from './rows.ts';

export interface RowDifference {
  readonly key: string;
  readonly kind: 'missing' | 'unexpected' | 'different';
}

/**
 * Which rows of a table are not exactly the ones given, within a range of unit codes. The database compares the
 * text of whole rows, so types need no translation and a change that keeps the value equal (1.0 for 1) shows too.
 */
export async function compareRows(
  database: Database | Transaction,
  office: string,
  table: ProjectionTable,
  range: CodeRange,
  rows: readonly object[],
): Promise<RowDifference[]> {
  const columns = sql.join(projectionColumns[table].map((column) => sql.ref(column)));
  const keys = projectionKeys[table];
  const unit = sql.ref(table === 'register.unit' ? 'code' : 'unit_code');
  const upTo = range.upTo === undefined ? sql`true` : sql`${unit} <= ${range.upTo}`;
  const touched = table === 'register.unit_head' ? sql`entry_number > 0` : sql`true`;
  const keyOf = (alias: string) =>
    sql`concat_ws(' ', ${sql.join(keys.map((key) => sql.ref(`${alias}.${key}`)))})`;
  const result = await sql<{ key: string; kind: RowDifference['kind'] }>`
    WITH expected AS (
      SELECT ${columns} FROM json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    ), actual AS (
      SELECT ${columns} FROM ${sql.table(table)}
      WHERE office = ${office} AND ${unit} > ${range.after} AND ${upTo} AND ${touched}
    )
    SELECT coalesce(${keyOf('e')}, ${keyOf('a')}) AS key,
      CASE WHEN a.office IS NULL THEN 'missing' WHEN e.office IS NULL THEN 'unexpected' ELSE 'different' END AS kind
    FROM (SELECT *, expected::text AS whole FROM expected) e
    FULL JOIN (SELECT *, actual::text AS whole FROM actual) a
      ON ${sql.join(
        keys.map((key) => sql`${sql.ref(`e.${key}`)} = ${sql.ref(`a.${key}`)}`),
        sql` AND `,
      )}
    WHERE e.whole IS DISTINCT FROM a.whole
    LIMIT 100`.execute(database);
  return result.rows;
}
