import type { Database, Transaction } from '@hengchan/platform';
import { tables } from './database.ts';

export interface Lineage {
  /** Codes of the closed units this one took the place of. */
  readonly predecessors: readonly string[];
  /** Codes of the units that took the place of this one. */
  readonly successors: readonly string[];
}

/** Where a unit came from and what became of it by split, merger or a new code: one step each way. */
export async function lineageOf(
  database: Database | Transaction,
  office: string,
  code: string,
): Promise<Lineage> {
  const rows = await tables(database)
    .selectFrom('register.lineage')
    .select(['unit_code', 'successor'])
    .where('office', '=', office)
    .where((where) => where.or([where('unit_code', '=', code), where('successor', '=', code)]))
    .orderBy('unit_code')
    .orderBy('successor')
    .execute();
  return {
    predecessors: rows.filter((row) => row.successor === code).map((row) => row.unit_code),
    successors: rows.filter((row) => row.unit_code === code).map((row) => row.successor),
  };
}
