import { sql } from 'kysely';
import type { Security } from '../security.ts';

/** People and agents who registered; staff are not users of a platform. */
export async function countUsers({ platform }: Security): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM platform.account WHERE kind IN ('person', 'organisation')`.execute(
    platform.database,
  );
  return rows[0]?.count ?? 0;
}
