import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';
import { type CatalogueTable, catalogue, columnsOf, foreignSchemas } from './catalogue.ts';

export interface CatalogueDifference {
  /** Columns the database has and the catalogue does not: data without purpose or ground. */
  missing: string[];
  /** Columns the catalogue has and the database does not. */
  surplus: string[];
  /** Columns that stand in two lists. */
  twice: string[];
}

/** The catalogue against the database as it is. Row SEC-OWN-03. */
export async function compareCatalogue(
  database: Database,
  entries: readonly CatalogueTable[] = catalogue,
): Promise<CatalogueDifference> {
  const { rows } = await sql<{ column: string }>`
    SELECT n.nspname || '.' || c.relname || '.' || a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'topology')
      AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> ALL(${[...foreignSchemas]}::text[])
    ORDER BY 1`.execute(database);
  const present = new Set(rows.map((row) => row.column));
  const known = new Set<string>();
  const twice: string[] = [];
  for (const entry of entries) {
    for (const list of [entry.government, entry.personal, entry.operational, entry.credential]) {
      for (const column of columnsOf(list)) {
        const name = `${entry.table}.${column}`;
        if (known.has(name)) twice.push(name);
        known.add(name);
      }
    }
  }
  return {
    missing: [...present].filter((column) => !known.has(column)),
    surplus: [...known].filter((column) => !present.has(column)),
    twice,
  };
}
