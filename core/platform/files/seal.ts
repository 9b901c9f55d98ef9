import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Random } from '../system/random.ts';
import { fileErrors } from './errors.ts';

/** First bytes of a sealed file: tells the form, so that another may follow. */
const mark = Buffer.from('HCF1');
const ivLength = 16;
const chunkLength = 1024 * 1024;

export async function hashOf(content: Uint8Array): Promise<string> {
  const hash = createHash('sm3');
  for (const chunk of chunksOf(content)) {
    hash.update(chunk);
    await setImmediate();
  }
  return hash.digest('hex');
}

/** SM4-CBC under a fresh IV; what it protects is recognised by its hash, which is checked on opening. */
export async function sealBytes(content: Uint8Array, key: Uint8Array, random: Random): Promise<Uint8Array> {
  const iv = random.bytes(ivLength);
  const cipher = createCipheriv('sm4-cbc', key, iv);
  const parts: Uint8Array[] = [mark, iv];
  for (const chunk of chunksOf(content)) {
    parts.push(cipher.update(chunk));
    await setImmediate();
  }
  return Buffer.concat([...parts, cipher.final()]);
}

/** The content, when it is what its hash says; otherwise throws FILE_DAMAGED. */
export async function openBytes(sealed: Uint8Array, key: Uint8Array, hash: string): Promise<Uint8Array> {
  if (!mark.equals(sealed.subarray(0, mark.length))) throw fileErrors.FILE_DAMAGED();
  const body = mark.length + ivLength;
  const decipher = createDecipheriv('sm4-cbc', key, sealed.subarray(mark.length, body));
  const parts: Uint8Array[] = [];
  try {
    for (const chunk of chunksOf(sealed.subarray(body))) {
      parts.push(decipher.update(chunk));
      await setImmediate();
    }
    parts.push(decipher.final());
  } catch {
    throw fileErrors.FILE_DAMAGED();
  }
  const content = Buffer.concat(parts);
  if ((await hashOf(content)) !== hash) throw fileErrors.FILE_DAMAGED();
  return content;
}

/** In pieces, so that a large file does not hold up everybody else. */
function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
}
