import type { Database, Transaction } from '@hengchan/platform';
import { tables } from './tables.ts';
import { completeNodes, joinNodes, type LeafRange, type NodeId } from './tree.ts';
import type { HashName } from './verify-offline.ts';

const keyOf = (node: NodeId): string => `${node.level}/${node.index}`;

/** Hashes of complete subtrees, in the order asked for: two queries however many. Throws when one is not stored. */
export async function readNodes(
  database: Database | Transaction,
  office: string,
  nodes: readonly NodeId[],
): Promise<Buffer[]> {
  const found = new Map<string, Buffer>();
  const leaves = nodes.filter((node) => node.level === 0).map((node) => node.index);
  if (leaves.length > 0) {
    const rows = await tables(database)
      .selectFrom('evidence.position')
      .select(['leaf_index', 'leaf_hash'])
      .where('office', '=', office)
      .where('leaf_index', 'in', leaves)
      .execute();
    for (const row of rows) found.set(keyOf({ level: 0, index: row.leaf_index }), Buffer.from(row.leaf_hash));
  }
  const inner = nodes.filter((node) => node.level > 0);
  if (inner.length > 0) {
    const rows = await tables(database)
      .selectFrom('evidence.node')
      .select(['level', 'node_index', 'hash'])
      .where('office', '=', office)
      .where((where) =>
        where.or(inner.map((node) => where.and({ level: node.level, node_index: node.index }))),
      )
      .execute();
    for (const row of rows)
      found.set(keyOf({ level: row.level, index: row.node_index }), Buffer.from(row.hash));
  }
  return nodes.map((node) => {
    const hash = found.get(keyOf(node));
    if (!hash) throw new Error(`the log of office ${office} lacks node ${keyOf(node)}`);
    return hash;
  });
}

/** The hash of each run of leaves. */
export async function hashRanges(
  database: Database | Transaction,
  office: string,
  hash: HashName,
  ranges: readonly LeafRange[],
): Promise<Buffer[]> {
  const parts = ranges.map(completeNodes);
  const hashes = await readNodes(database, office, parts.flat());
  let used = 0;
  return parts.map((part) => {
    const own = hashes.slice(used, used + part.length);
    used += part.length;
    return joinNodes(hash, own);
  });
}
