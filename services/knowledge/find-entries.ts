import { type Actor, cutPage, readCursor } from '@hengchan/platform';
import { queryTokens } from '@hengchan/standards';
import { sql } from 'kysely';
import { errors } from './errors.ts';
import { type Knowledge, tables } from './knowledge.ts';
import type { EntryVersionView, EntryView } from './schema.ts';
import type { EntryRow, EntryVersionRow } from './tables.ts';

export interface EntryQuery {
  q?: string;
  kind?: EntryRow['kind'];
  state?: EntryRow['state'];
  business?: string;
  rule?: string;
  verified?: boolean;
  cursor?: string;
  limit?: number;
}

/** Entries that satisfy all conditions, those changed last first. A search of two characters finds what has them beside each other. */
export async function findEntries(
  { platform }: Knowledge,
  actor: Actor,
  query: EntryQuery,
): Promise<{ items: EntryView[]; nextCursor?: string; total: number }> {
  platform.access.require(actor, 'knowledge.read');
  const limit = query.limit ?? 20;
  const offices = platform.access.officesWith(actor, 'knowledge.read');
  let base = tables(platform.database).selectFrom('knowledge.entry');
  if (!offices.includes('*')) base = base.where('office', 'in', [...offices, '*']);
  if (query.kind) base = base.where('kind', '=', query.kind);
  if (query.state) base = base.where('state', '=', query.state);
  if (query.verified !== undefined) base = base.where('verified', '=', query.verified);
  if (query.business) base = base.where(sql<boolean>`businesses @> ARRAY[${query.business}]`);
  if (query.rule) base = base.where(sql<boolean>`rules @> ARRAY[${query.rule}]`);
  const words = (query.q ?? '').normalize('NFKC').trim().split(/\s+/).filter(Boolean);
  const tokens = queryTokens(words.join(' ')).map((token) => `'${token}'`);
  if (tokens.length > 0) base = base.where(sql<boolean>`search @@ ${tokens.join(' & ')}::tsquery`);
  // Pairs of characters may match too much, so the text itself decides.
  for (const word of words)
    base = base.where(
      sql<boolean>`concat_ws(' ', title, law, article, array_to_string(rules, ' '), body)
        ILIKE ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`,
    );
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  let page = base
    .selectAll()
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  const after = readCursor(query.cursor, ['moment', 'uuid']);
  if (after) page = page.where(sql<boolean>`(changed_at, id) < (${after[0]}, ${after[1]}::uuid)`);
  const rows = await page.execute();
  const { items: shown, ...next } = cutPage(rows, limit, (last) => [last.changed_at, last.id]);
  return {
    items: shown.map(viewEntry),
    total,
    ...next,
  };
}

/** One entry as it stands. */
export async function readEntry({ platform }: Knowledge, actor: Actor, id: string): Promise<EntryView> {
  platform.access.require(actor, 'knowledge.read');
  const row = await tables(platform.database)
    .selectFrom('knowledge.entry')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  const own = row && (row.office === '*' || platform.access.allows(actor, 'knowledge.read', row));
  if (!row || !own) throw errors.KNOWLEDGE_NOT_FOUND();
  return viewEntry(row);
}

/** How an entry was, newest first, with who changed it and why. */
export async function readVersions(
  knowledge: Knowledge,
  actor: Actor,
  id: string,
): Promise<{ items: EntryVersionView[] }> {
  const { office } = await readEntry(knowledge, actor, id);
  const rows = await tables(knowledge.platform.database)
    .selectFrom('knowledge.entry_version')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return { items: rows.map((row) => ({ ...viewContent(row), reason: row.reason })) };
}

const viewEntry = (row: EntryRow): EntryView => ({
  id: row.id,
  ...viewContent(row),
  byProduct: row.changed_by === 'system',
});

const viewContent = (row: EntryRow | EntryVersionRow) => ({
  version: row.version,
  office: row.office,
  kind: row.kind,
  title: row.title,
  body: row.body,
  ...(row.law === null ? {} : { law: row.law }),
  ...(row.article === null ? {} : { article: row.article }),
  verified: row.verified,
  businesses: row.businesses,
  rules: row.rules,
  registrationTypes: row.registration_types,
  rightTypes: row.right_types,
  state: row.state,
  changedBy: row.changed_by_name,
  changedAt: row.changed_at.toISOString(),
});
