import type { Database, Transaction } from '@hengchan/platform';
import { leafText } from './append-leaf.ts';
import { readLeaves } from './leaves.ts';
import { readNodes } from './read-nodes.ts';
import { tables } from './tables.ts';
import { CompactRange, type CompletedNode, completeNodes } from './tree.ts';
import { type HashName, hashLeaf } from './verify-offline.ts';

export interface SequenceOptions {
  /** Leaves taken in one transaction; 1,000 when left out, at most 5,000. */
  readonly batch?: number;
  /** Hash of a log that begins now; SM3 when left out. An existing log keeps its own. */
  readonly hash?: HashName;
}

export interface Sequenced {
  /** Leaves now in the tree. */
  readonly size: number;
  /** How many of them this call added. */
  readonly added: number;
  /** Base64. */
  readonly root: string;
}

/**
 * Gives the waiting leaves of an office their places in the tree, in the order in which they arrived, until none
 * waits. Runs beside the business transactions and never holds one up; two sequencers take turns.
 */
export async function sequence(
  database: Database,
  office: string,
  options: SequenceOptions = {},
): Promise<Sequenced> {
  const batch = Math.min(options.batch ?? 1_000, 5_000);
  let added = 0;
  for (;;) {
    const step = await database
      .transaction()
      .execute((trx) => sequenceBatch(trx, office, batch, options.hash ?? 'SM3'));
    added += step.added;
    if (step.added < batch) return { ...step, added };
  }
}

async function sequenceBatch(
  trx: Transaction,
  office: string,
  batch: number,
  hashOfNew: HashName,
): Promise<Sequenced> {
  const log = await lockLog(trx, office, hashOfNew);
  const edge = await readNodes(trx, office, completeNodes({ from: 0, to: log.size }));
  const range = new CompactRange(log.hash, log.size, edge);
  const waiting = await tables(trx)
    .selectFrom('evidence.pending')
    .select(['arrived', 'leaf_id'])
    .where('office', '=', office)
    .orderBy('arrived')
    .limit(batch)
    .execute();
  const leaves = await readLeaves(
    trx,
    office,
    waiting.map((each) => each.leaf_id),
  );
  const nodes: CompletedNode[] = [];
  const positions = waiting.map(({ leaf_id }, at) => {
    const leaf = leaves.get(leaf_id);
    if (!leaf) throw new Error(`leaf ${leaf_id} of office ${office} is missing`);
    const leaf_hash = hashLeaf(log.hash, Buffer.from(leafText(leaf), 'utf8'));
    nodes.push(...range.append(leaf_hash));
    return { office, leaf_index: log.size + at, leaf_id, leaf_hash };
  });
  if (positions.length > 0) {
    const db = tables(trx);
    await db.insertInto('evidence.position').values(positions).execute();
    if (nodes.length > 0) {
      const rows = nodes.map(({ level, index, hash }) => ({ office, level, node_index: index, hash }));
      await db.insertInto('evidence.node').values(rows).execute();
    }
    await db
      .deleteFrom('evidence.pending')
      .where('office', '=', office)
      .where(
        'arrived',
        'in',
        waiting.map((leaf) => leaf.arrived),
      )
      .execute();
    await db.updateTable('evidence.log').set({ size: range.size }).where('office', '=', office).execute();
  }
  return { size: range.size, added: positions.length, root: range.root().toString('base64') };
}

async function lockLog(
  trx: Transaction,
  office: string,
  hash: HashName,
): Promise<{ hash: HashName; size: number }> {
  const db = tables(trx);
  const read = () =>
    db
      .selectFrom('evidence.log')
      .select(['hash', 'size'])
      .where('office', '=', office)
      .forUpdate()
      .executeTakeFirst();
  const found = await read();
  if (found) return found;
  await db
    .insertInto('evidence.log')
    .values({ office, hash })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await read();
  if (!made) throw new Error(`no log for office ${office}`);
  return made;
}
