import type { Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { LeafKind } from './tables.ts';

export interface NewLeaf {
  readonly office: string;
  readonly kind: LeafKind;
  /** What it is about, for finding it again: for an entry its number. At most 200 characters. */
  readonly subject: string;
  /** JSON without identity numbers in clear. For an entry: its SM3 hash, or an object with that as `hash`. */
  readonly data: unknown;
}

/**
 * Records something as evidence in the transaction in which it happens, and returns the leaf's id. Takes no lock
 * and knows no place: `sequence` gives it one after the commit.
 */
export async function appendLeaf(trx: Transaction, leaf: NewLeaf): Promise<string> {
  if (leaf.subject.length > 200) throw new RangeError('the subject of a leaf has at most 200 characters');
  const data = JSON.stringify(leaf.data);
  const result = await sql<{ id: string }>`
    WITH leaf AS (
      INSERT INTO evidence.leaf (office, kind, subject, data)
      VALUES (${leaf.office}, ${leaf.kind}, ${leaf.subject}, ${data})
      RETURNING office, id
    )
    INSERT INTO evidence.pending (office, leaf_id) SELECT office, id FROM leaf RETURNING leaf_id AS id`.execute(
    trx,
  );
  const id = result.rows[0]?.id;
  if (id === undefined) throw new Error('the leaf was not stored');
  return id;
}

/** The text of a leaf that is hashed: one JSON object with the members in this order, `data` as it was stored. */
export function leafText(leaf: {
  readonly office: string;
  readonly id: string;
  readonly kind: LeafKind;
  readonly subject: string;
  readonly data: string;
}): string {
  const { id, office, kind, subject } = leaf;
  return `{"id":${JSON.stringify(id)},"office":${JSON.stringify(office)},"kind":${JSON.stringify(kind)},"subject":${JSON.stringify(subject)},"data":${leaf.data}}`;
}
