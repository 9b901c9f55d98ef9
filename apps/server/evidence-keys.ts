import { type CheckpointSigner, type PublicKey, sm2Signer } from '@hengchan/evidence';
import type { Config, KeyRing } from '@hengchan/platform';

/** Who signs the checkpoints of the evidence logs: the server when it makes them, verification when it checks them. */
export interface EvidenceKeys {
  /** The present signer and those before it, newest first; the last is that of the settings. */
  signers(): readonly CheckpointSigner[];
  publicKeys(): readonly PublicKey[];
}

export function evidenceKeysOf({ keys }: Config, ring: KeyRing): EvidenceKeys {
  const made = new Map<string, CheckpointSigner>();
  const signerOf = (privateKey: string): CheckpointSigner => {
    const signer = made.get(privateKey) ?? sm2Signer('hengchan-evidence', privateKey);
    made.set(privateKey, signer);
    return signer;
  };
  const first = Buffer.from(keys.evidence).toString('hex');
  const signers = () => [...ring.signingKeys().map(({ privateKey }) => privateKey), first].map(signerOf);
  return { signers, publicKeys: () => signers().map(({ publicKey }) => publicKey) };
}
