import type { Database, Transaction } from '@hengchan/platform';
import { appendLeaf } from './append-leaf.ts';
import { signNote } from './checkpoint.ts';
import type { CheckpointSigner } from './signers.ts';
import { tables } from './tables.ts';
import { fingerprintOf } from './verify-offline.ts';

/**
 * Says in the log of an office that another key signs from now on: a note with the new key, signed by the one before and by the new one. Written
 * once for each new key, before its first checkpoint; whoever trusts the old key can follow. `signers` are the present one and
 * those before it, newest first.
 */
export async function handOverKeys(
  database: Database,
  office: string,
  signers: readonly CheckpointSigner[],
  now: Date,
): Promise<void> {
  for (let at = signers.length - 1; at > 0; at--) {
    const [before, after] = [signers[at], signers[at - 1]];
    if (before && after) await handOver(database, office, before, after, now);
  }
}

async function handOver(
  database: Database,
  office: string,
  before: CheckpointSigner,
  after: CheckpointSigner,
  now: Date,
): Promise<void> {
  const subject = fingerprintOf(after.publicKey);
  const said = await tables(database)
    .selectFrom('evidence.leaf')
    .select('id')
    .where('office', '=', office)
    .where('kind', '=', 'key')
    .where('subject', '=', subject)
    .limit(1)
    .executeTakeFirst();
  if (said) return;
  const { name, algorithm, key } = after.publicKey;
  const statement = `hengchan.evidence/key-handover\n${name} ${algorithm} ${key}\n${now.toISOString()}\n`;
  const handover = await signNote(statement, [before, after]);
  await database
    .transaction()
    .execute((trx) => appendLeaf(trx, { office, kind: 'key', subject, data: { handover } }));
}

/** The notes by which keys were handed over in an office's log, oldest first as far as they are sequenced. */
export async function handoversOf(database: Database | Transaction, office: string): Promise<string[]> {
  const rows = await tables(database)
    .selectFrom('evidence.leaf')
    .select('data')
    .where('office', '=', office)
    .where('kind', '=', 'key')
    .limit(100)
    .execute();
  return rows.map(({ data }) => (JSON.parse(data) as { handover: string }).handover);
}
