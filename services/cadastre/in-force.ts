import type { Database } from '@hengchan/platform';
import { tables } from './cadastre.ts';

/** The edition that held at an office at a moment; undefined before the first was confirmed. */
export async function editionInForce(
  database: Database,
  office: string,
  at?: Date,
): Promise<{ number: number; turn: number; since: Date } | undefined> {
  let query = tables(database)
    .selectFrom('cadastre.step')
    .select(['edition', 'turn', 'acted_at'])
    .where('office', '=', office)
    .where('act', '=', 'confirm')
    .orderBy('turn', 'desc')
    .limit(1);
  if (at) query = query.where('acted_at', '<=', at);
  const row = await query.executeTakeFirst();
  return row && row.turn !== null ? { number: row.edition, turn: row.turn, since: row.acted_at } : undefined;
}

/**
 * Of these subzones (12 digits), those that hold at the office at the moment; undefined while the office has no districts in force, when
 * nothing can be said about any. What registration asks before it gives a unit its first page.
 */
export async function subzonesInForce(
  database: Database,
  office: string,
  codes: readonly string[],
  at: Date,
): Promise<ReadonlySet<string> | undefined> {
  const edition = await editionInForce(database, office, at);
  if (!edition) return undefined;
  if (codes.length === 0) return new Set();
  const rows = await tables(database)
    .selectFrom('cadastre.district')
    .select('code')
    .where('office', '=', office)
    .where('edition', '=', edition.number)
    .where('level', '=', 'subzone')
    .where('code', 'in', [...new Set(codes)])
    .execute();
  return new Set(rows.map((row) => row.code));
}
