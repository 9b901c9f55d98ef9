import { createHmac, createSecretKey } from 'node:crypto';
import { type KeyRing, masterId, masterRing } from '../keys/ring.ts';
import type { SealingKeys } from '../keys/sealer.ts';
import type { Random } from './random.ts';

/** Keys of the field encryption: SM4 (16 bytes), its integrity key and the key of the blind index. */
export interface CipherKeys extends SealingKeys {
  index: Uint8Array;
}

/**
 * Encryption of personal data in the database: SM4-CBC then HMAC-SM3 (encrypt-then-MAC), and a keyed blind index for exact
 * search. A sealed text names its key (`3f9c02ab.` before the base64); one that names none was sealed under the first master keys.
 * Row SEC-LAW-03.
 */
export interface Cipher {
  seal(text: string): string;
  /** Throws when the text was altered or sealed under a key that is not known. */
  open(sealed: string): string;
  /** The same text always gives the same index; without the key it cannot be guessed. */
  index(text: string): string;
}

export function makeCipher(
  keys: CipherKeys,
  random: Random,
  ring: KeyRing = masterRing(keys, random),
): Cipher {
  const index = createSecretKey(keys.index);
  return {
    seal(text) {
      const id = ring.current();
      const sealed = ring.sealer(id).seal(text);
      return id === masterId ? sealed : `${id}.${sealed}`;
    },
    open(sealed) {
      const end = sealed.indexOf('.');
      return end < 0
        ? ring.sealer(masterId).open(sealed)
        : ring.sealer(sealed.slice(0, end)).open(sealed.slice(end + 1));
    },
    index: (text) => createHmac('sm3', index).update(text, 'utf8').digest('hex'),
  };
}
