import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';

/** Rows of all tables of the product. */
export async function countRows(database: Database): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    SELECT format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND has_table_privilege(c.oid, 'SELECT') AND n.nspname !~ '^pg_'
      AND n.nspname NOT IN ('information_schema', 'public')`.execute(database);
  let total = 0;
  for (const { name } of rows) {
    const counted = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${sql.raw(name)}`.execute(
      database,
    );
    total += counted.rows[0]?.count ?? 0;
  }
  return total;
}
