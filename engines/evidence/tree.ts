import { createHash } from 'node:crypto';
import { type HashName, hashNode } from './verify-offline.ts';

/**
 * Merkle trees of RFC 9162, section 2.1, told by their complete subtrees. A node (level, index) covers the 2^level
 * leaves from index * 2^level; level 0 is the leaves themselves.
 */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/** A run of leaves, `from` included and `to` excluded. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** The root of the empty tree. */
export const emptyRoot = (hash: HashName): Buffer => createHash(hash === 'SM3' ? 'sm3' : 'sha256').digest();

/** The complete subtrees a run of leaves consists of, from the left. `from` is where a subtree of the run's size begins. */
export function completeNodes({ from, to }: LeafRange): NodeId[] {
  const nodes: NodeId[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level += 1;
    nodes.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return nodes;
}

/** The hash of a run from the hashes of its complete subtrees, from the left: the right ones join first. */
export function joinNodes(hash: HashName, hashes: readonly Uint8Array[]): Buffer {
  const last = hashes.at(-1);
  if (!last) return emptyRoot(hash);
  return hashes
    .slice(0, -1)
    .reduceRight<Buffer>((right, left) => hashNode(hash, left, right), Buffer.from(last));
}

/** Largest power of two smaller than a size of at least 2. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** RFC 9162, 2.1.3.1: the runs whose hashes make up the inclusion proof of a leaf, in the order of the proof. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError('no such leaf');
  const path: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.reverse();
}

/** RFC 9162, 2.1.4.1: the runs whose hashes show that the tree of `newSize` continues the tree of `oldSize`. */
export function consistencyRanges(oldSize: number, newSize: number): LeafRange[] {
  if (!Number.isSafeInteger(oldSize) || oldSize < 1 || oldSize > newSize)
    throw new RangeError('no such sizes');
  if (oldSize === newSize) return [];
  const path: LeafRange[] = [];
  let [from, to, whole] = [0, newSize, true];
  while (oldSize !== to) {
    const middle = from + split(to - from);
    if (oldSize <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  if (!whole) path.push({ from, to });
  return path.reverse();
}

export interface CompletedNode extends NodeId {
  readonly hash: Buffer;
}

/** A growing tree of which only the complete subtrees at its right edge are kept: log2(size) hashes. */
export class CompactRange {
  readonly #hash: HashName;
  /** Hashes of the complete subtrees, largest first: `completeNodes` of the whole. */
  #edge: Buffer[];
  #size: number;

  constructor(hash: HashName, size = 0, edge: readonly Uint8Array[] = []) {
    if (edge.length !== completeNodes({ from: 0, to: size }).length) {
      throw new Error('the edge does not fit the size');
    }
    this.#hash = hash;
    this.#size = size;
    this.#edge = edge.map((each) => Buffer.from(each));
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf and returns the subtrees, of level 1 and up, that it completes. */
  append(leaf: Buffer): CompletedNode[] {
    const completed: CompletedNode[] = [];
    let hash = leaf;
    for (let level = 1, count = this.#size; count % 2 === 1; level += 1) {
      const left = this.#edge.pop();
      if (!left) throw new Error('the edge is shorter than the size says');
      hash = hashNode(this.#hash, left, hash);
      count = (count - 1) / 2;
      completed.push({ level, index: count, hash });
    }
    this.#edge.push(hash);
    this.#size += 1;
    return completed;
  }

  root(): Buffer {
    return joinNodes(this.#hash, this.#edge);
  }
}
