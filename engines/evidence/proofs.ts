import type { Database, Transaction } from '@hengchan/platform';
import { errors } from './errors.ts';
import { hashRanges, readNodes } from './read-nodes.ts';
import { tables } from './tables.ts';
import { consistencyRanges, emptyRoot, inclusionRanges } from './tree.ts';
import type { HashName } from './verify-offline.ts';

/** Hashes in base64. */
export interface InclusionProof {
  readonly hash: HashName;
  readonly index: number;
  readonly size: number;
  readonly leafHash: string;
  readonly path: readonly string[];
  readonly root: string;
}

export interface ConsistencyProof {
  readonly hash: HashName;
  readonly oldSize: number;
  readonly oldRoot: string;
  readonly newSize: number;
  readonly newRoot: string;
  readonly path: readonly string[];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Hash and size of an office's log; an office without one has an empty log. */
export async function logOf(
  database: Database | Transaction,
  office: string,
): Promise<{ hash: HashName; size: number }> {
  const log = await tables(database)
    .selectFrom('evidence.log')
    .select(['hash', 'size'])
    .where('office', '=', office)
    .executeTakeFirst();
  return log ?? { hash: 'SM3', size: 0 };
}

/** The root of the log as it was with `size` leaves, from the stored subtrees. Throws EVIDENCE_OUT_OF_RANGE. */
export async function rootAt(
  database: Database | Transaction,
  office: string,
  size: number,
): Promise<Buffer> {
  const log = await logOf(database, office);
  if (!Number.isSafeInteger(size) || size < 0 || size > log.size) throw errors.EVIDENCE_OUT_OF_RANGE();
  if (size === 0) return emptyRoot(log.hash);
  const [root] = await hashRanges(database, office, log.hash, [{ from: 0, to: size }]);
  return root ?? emptyRoot(log.hash);
}

/** Shows that leaf `index` is in the log of `size` leaves (now, when left out). Throws EVIDENCE_OUT_OF_RANGE. */
export async function inclusionProof(
  database: Database | Transaction,
  office: string,
  index: number,
  size?: number,
): Promise<InclusionProof> {
  const log = await logOf(database, office);
  const until = size ?? log.size;
  if (!isWithin(index, 0, until - 1) || !isWithin(until, 1, log.size)) throw errors.EVIDENCE_OUT_OF_RANGE();
  const ranges = [{ from: 0, to: until }, ...inclusionRanges(index, until)];
  const [root, ...path] = await hashRanges(database, office, log.hash, ranges);
  const [leaf] = await readNodes(database, office, [{ level: 0, index }]);
  if (!root || !leaf) throw errors.EVIDENCE_OUT_OF_RANGE();
  return {
    hash: log.hash,
    index,
    size: until,
    leafHash: base64(leaf),
    path: path.map(base64),
    root: base64(root),
  };
}

/** Shows that the log of `newSize` leaves is the log of `oldSize` leaves and more. Throws EVIDENCE_OUT_OF_RANGE. */
export async function consistencyProof(
  database: Database | Transaction,
  office: string,
  oldSize: number,
  newSize?: number,
): Promise<ConsistencyProof> {
  const log = await logOf(database, office);
  const until = newSize ?? log.size;
  if (!isWithin(oldSize, 1, until) || !isWithin(until, 1, log.size)) throw errors.EVIDENCE_OUT_OF_RANGE();
  const ranges = [{ from: 0, to: oldSize }, { from: 0, to: until }, ...consistencyRanges(oldSize, until)];
  const [oldRoot, newRoot, ...path] = await hashRanges(database, office, log.hash, ranges);
  if (!oldRoot || !newRoot) throw errors.EVIDENCE_OUT_OF_RANGE();
  return {
    hash: log.hash,
    oldSize,
    oldRoot: base64(oldRoot),
    newSize: until,
    newRoot: base64(newRoot),
    path: path.map(base64),
  };
}

const isWithin = (value: number, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && value >= from && value <= to;
