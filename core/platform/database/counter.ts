import { sql } from 'kysely';
import type { Database } from './tables.ts';

/**
 * The next number of a series, from 1, per office and period (`2026` or `20261120`).
 * Inside a transaction the series has no gaps and other takers wait; outside one a crash may leave a gap.
 */
export async function nextNumber(
  database: Database,
  office: string,
  name: string,
  period: string,
): Promise<number> {
  const row = await database
    .insertInto('platform.counter')
    .values({ office, name, period, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['office', 'name', 'period']).doUpdateSet({ value: sql`counter.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
