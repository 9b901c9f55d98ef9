import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type KeyRing, masterId } from '../keys/ring.ts';
import type { Random } from '../system/random.ts';
import { fileErrors } from './errors.ts';

/** First bytes of a sealed file: which form it has. The first form names no key, the second one in the eight bytes that follow. */
const firstForm = Buffer.from('HCF1');
const namedForm = Buffer.from('HCF2');
const idLength = 8;
const ivLength = 16;
/** As many bytes tell under which key a file is sealed. */
export const headLength = namedForm.length + idLength;
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
export async function sealBytes(content: Uint8Array, ring: KeyRing, random: Random): Promise<Uint8Array> {
  const id = ring.current();
  const iv = random.bytes(ivLength);
  const cipher = createCipheriv('sm4-cbc', ring.sealer(id).encryption, iv);
  const parts: Uint8Array[] = id === masterId ? [firstForm, iv] : [namedForm, Buffer.from(id, 'latin1'), iv];
  for (const chunk of chunksOf(content)) {
    parts.push(cipher.update(chunk));
    await setImmediate();
  }
  return Buffer.concat([...parts, cipher.final()]);
}

/** The content, when it is what its hash says; otherwise throws FILE_DAMAGED. */
export async function openBytes(sealed: Uint8Array, ring: KeyRing, hash: string): Promise<Uint8Array> {
  const id = keyOfFile(sealed);
  if (id === undefined) throw fileErrors.FILE_DAMAGED();
  const start = id === masterId ? firstForm.length : headLength;
  const body = start + ivLength;
  const key = ring.sealer(id).encryption;
  const decipher = createDecipheriv('sm4-cbc', key, sealed.subarray(start, body));
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

/** The key a file is sealed under, by its first bytes; undefined when they are not those of a sealed file. */
export function keyOfFile(head: Uint8Array): string | undefined {
  const mark = head.subarray(0, firstForm.length);
  if (firstForm.equals(mark)) return masterId;
  return namedForm.equals(mark)
    ? Buffer.from(head.subarray(namedForm.length, headLength)).toString('latin1')
    : undefined;
}

/** In pieces, so that a large file does not hold up everybody else. */
function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
}
