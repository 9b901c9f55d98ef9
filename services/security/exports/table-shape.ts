import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';
import type { CatalogueTable } from '../data/catalogue.ts';
import { classified } from '../data/catalogue.ts';

export interface Column {
  name: string;
  type: string;
  class: string;
  /** Written by the database itself: left out when the rows are loaded again. */
  generated: boolean;
  nullable: boolean;
}

/** The columns of a table as they are in the database; undefined when this installation does not have the table. */
export async function shapeOf(database: Database, entry: CatalogueTable): Promise<Column[] | undefined> {
  const classes = classified(entry);
  const { rows } = await sql<{ name: string; type: string; generated: boolean; nullable: boolean }>`
    SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      a.attgenerated <> '' OR a.attidentity <> '' AS generated, NOT a.attnotnull AS nullable
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname || '.' || c.relname = ${entry.table} AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum`.execute(database);
  if (rows.length === 0) return undefined;
  return rows.map((row) => ({ ...row, class: classes.get(row.name) ?? 'operational' }));
}

/** What to select: everything as it is, but for credentials, which are replaced by something that opens nothing. */
export function selectionOf(columns: readonly Column[]) {
  return sql.join(
    columns.map((column) => {
      if (column.class !== 'credential') return sql.ref(column.name);
      return sql`${sql.raw(harmless(column))} AS ${sql.ref(column.name)}`;
    }),
  );
}

function harmless({ type, nullable }: Column): string {
  if (nullable) return `NULL::${type}`;
  if (type === 'boolean') return 'false';
  if (['bigint', 'integer', 'smallint', 'numeric'].includes(type)) return '0';
  return "'*'::text";
}
