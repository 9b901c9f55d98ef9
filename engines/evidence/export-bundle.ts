import type { Database, Transaction } from '@hengchan/platform';
import { latestCheckpoint } from './checkpoint.ts';
import { errors } from './errors.ts';
import { handoversOf } from './hand-over.ts';
import { leafAt } from './leaves.ts';
import { inclusionProof } from './proofs.ts';
import type { Bundle, PublicKey } from './verify-offline.ts';

/**
 * All that is needed to check a leaf without this system: its text, the proof that it is in the log, the signed
 * checkpoint of that log, the keys, and how one followed the other. `record` is the text whose digest the leaf names, for example the entry.
 *
 * Throws EVIDENCE_NOT_FOUND and CHECKPOINT_NOT_FOUND.
 */
export async function exportBundle(
  database: Database | Transaction,
  office: string,
  index: number,
  keys: readonly PublicKey[],
  record?: string,
): Promise<Bundle> {
  const leaf = await leafAt(database, office, index);
  if (!leaf) throw errors.EVIDENCE_NOT_FOUND();
  const checkpoint = await latestCheckpoint(database, office, index);
  if (!checkpoint) throw errors.CHECKPOINT_NOT_FOUND();
  const handovers = await handoversOf(database, office);
  const proof = await inclusionProof(database, office, index, checkpoint.size);
  return {
    format: 'hengchan-evidence-bundle',
    version: 1,
    hash: proof.hash,
    leaf: { index, text: leaf.text },
    proof: { size: proof.size, path: proof.path },
    checkpoint: checkpoint.note,
    keys,
    ...(handovers.length === 0 ? {} : { handovers }),
    ...(record === undefined ? {} : { record }),
  };
}
