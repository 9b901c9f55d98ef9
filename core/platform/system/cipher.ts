import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Random } from './random.ts';

/** Keys of the field encryption: SM4 (16 bytes), its integrity key and the key of the blind index. */
export interface CipherKeys {
  encryption: Uint8Array;
  integrity: Uint8Array;
  index: Uint8Array;
}

/**
 * Encryption of personal data in the database: SM4-CBC then HMAC-SM3 (encrypt-then-MAC),
 * and a keyed blind index for exact search. Row SEC-LAW-03.
 */
export interface Cipher {
  seal(text: string): string;
  /** Throws when the text was altered or sealed under another key. */
  open(sealed: string): string;
  /** The same text always gives the same index; without the key it cannot be guessed. */
  index(text: string): string;
}

const ivLength = 16;
const macLength = 32;

export function makeCipher(keys: CipherKeys, random: Random): Cipher {
  // Key objects made once: importing the bytes anew costs several times what the algorithm does.
  const encryption = createSecretKey(keys.encryption);
  const integrity = createSecretKey(keys.integrity);
  const index = createSecretKey(keys.index);
  const mac = (data: Uint8Array) => createHmac('sm3', integrity).update(data).digest();
  return {
    seal(text) {
      const iv = random.bytes(ivLength);
      const cipher = createCipheriv('sm4-cbc', encryption, iv);
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([body, mac(body)]).toString('base64');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      const body = bytes.subarray(0, bytes.length - macLength);
      if (bytes.length <= ivLength + macLength || !timingSafeEqual(mac(body), bytes.subarray(-macLength))) {
        throw new Error('sealed text was altered or belongs to another key');
      }
      const decipher = createDecipheriv('sm4-cbc', encryption, body.subarray(0, ivLength));
      return decipher.update(body.subarray(ivLength), undefined, 'utf8') + decipher.final('utf8');
    },
    index: (text) => createHmac('sm3', index).update(text, 'utf8').digest('hex'),
  };
}
