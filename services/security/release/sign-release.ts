import { createPrivateKey, sign } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Manifest, makeManifest, manifestFile, signatureFile, writeManifest } from './manifest.ts';

/**
 * Writes the manifest of the product under `root` and its signature: the 64 bytes of Ed25519 that `openssl pkeyutl -verify -rawin` checks.
 * Without a key the manifest alone is written. Throws when the key is not a private Ed25519 key.
 */
export async function signRelease(root: string, keyFile: string | undefined): Promise<Manifest> {
  const key = keyFile === undefined ? undefined : createPrivateKey(await readFile(keyFile));
  if (key !== undefined && key.asymmetricKeyType !== 'ed25519') throw new Error('the key is not Ed25519');
  const manifest = await makeManifest(root);
  const bytes = Buffer.from(writeManifest(manifest));
  await mkdir(dirname(join(root, manifestFile)), { recursive: true });
  await writeFile(join(root, manifestFile), bytes);
  if (key !== undefined) await writeFile(join(root, signatureFile), sign(null, bytes, key));
  return manifest;
}
