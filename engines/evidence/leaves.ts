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

/** Leaves about a subject, oldest first, those without a place last; at most 100. */
export async function findLeaves(
  database: Database | Transaction,
  office: string,
  kind: LeafKind,
  subject: string,
): Promise<Leaf[]> {
  const rows = await tables(database)
    .selectFrom('evidence.leaf')
    .selectAll()
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .limit(100)
    .execute();
  if (rows.length === 0) return [];
  const places = await tables(database)
    .selectFrom('evidence.position')
    .select(['leaf_id', 'leaf_index'])
    .where('office', '=', office)
    .where(
      'leaf_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const indexOf = new Map(places.map((place) => [place.leaf_id, place.leaf_index]));
  const last = Number.POSITIVE_INFINITY;
  return rows
    .map((row) => leafOf(row, indexOf.get(row.id)))
    .sort((left, right) => (left.index ?? last) - (right.index ?? last));
}

/** The leaf at a place of the tree, or undefined. */
export async function leafAt(
  database: Database | Transaction,
  office: string,
  index: number,
): Promise<Leaf | undefined> {
  const [leaf] = await leavesFrom(database, office, index, 1);
  return leaf?.index === index ? leaf : undefined;
}

/** Sequenced leaves in the order of the tree from `from` on; at most `limit`, which is at most 5,000. */
export async function leavesFrom(
  database: Database | Transaction,
  office: string,
  from: number,
  limit: number,
): Promise<(Leaf & { readonly leafHash: Buffer })[]> {
  const places = await tables(database)
    .selectFrom('evidence.position')
    .select(['leaf_index', 'leaf_id', 'leaf_hash'])
    .where('office', '=', office)
    .where('leaf_index', '>=', from)
    .orderBy('leaf_index')
    .limit(Math.min(limit, 5_000))
    .execute();
  const leaves = await readLeaves(
    database,
    office,
    places.map((place) => place.leaf_id),
  );
  return places.flatMap((place) => {
    const row = leaves.get(place.leaf_id);
    return row ? [{ ...leafOf(row, place.leaf_index), leafHash: Buffer.from(place.leaf_hash) }] : [];
  });
}

/** Leaf rows by id. Asked for by key rather than joined: the embedded database has no statistics to plan a join with. */
export async function readLeaves(
  database: Database | Transaction,
  office: string,
  ids: readonly string[],
): Promise<Map<string, LeafRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(database)
    .selectFrom('evidence.leaf')
    .selectAll()
    .where('office', '=', office)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface LeafRow {
  readonly office: string;
  readonly id: string;
  readonly kind: LeafKind;
  readonly subject: string;
  readonly data: string;
}

function leafOf(row: LeafRow, index: number | undefined): Leaf {
  const leaf = {
    office: row.office,
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    data: parsed(row.data),
    text: leafText(row),
  };
  return index === undefined ? leaf : { ...leaf, index };
}

/** A leaf that was tampered with may not be JSON any more; verifying must be able to say so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
