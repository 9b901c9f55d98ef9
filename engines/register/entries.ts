import type { Database, Transaction } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { chainStart } from './chain.ts';
import { tables } from './database.ts';
import type { Effect } from './effects.ts';
import { errors } from './errors.ts';
import type { EntryTable } from './tables.ts';

/** An entry as it is stored. `effectText` is the text that was hashed; `effect` is the same, parsed. */
export interface StoredEntry {
  readonly office: string;
  readonly number: number;
  readonly caseNo: string;
  readonly business: string;
  readonly unit: string;
  readonly effect: Effect;
  readonly effectText: string;
  readonly registrar: string;
  readonly mode: 'manual' | 'automatic';
  readonly enteredAt: Date;
  readonly previousHash: string;
  readonly hash: string;
}

/** Throws the Problem ENTRY_NOT_FOUND. */
export async function getEntry(
  database: Database | Transaction,
  office: string,
  number: number,
): Promise<StoredEntry> {
  const row = await tables(database)
    .selectFrom('register.entry')
    .selectAll()
    .where('office', '=', office)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw errors.ENTRY_NOT_FOUND();
  return entryOf(row);
}

/** The entries made on one case, in order. */
export async function entriesOfCase(
  database: Database | Transaction,
  office: string,
  caseNo: string,
): Promise<StoredEntry[]> {
  const rows = await tables(database)
    .selectFrom('register.entry')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('number')
    .limit(1_000)
    .execute();
  return rows.map(entryOf);
}

/** Number and hash of an office's last entry; number 0 before the first. */
export async function officeHead(
  database: Database | Transaction,
  office: string,
): Promise<{ number: number; hash: string }> {
  const head = await tables(database)
    .selectFrom('register.office_head')
    .select(['number', 'hash'])
    .where('office', '=', office)
    .executeTakeFirst();
  return head ?? { number: 0, hash: chainStart };
}

export function entryOf(row: Selectable<EntryTable>): StoredEntry {
  return {
    office: row.office,
    number: row.number,
    caseNo: row.case_no,
    business: row.business,
    unit: row.unit_code,
    effect: JSON.parse(row.effect) as Effect,
    effectText: row.effect,
    registrar: row.registrar,
    mode: row.mode,
    enteredAt: row.entered_at,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
