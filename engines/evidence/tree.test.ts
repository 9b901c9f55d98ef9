import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CompactRange,
  completeNodes,
  consistencyRanges,
  emptyRoot,
  inclusionRanges,
  joinNodes,
} from './tree.ts';
import { type HashName, hashLeaf, hashNode, rootFromInclusion, verifyConsistency } from './verify-offline.ts';

/** RFC 9162, 2.1.1, as it is written: the slow definition everything else is held against. */
function rootByDefinition(hash: HashName, leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return emptyRoot(hash);
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const left = rootByDefinition(hash, leaves.slice(0, split));
  return hashNode(hash, left, rootByDefinition(hash, leaves.slice(split)));
}

const hashesOf = (hash: HashName, leaves: readonly Buffer[], ranges: { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => rootByDefinition(hash, leaves.slice(from, to)));

const leavesOf = (hash: HashName, count: number): Buffer[] =>
  Array.from({ length: count }, (_, at) => hashLeaf(hash, Buffer.from(`leaf ${at}`)));

describe('vectors of the certificate transparency test suite (SHA-256)', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const leaves = inputs.map((input) => hashLeaf('SHA-256', Buffer.from(input, 'hex')));
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  test('roots of every size', () => {
    const range = new CompactRange('SHA-256');
    expect(range.root().toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    for (const [at, leaf] of leaves.entries()) {
      range.append(leaf);
      expect(range.root().toString('hex')).toBe(roots[at]);
    }
  });

  test('an inclusion proof and a consistency proof', () => {
    const hex = (ranges: { from: number; to: number }[]) =>
      hashesOf('SHA-256', leaves, ranges).map((each) => each.toString('hex'));
    expect(hex(inclusionRanges(0, 8))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyRanges(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

const hashName = fc.constantFrom<HashName>('SM3', 'SHA-256');
const sized = fc.integer({ min: 1, max: 130 });

describe('for every size', () => {
  test('the compact range gives the root of the definition, and remembers exactly the complete subtrees', () => {
    fc.assert(
      fc.property(hashName, sized, (hash, size) => {
        const leaves = leavesOf(hash, size);
        const range = new CompactRange(hash);
        const stored = new Map(leaves.map((leaf, at) => [`0/${at}`, leaf]));
        for (const leaf of leaves) {
          for (const node of range.append(leaf)) stored.set(`${node.level}/${node.index}`, node.hash);
        }
        const root = rootByDefinition(hash, leaves);
        expect(range.root()).toEqual(root);
        const edge = completeNodes({ from: 0, to: size }).map((node) =>
          stored.get(`${node.level}/${node.index}`),
        );
        expect(edge.every((each) => each !== undefined)).toBe(true);
        expect(joinNodes(hash, edge as Buffer[])).toEqual(root);
        expect(new CompactRange(hash, size, edge as Buffer[]).root()).toEqual(root);
      }),
    );
  });

  test('inclusion proofs verify, and no longer do after any change', () => {
    fc.assert(
      fc.property(hashName, sized, fc.nat(), fc.nat(), fc.nat(255), (hash, size, seed, place, flip) => {
        const leaves = leavesOf(hash, size);
        const index = seed % size;
        const leaf = leaves[index] as Buffer;
        const root = rootByDefinition(hash, leaves);
        const path = hashesOf(hash, leaves, inclusionRanges(index, size));
        expect(rootFromInclusion(hash, leaf, index, size, path)).toEqual(root);

        const changed = [leaf, ...path].map((each) => Buffer.from(each));
        const victim = changed[place % changed.length] as Buffer;
        victim[place % 32] = (victim[place % 32] ?? 0) ^ (flip || 1);
        expect(rootFromInclusion(hash, changed[0] as Buffer, index, size, changed.slice(1))).not.toEqual(
          root,
        );
        expect(rootFromInclusion(hash, leaf, index, size, [...path, leaf])).toBeUndefined();
        if (path.length > 0) {
          expect(rootFromInclusion(hash, leaf, index, size, path.slice(1))).not.toEqual(root);
        }
        const elsewhere = (index + 1) % size;
        if (elsewhere !== index) {
          expect(rootFromInclusion(hash, leaf, elsewhere, size, path)).not.toEqual(root);
        }
      }),
    );
  });

  test('consistency proofs verify, and no longer do after any change', () => {
    fc.assert(
      fc.property(hashName, sized, fc.nat(), fc.nat(), (hash, newSize, seed, place) => {
        const oldSize = (seed % newSize) + 1;
        const leaves = leavesOf(hash, newSize);
        const oldRoot = rootByDefinition(hash, leaves.slice(0, oldSize));
        const newRoot = rootByDefinition(hash, leaves);
        const path = hashesOf(hash, leaves, consistencyRanges(oldSize, newSize));
        const holds = (old: Buffer, now: Buffer, proof: Buffer[]) =>
          verifyConsistency(hash, oldSize, old, newSize, now, proof);
        expect(holds(oldRoot, newRoot, path)).toBe(true);

        const changed = [oldRoot, newRoot, ...path].map((each) => Buffer.from(each));
        const victim = changed[place % changed.length] as Buffer;
        victim[place % 32] = (victim[place % 32] ?? 0) ^ 1;
        expect(holds(changed[0] as Buffer, changed[1] as Buffer, changed.slice(2))).toBe(false);
        expect(holds(oldRoot, newRoot, [...path, oldRoot])).toBe(false);
        if (path.length > 0) expect(holds(oldRoot, newRoot, path.slice(1))).toBe(false);
      }),
    );
  });
});

test('places outside the tree have no proof', () => {
  const leaf = hashLeaf('SM3', Buffer.from('a'));
  expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
  expect(() => consistencyRanges(0, 3)).toThrow(RangeError);
  expect(rootFromInclusion('SM3', leaf, 1, 1, [])).toBeUndefined();
  expect(rootFromInclusion('SM3', leaf, -1, 1, [])).toBeUndefined();
  expect(verifyConsistency('SM3', 2, leaf, 1, leaf, [])).toBe(false);
});
