import type { Database, Transaction } from '@hengchan/platform';
import { logOf, rootAt } from './proofs.ts';
import type { CheckpointSigner } from './signers.ts';
import { tables } from './tables.ts';
import { keyHash } from './verify-offline.ts';

export interface Checkpoint {
  readonly office: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The signed note. */
  readonly note: string;
  readonly signedAt: Date;
}

export interface CheckpointRequest {
  /** What names the log in the first line of the note; the office is appended to it. */
  readonly origin: string;
  /** At least one. */
  readonly signers: readonly CheckpointSigner[];
  readonly now: Date;
}

/**
 * Signs what the log is now and keeps the note. Undefined when the log is empty; the last checkpoint when nothing
 * was added since.
 */
export async function signCheckpoint(
  database: Database | Transaction,
  office: string,
  request: CheckpointRequest,
): Promise<Checkpoint | undefined> {
  if (request.signers.length === 0) throw new RangeError('a checkpoint needs a signer');
  const { size } = await logOf(database, office);
  if (size === 0) return undefined;
  const last = await latestCheckpoint(database, office);
  if (last?.size === size) return last;
  const root = await rootAt(database, office, size);
  const statement = `${request.origin}/${office}\n${size}\n${root.toString('base64')}\n`;
  const note = await signNote(statement, request.signers);
  await tables(database)
    .insertInto('evidence.checkpoint')
    .values({ office, size, root, note, signed_at: request.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return latestCheckpoint(database, office);
}

/** A statement with its signatures (C2SP signed-note). */
export async function signNote(statement: string, signers: readonly CheckpointSigner[]): Promise<string> {
  const lines: string[] = [];
  for (const signer of signers) {
    const signature = await signer.sign(Buffer.from(statement, 'utf8'));
    const blob = Buffer.concat([keyHash(signer.publicKey), signature]).toString('base64');
    lines.push(`— ${signer.publicKey.name} ${blob}\n`);
  }
  return `${statement}\n${lines.join('')}`;
}

/** The newest checkpoint, or the oldest that covers a leaf. */
export async function latestCheckpoint(
  database: Database | Transaction,
  office: string,
  covering?: number,
): Promise<Checkpoint | undefined> {
  const query = tables(database).selectFrom('evidence.checkpoint').selectAll().where('office', '=', office);
  const row = await (covering === undefined
    ? query.orderBy('size', 'desc')
    : query.where('size', '>', covering).orderBy('size')
  )
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const root = Buffer.from(row.root).toString('base64');
  return { office, size: row.size, root, note: row.note, signedAt: row.signed_at };
}
