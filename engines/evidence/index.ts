export { appendLeaf, leafText, type NewLeaf } from './append-leaf.ts';
export { appendLeaves } from './append-leaves.ts';
export { type Checkpoint, type CheckpointRequest, latestCheckpoint, signCheckpoint } from './checkpoint.ts';
export { errors as evidenceErrors } from './errors.ts';
export { exportBundle } from './export-bundle.ts';
export { handOverKeys } from './hand-over.ts';
export { findLeaves, type Leaf, leafAt, leavesFrom } from './leaves.ts';
export {
  type ConsistencyProof,
  consistencyProof,
  type InclusionProof,
  inclusionProof,
  logOf,
  rootAt,
} from './proofs.ts';
export { type Sequenced, type SequenceOptions, sequence } from './sequence.ts';
export { type CheckpointSigner, ed25519Signer, sm2Signer } from './signers.ts';
export { type EvidenceTables, evidenceMigrations, type LeafKind } from './tables.ts';
export { type LogFinding, type LogOptions, type LogReport, recomputeRoot, verifyLog } from './verify-log.ts';
export {
  type Bundle,
  fingerprintOf,
  type HashName,
  hashLeaf,
  isSignedBy,
  type PublicKey,
  readCheckpoint,
  rootFromInclusion,
  type Verdict,
  verifyBundle,
  verifyConsistency,
} from './verify-offline.ts';
