import { sql } from 'kysely';
import type { Database, Transaction } from './tables.ts';

/** Data that is kept and worked on apart, each class under a role of the database of its own. Rows SEC-SEP-01, SEC-SEP-02. */
export const classRoles = { government: 'hengchan_government', operations: 'hengchan_operations' } as const;
export type DataClass = keyof typeof classRoles;

/**
 * From here to its end the transaction reads one class and nothing else. Where the roles are not there, or were not given to who signs in to
 * the database, it goes on as it was.
 */
export async function readOnlyClass(trx: Transaction, name: DataClass): Promise<void> {
  await sql`SELECT set_config('role', rolname, true) FROM pg_roles WHERE rolname = ${classRoles[name]} AND ${mayTake}`.execute(
    trx,
  );
}

/** Whether who signed in may act as the role of the row: from version 16 on belonging to it is not enough. */
export const mayTake = sql<boolean>`pg_has_role(session_user, oid,
  CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)`;

/** A task that works on one class of data: reads what is asked of it as of one class, is refused the other, and changes nothing. */
export function asTaskOf<T>(
  database: Database,
  name: DataClass,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  return database
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      await readOnlyClass(trx, name);
      return work(trx);
    });
}
