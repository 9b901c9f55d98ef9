import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { tables } from './database.ts';
import { assembleRights } from './load-states.ts';
import type { Right } from './state.ts';

/** A row of a right that is no longer current. `goesOn`: only its wording ended, the right itself continued in another row. */
export interface EndedRight {
  readonly right: Right;
  readonly goesOn: boolean;
}

export interface EndedRightsPage {
  readonly items: readonly EndedRight[];
  /** Continues after the last of this page. */
  readonly next?: string;
}

/** What was once registered on a unit and is not any more (历史权利), the latest ended first, a page at a time. */
export async function endedRights(
  database: Database | Transaction,
  office: string,
  code: string,
  page: { cursor?: string; limit?: number } = {},
): Promise<EndedRightsPage> {
  const limit = Math.min(Math.max(page.limit ?? 20, 1), 100);
  const [entry, id = ''] = (page.cursor ?? '').split('.');
  let query = tables(database)
    .selectFrom('register.right as r')
    .selectAll('r')
    .select(
      sql<boolean>`EXISTS (SELECT FROM register."right" n WHERE n.office = r.office AND n.unit_code = r.unit_code AND n.continues = r.id)`.as(
        'goes_on',
      ),
    )
    .where('r.office', '=', office)
    .where('r.unit_code', '=', code)
    .where('r.ended_entry', 'is not', null);
  if (entry) query = query.where(sql<boolean>`(r.ended_entry, r.id) < (${Number(entry)}, ${id})`);
  const rows = await query
    .orderBy('r.ended_entry', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const rights = new Map(
    ((await assembleRights(database, office, shown)).get(code) ?? []).map((right) => [right.id, right]),
  );
  const items = shown.flatMap((row) => {
    const right = rights.get(row.id);
    return right ? [{ right, goesOn: row.goes_on }] : [];
  });
  const last = shown.at(-1);
  return { items, ...(rows.length > limit && last ? { next: `${last.ended_entry}.${last.id}` } : {}) };
}
