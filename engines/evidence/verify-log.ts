import type { Database, Transaction } from '@hengchan/platform';
import { leavesFrom } from './leaves.ts';
import { logOf } from './proofs.ts';
import { tables } from './tables.ts';
import { CompactRange, type CompletedNode } from './tree.ts';
import { hashLeaf, isSignedBy, type PublicKey, readCheckpoint } from './verify-offline.ts';

export interface LogFinding {
  readonly table: string;
  readonly row: string;
  readonly message: string;
}

export interface LogReport {
  readonly office: string;
  readonly size: number;
  /** Base64: the root recomputed from the leaves alone. */
  readonly root: string;
  readonly checkpoints: number;
  readonly ok: boolean;
  /** The first hundred. */
  readonly findings: readonly LogFinding[];
}

export interface LogOptions {
  /** Leaves read at a time; 2,000 when left out. */
  readonly pageSize?: number;
  /** When given, every checkpoint must be signed by one of them. */
  readonly keys?: readonly PublicKey[];
}

const page = 2_000;

/** The root of an office's log recomputed from the text of its leaves, trusting no stored hash. Base64. */
export async function recomputeRoot(
  database: Database,
  office: string,
  options: LogOptions = {},
): Promise<{ size: number; root: string }> {
  const { size, root } = await verifyLog(database, office, options);
  return { size, root };
}

/**
 * Recomputes the whole log from its leaves: every leaf hash, every stored subtree, and the root at the size of
 * every checkpoint. Reads one snapshot, a page at a time; changes nothing.
 */
export async function verifyLog(
  database: Database,
  office: string,
  options: LogOptions = {},
): Promise<LogReport> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => walk(trx, office, options));
}

async function walk(trx: Transaction, office: string, options: LogOptions): Promise<LogReport> {
  const findings: LogFinding[] = [];
  const report = (table: string, row: string | number, message: string) => {
    if (findings.length < 100) findings.push({ table, row: String(row), message });
  };
  const log = await logOf(trx, office);
  const range = new CompactRange(log.hash);
  const checkpoints = await readCheckpoints(trx, office);
  const signed = checkpoints.size;
  for (let from = 0; ; ) {
    const leaves = await leavesFrom(trx, office, from, options.pageSize ?? page);
    const completed: CompletedNode[] = [];
    for (const leaf of leaves) {
      const hash = hashLeaf(log.hash, Buffer.from(leaf.text, 'utf8'));
      if (leaf.index !== range.size) report('evidence.position', range.size, '缺少这一条存证');
      if (!hash.equals(leaf.leafHash)) report('evidence.leaf', leaf.id, '内容与存证哈希不一致');
      completed.push(...range.append(hash));
      const stated = checkpoints.get(range.size);
      if (stated) checkCheckpoint(stated, range, options.keys, report);
      checkpoints.delete(range.size);
    }
    await compareNodes(trx, office, completed, report);
    const last = leaves.at(-1)?.index;
    if (last === undefined) break;
    from = last + 1;
  }
  if (range.size !== log.size) report('evidence.log', office, '日志大小与存证条数不一致');
  for (const size of checkpoints.keys())
    report('evidence.checkpoint', size, '检查点大于现有存证，存证可能被删除');
  const root = range.root().toString('base64');
  return { office, size: range.size, root, checkpoints: signed, ok: findings.length === 0, findings };
}

interface StoredCheckpoint {
  size: number;
  root: Buffer;
  note: string;
}

async function readCheckpoints(trx: Transaction, office: string): Promise<Map<number, StoredCheckpoint>> {
  const rows = await tables(trx)
    .selectFrom('evidence.checkpoint')
    .select(['size', 'root', 'note'])
    .where('office', '=', office)
    .execute();
  return new Map(rows.map((row) => [row.size, { ...row, root: Buffer.from(row.root) }]));
}

type Report = (table: string, row: string | number, message: string) => void;

function checkCheckpoint(
  stored: StoredCheckpoint,
  range: CompactRange,
  keys: readonly PublicKey[] | undefined,
  report: Report,
): void {
  const root = range.root();
  const stated = readCheckpoint(stored.note);
  if (!stated || stated.size !== stored.size || !stated.root.equals(root) || !stored.root.equals(root)) {
    report('evidence.checkpoint', stored.size, '检查点与存证重算的根不一致');
  }
  if (keys && !keys.some((key) => isSignedBy(stored.note, key))) {
    report('evidence.checkpoint', stored.size, '检查点签名无效');
  }
}

/** Stored subtrees that a page completes, against the recomputed ones. */
async function compareNodes(
  trx: Transaction,
  office: string,
  completed: readonly CompletedNode[],
  report: Report,
): Promise<void> {
  const levels = Map.groupBy(completed, (node) => node.level);
  for (const [level, nodes] of levels) {
    const [first, last] = [nodes[0]?.index ?? 0, nodes.at(-1)?.index ?? 0];
    const rows = await tables(trx)
      .selectFrom('evidence.node')
      .select(['node_index', 'hash'])
      .where('office', '=', office)
      .where('level', '=', level)
      .where('node_index', '>=', first)
      .where('node_index', '<=', last)
      .execute();
    const stored = new Map(rows.map((row) => [row.node_index, Buffer.from(row.hash)]));
    for (const node of nodes) {
      if (!stored.get(node.index)?.equals(node.hash)) {
        report('evidence.node', `${level} ${node.index}`, '子树哈希与存证不一致');
      }
    }
  }
}
