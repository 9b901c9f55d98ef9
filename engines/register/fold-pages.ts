import type { Database, Transaction } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { tables } from './database.ts';
import type { Effect } from './effects.ts';
import { type FoldedEntry, foldEntry } from './fold.ts';
import { emptyProjection, type UnitProjection } from './projection.ts';
import type { EntryTable } from './tables.ts';

/** A run of unit codes, above `after` and up to `upTo`; `upTo` undefined is the end of the register. */
export interface CodeRange {
  readonly after: string;
  readonly upTo: string | undefined;
}

export interface FoldedPage {
  readonly range: CodeRange;
  readonly projections: readonly UnitProjection[];
  readonly entries: number;
  /** Entries that do not follow from the ones before them. */
  readonly broken: readonly { readonly number: number; readonly message: string }[];
}

/**
 * Folds an office's entries unit by unit in the order of codes. A page holds the entries of as many whole units as
 * fit, so memory is bounded by the page and the longest single unit; the ranges cover every possible code.
 */
export async function* foldPages(
  database: Database | Transaction,
  office: string,
  pageSize: number,
): AsyncGenerator<FoldedPage> {
  for (let next = readPage(database, office, '', pageSize); ; ) {
    const { range, rows } = await next;
    // The database reads the next page while this one is folded.
    if (range.upTo !== undefined) {
      next = readPage(database, office, range.upTo, pageSize);
      // Heard of when it is its turn; whoever stops before never asks.
      next.catch(() => undefined);
    }
    yield foldPage(range, rows);
    if (range.upTo === undefined) return;
  }
}

/** The code of the last unit that begins inside a page of entries; undefined when the rest fits. */
async function endOfPage(
  database: Database | Transaction,
  office: string,
  after: string,
  pageSize: number,
): Promise<string | undefined> {
  const row = await tables(database)
    .selectFrom('register.entry')
    .select('unit_code')
    .where('office', '=', office)
    .where('unit_code', '>', after)
    .orderBy('unit_code')
    .orderBy('number')
    .offset(pageSize)
    .limit(1)
    .executeTakeFirst();
  return row?.unit_code;
}

type EntryRow = Pick<Selectable<EntryTable>, 'unit_code' | 'number' | 'entered_at' | 'effect'>;

async function readPage(
  database: Database | Transaction,
  office: string,
  after: string,
  pageSize: number,
): Promise<{ range: CodeRange; rows: EntryRow[] }> {
  const upTo = await endOfPage(database, office, after, pageSize);
  let query = tables(database)
    .selectFrom('register.entry')
    .select(['unit_code', 'number', 'entered_at', 'effect'])
    .where('office', '=', office)
    .where('unit_code', '>', after)
    .orderBy('unit_code')
    .orderBy('number');
  if (upTo !== undefined) query = query.where('unit_code', '<=', upTo);
  return { range: { after, upTo }, rows: await query.execute() };
}

function foldPage(range: CodeRange, rows: readonly EntryRow[]): FoldedPage {
  const projections = new Map<string, UnitProjection>();
  const broken: { number: number; message: string }[] = [];
  for (const row of rows) {
    const before = projections.get(row.unit_code) ?? emptyProjection(row.unit_code);
    try {
      const effect = JSON.parse(row.effect) as Effect;
      const entry: FoldedEntry = { number: row.number, enteredAt: row.entered_at, effect };
      projections.set(row.unit_code, foldEntry(before, entry));
    } catch (error) {
      broken.push({ number: row.number, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { range, projections: [...projections.values()], entries: rows.length, broken };
}
