import type { Database, Transaction } from '@hengchan/platform';
import { leafText } from './append-leaf.ts';
import { type LeafKind, tables } from './tables.ts';

/** A leaf as stored. `index` is undefined until it is sequenced. */
export interface Leaf {
  readonly office: string;
  readonly id: string;
  readonly kind: LeafKind;
  readonly subject: string;
  readonly data: unknown;
  /** The text that is hashed. */
  readonly text: string;
  readonly index?: number;
}

/** Leaves about a subject, oldest first; at most 100. */
export async function findLeaves(
  database: Database | Transaction,
  office: string,
  kind: LeafKind,
  subject: string,
): Promise<Leaf[]> {
  const rows = await withPlaces(database, office)
    .where('l.kind', '=', kind)
    .where('l.subject', '=', subject)
    .orderBy('p.leaf_index')
    .limit(100)
    .execute();
  return rows.map(leafOf);
}

/** The leaf at a place of the tree, or undefined. */
export async function leafAt(
  database: Database | Transaction,
  office: string,
  index: number,
): Promise<Leaf | undefined> {
  const row = await withPlaces(database, office).where('p.leaf_index', '=', index).executeTakeFirst();
  return row ? leafOf(row) : undefined;
}

/** Sequenced leaves in the order of the tree from `from` on; at most `limit`. */
export async function leavesFrom(
  database: Database | Transaction,
  office: string,
  from: number,
  limit: number,
): Promise<(Leaf & { readonly leafHash: Buffer })[]> {
  const rows = await withPlaces(database, office)
    .where('p.leaf_index', '>=', from)
    .orderBy('p.leaf_index')
    .limit(Math.min(limit, 5_000))
    .execute();
  return rows.map((row) => ({ ...leafOf(row), leafHash: Buffer.from(row.leaf_hash ?? []) }));
}

const withPlaces = (database: Database | Transaction, office: string) =>
  tables(database)
    .selectFrom('evidence.leaf as l')
    .leftJoin('evidence.position as p', (join) =>
      join.onRef('p.office', '=', 'l.office').onRef('p.leaf_id', '=', 'l.id'),
    )
    .select(['l.office', 'l.id', 'l.kind', 'l.subject', 'l.data', 'p.leaf_index', 'p.leaf_hash'])
    .where('l.office', '=', office);

interface LeafRow {
  office: string;
  id: string;
  kind: LeafKind;
  subject: string;
  data: string;
  leaf_index: number | null;
}

function leafOf(row: LeafRow): Leaf {
  const leaf = {
    office: row.office,
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    data: JSON.parse(row.data) as unknown,
    text: leafText(row),
  };
  return row.leaf_index === null ? leaf : { ...leaf, index: row.leaf_index };
}
