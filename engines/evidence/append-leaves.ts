import type { Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { NewLeaf } from './append-leaf.ts';

/**
 * As `appendLeaf` for many leaves of one office in one statement, for seeds and for taking over an older register.
 * They arrive in the order given. At most a few thousand at a time.
 */
export async function appendLeaves(
  trx: Transaction,
  office: string,
  leaves: readonly Omit<NewLeaf, 'office'>[],
): Promise<void> {
  if (leaves.length === 0) return;
  if (leaves.some((leaf) => leaf.subject.length > 200)) {
    throw new RangeError('the subject of a leaf has at most 200 characters');
  }
  const kinds = leaves.map((leaf) => leaf.kind);
  const subjects = leaves.map((leaf) => leaf.subject);
  const data = leaves.map((leaf) => JSON.stringify(leaf.data));
  await sql`
    WITH given AS MATERIALIZED (
      SELECT gen_random_uuid() AS id, kind, subject, data, place
      FROM unnest(${kinds}::text[], ${subjects}::text[], ${data}::text[])
        WITH ORDINALITY AS each (kind, subject, data, place)
    ), leaf AS (
      INSERT INTO evidence.leaf (office, id, kind, subject, data)
      SELECT ${office}, id, kind, subject, data FROM given
    )
    INSERT INTO evidence.pending (office, leaf_id) SELECT ${office}, id FROM given ORDER BY place`.execute(
    trx,
  );
}
