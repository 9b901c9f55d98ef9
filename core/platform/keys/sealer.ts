import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Random } from '../system/random.ts';

/** What seals: an SM4 key (16 bytes) and the key of the integrity check. */
export interface SealingKeys {
  encryption: Uint8Array;
  integrity: Uint8Array;
}

/** Seals and opens under one pair of keys: SM4-CBC, then HMAC-SM3 over initialisation vector and text (encrypt-then-MAC). */
export interface Sealer {
  encryption: Uint8Array;
  seal(text: string): string;
  /** Throws when the text was altered or sealed under another key. */
  open(sealed: string): string;
}

const ivLength = 16;
const macLength = 32;

export function makeSealer(keys: SealingKeys, random: Random): Sealer {
  // Key objects made once: importing the bytes anew costs several times what the algorithm does.
  const encryption = createSecretKey(keys.encryption);
  const integrity = createSecretKey(keys.integrity);
  const mac = (data: Uint8Array) => createHmac('sm3', integrity).update(data).digest();
  return {
    encryption: keys.encryption,
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
  };
}
