import type { Database, Transaction } from '@hengchan/platform';
import { effectDefinitions } from './apply-effect.ts';
import { tables } from './database.ts';
import { entryOf, type StoredEntry } from './entries.ts';
import { errors } from './errors.ts';
import { assembleRights, factsOf } from './load-states.ts';
import type { Right, UnitFacts } from './state.ts';

export interface HistoryOptions {
  /** Entries after this number. */
  readonly after?: number;
  /** At most 100. */
  readonly limit?: number;
}

export interface UnitHistory {
  /** Entries in order, each with its Chinese title. */
  readonly entries: readonly (StoredEntry & { readonly title: string })[];
  /** Every right ever registered on the unit, ended ones included, in order. */
  readonly rights: readonly Right[];
  readonly versions: readonly {
    readonly facts: UnitFacts;
    readonly sinceEntry: number;
    readonly sinceAt: Date;
    readonly endedAt?: Date;
  }[];
  /** Number to continue `after`, when there are more entries. */
  readonly next?: number;
}

/** All that happened to a unit. Throws the Problem UNIT_NOT_FOUND. */
export async function unitHistory(
  database: Database | Transaction,
  office: string,
  code: string,
  options: HistoryOptions = {},
): Promise<UnitHistory> {
  const limit = Math.min(Math.max(options.limit ?? 100, 1), 100);
  const db = tables(database);
  const versions = await db
    .selectFrom('register.unit')
    .selectAll()
    .where('office', '=', office)
    .where('code', '=', code)
    .orderBy('since_entry')
    .execute();
  if (versions.length === 0) throw errors.UNIT_NOT_FOUND();
  const rows = await db
    .selectFrom('register.entry')
    .selectAll()
    .where('office', '=', office)
    .where('unit_code', '=', code)
    .where('number', '>', options.after ?? 0)
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const rights = await db
    .selectFrom('register.right')
    .selectAll()
    .where('office', '=', office)
    .where('unit_code', '=', code)
    .execute();
  const entries = rows.slice(0, limit).map(entryOf);
  const next = rows.length > limit ? entries.at(-1)?.number : undefined;
  return {
    entries: entries.map((entry) => ({ ...entry, title: effectDefinitions[entry.effect.type].title })),
    rights: (await assembleRights(database, office, rights)).get(code) ?? [],
    versions: versions.map((row) => ({
      facts: factsOf(row),
      sinceEntry: row.since_entry,
      sinceAt: row.since_at,
      ...(row.ended_at ? { endedAt: row.ended_at } : {}),
    })),
    ...(next === undefined ? {} : { next }),
  };
}
