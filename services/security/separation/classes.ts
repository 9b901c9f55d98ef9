import { classRoles, type Database, type DataClass, mayTake, type Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { type CatalogueTable, catalogue, columnsOf } from '../data/catalogue.ts';

/** What is held about the running platform and those who use it; everything else is held for registration. */
const operational: readonly string[] = ['account', 'audit', 'security', 'operation'];

export const classOf = ({ ground }: Pick<CatalogueTable, 'ground'>): DataClass =>
  operational.includes(ground) ? 'operations' : 'government';

/** Columns a class may read: those of its tables, but never what proves who somebody is. */
function readableColumns(name: DataClass): Map<string, string[]> {
  return new Map(
    catalogue
      .filter((entry) => classOf(entry) === name)
      .map((entry) => [
        entry.table,
        [entry.government, entry.personal, entry.operational].flatMap((list) => columnsOf(list)),
      ]),
  );
}

/**
 * Makes the two roles and lets each read the tables of its class and no others, as the catalogue has them now. Runs as the owner of the tables at
 * every start; where nothing changed it only looks. Answers false where there are no roles the owner may act as: then there is one class, as before.
 */
export async function separateClasses(owner: Database): Promise<boolean> {
  for (const role of Object.values(classRoles)) {
    await sql`DO ${sql.raw(`$$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN EXECUTE format('GRANT ${role} TO %I', current_user); END IF;
    EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation OR internal_error THEN NULL;
    END $$`)}`.execute(owner);
  }
  if (!(await rolesExist(owner))) return false;
  await owner.transaction().execute(async (trx) => {
    for (const name of Object.keys(classRoles) as DataClass[]) await grant(trx, name);
  });
  return true;
}

async function rolesExist(database: Database): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM pg_roles WHERE rolname = ANY(${Object.values(classRoles)}::text[]) AND ${mayTake}`.execute(
    database,
  );
  return rows[0]?.count === 2;
}

interface Column {
  schema: string;
  table: string;
  column: string;
  readable: boolean;
  reachable: boolean;
}

async function grant(trx: Transaction, name: DataClass): Promise<void> {
  const role = classRoles[name];
  const wanted = readableColumns(name);
  const { rows } = await sql<Column>`
    SELECT n.nspname AS schema, c.relname AS table, a.attname AS column,
      has_column_privilege(${role}, c.oid, a.attnum, 'SELECT') AS readable,
      has_schema_privilege(${role}, n.oid, 'USAGE') AS reachable
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public') AND n.nspname NOT LIKE 'pg\\_%'`.execute(
    trx,
  );
  const may = ({ schema, table, column }: Column) =>
    wanted.get(`${schema}.${table}`)?.includes(column) === true;
  const wrong = rows.filter((each) => may(each) !== each.readable || (may(each) && !each.reachable));
  if (wrong.length === 0) return;
  // Two processes that start at once would alter the same rows of the system's tables.
  await sql`SELECT pg_advisory_xact_lock(hashtext('hengchan.classes'))`.execute(trx);
  for (const schema of new Set(wrong.filter(may).map((each) => each.schema)))
    await sql`GRANT USAGE ON SCHEMA ${sql.id(schema)} TO ${sql.id(role)}`.execute(trx);
  for (const [table, columns] of Map.groupBy(wrong, (each) => `${each.schema}.${each.table}`)) {
    const given = columns.filter(may).map(({ column }) => sql.id(column));
    const taken = columns.filter((each) => !may(each)).map(({ column }) => sql.id(column));
    if (given.length > 0)
      await sql`GRANT SELECT (${sql.join(given)}) ON ${sql.table(table)} TO ${sql.id(role)}`.execute(trx);
    if (taken.length > 0)
      await sql`REVOKE SELECT (${sql.join(taken)}) ON ${sql.table(table)} FROM ${sql.id(role)}`.execute(trx);
  }
}
