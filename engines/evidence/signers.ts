import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { sm2PublicKey, sm2Sign } from '@hengchan/standards/crypto';
import type { PublicKey } from './verify-offline.ts';

/** Something that signs checkpoints: a key here, or a cryptographic device elsewhere. */
export interface CheckpointSigner {
  readonly publicKey: PublicKey;
  sign(message: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

/** Names stand in the signature line, which white space and plus signs would break (C2SP signed-note). */
function checkName(name: string): string {
  if (!/^[^\s+]{1,120}$/.test(name))
    throw new RangeError('a signer name has no white space and no plus sign');
  return name;
}

/** Signs with SM2, the national algorithm; the private key is 64 hex digits. */
export function sm2Signer(name: string, privateKey: string): CheckpointSigner {
  const publicKey = sm2PublicKey(privateKey);
  return {
    publicKey: {
      name: checkName(name),
      algorithm: 'sm2',
      key: Buffer.from(publicKey, 'hex').toString('base64'),
    },
    sign: (message) => Buffer.from(sm2Sign(message, privateKey, publicKey), 'hex'),
  };
}

/** Signs with Ed25519, which witnesses abroad understand. */
export function ed25519Signer(name: string, privateKey: KeyObject): CheckpointSigner {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return {
    publicKey: {
      name: checkName(name),
      algorithm: 'ed25519',
      key: Buffer.from(spki).subarray(-32).toString('base64'),
    },
    sign: (message) => sign(null, message, privateKey),
  };
}
