import type { Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { tables } from './database.ts';

/** The most units one transaction may lock. */
export const mostUnits = 5_000;

/**
 * Locks units until the transaction ends, always in the order of their codes, so two transactions never wait for
 * each other. Codes never registered are locked too. Locking again what is already held costs nothing.
 */
export async function lockUnits(trx: Transaction, office: string, codes: Iterable<string>): Promise<void> {
  const sorted = [...new Set(codes)].sort();
  if (sorted.length === 0) return;
  if (sorted.length > mostUnits) throw new RangeError(`at most ${mostUnits} units in one transaction`);
  await sql`INSERT INTO register.unit_head (office, unit_code)
    SELECT ${office}, code FROM unnest(${sorted}::text[]) WITH ORDINALITY AS given (code, place) ORDER BY place
    ON CONFLICT DO NOTHING`.execute(trx);
  await tables(trx)
    .selectFrom('register.unit_head')
    .select('unit_code')
    .where('office', '=', office)
    .where('unit_code', 'in', sorted)
    .orderBy(sql`unit_code COLLATE "C"`)
    .forUpdate()
    .execute();
}
