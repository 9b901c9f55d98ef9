import { createCipheriv, createDecipheriv, createHmac, hash } from 'node:crypto';

/** Bytes, or text taken as UTF-8. */
type Input = string | Uint8Array;

/** SM3 digest (GB/T 32905), 64 lower-case hex digits. */
export function sm3(data: Input): string {
  return hash('sm3', data);
}

/** HMAC with SM3, 64 lower-case hex digits. */
export function hmacSm3(key: Input, data: Input): string {
  return createHmac('sm3', key).update(data).digest('hex');
}

/**
 * SM4 (GB/T 32907) in CBC mode with PKCS#7 padding. Key and iv are 16 bytes; the iv must be fresh and
 * random for every message. CBC does not detect tampering: keep an HMAC beside the ciphertext.
 */
export function sm4Encrypt(key: Uint8Array, iv: Uint8Array, data: Input): Uint8Array {
  const cipher = createCipheriv('sm4-cbc', block(key), block(iv));
  return Uint8Array.from(Buffer.concat([cipher.update(bytesOf(data)), cipher.final()]));
}

/** Inverse of {@link sm4Encrypt}. Throws when the padding is wrong. */
export function sm4Decrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('sm4-cbc', block(key), block(iv));
  return Uint8Array.from(Buffer.concat([decipher.update(data), decipher.final()]));
}

function block(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== 16) throw new RangeError('SM4 keys and initial vectors are 16 bytes');
  return bytes;
}

function bytesOf(data: Input): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
}
