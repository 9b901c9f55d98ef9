import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream, globSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { BackupFault } from './fault.ts';

export interface ManifestEntry {
  path: string;
  size: number;
  /** SM3 of the content, hex. */
  hash: string;
}

/** Folders of the data folder that belong to a demonstration: made keys, and the departments that stand in. Production has none of them. */
export const demonstrationFolders = ['keys', 'exchange', 'outside'] as const;

/** What a backup holds. Written first, checked before anything is put back. */
export interface Manifest {
  format: 1;
  madeAt: string;
  database: 'embedded' | 'postgres';
  /** `object-store`: files live in S3 and are not in the backup. */
  files: 'included' | 'object-store';
  entries: ManifestEntry[];
}

/** Regular files under `folder`, by path within it, in a fixed order. */
export function listFiles(folder: string, pattern: string): string[] {
  return globSync(pattern, { cwd: folder })
    .filter((path) => statSync(`${folder}/${path}`).isFile())
    .sort();
}

export async function describeFile(folder: string, path: string): Promise<ManifestEntry> {
  const hash = createHash('sm3');
  await pipeline(createReadStream(`${folder}/${path}`), hash);
  return { path, size: statSync(`${folder}/${path}`).size, hash: hash.digest('hex') };
}

/**
 * The seal of a manifest: its SM3, which tells damage, and an HMAC-SM3 under the integrity key,
 * which tells a forger and a backup that belongs to other keys (its sealed fields could never be read again).
 */
export function sealManifest(text: string, integrityKey: Uint8Array): string {
  const plain = createHash('sm3').update(text).digest('hex');
  const keyed = createHmac('sm3', integrityKey).update(text).digest('hex');
  return `sm3 ${plain}\nhmac-sm3 ${keyed}\n`;
}

/** Throws when the manifest was damaged, or sealed under another integrity key. */
export function checkManifest(text: string, seal: string, integrityKey: Uint8Array): Manifest {
  const [plain, keyed] = seal.split('\n');
  const [expectedPlain, expectedKeyed] = sealManifest(text, integrityKey).split('\n');
  if (plain !== expectedPlain) throw new BackupFault('备份已损坏：清单与其校验值不符');
  const given = Buffer.from(keyed ?? '');
  const expected = Buffer.from(expectedKeyed ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new BackupFault('备份是用另一组密钥制作的，或清单被改动：请提供制作备份时的密钥');
  }
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 1) throw new BackupFault(`备份格式 ${manifest.format} 不受支持`);
  return manifest;
}

/** Throws unless the folder holds exactly the files of the manifest, unchanged. */
export async function checkEntries(folder: string, manifest: Manifest): Promise<void> {
  const present = new Set(listFiles(folder, `{database,files,${demonstrationFolders}}/**`));
  for (const entry of manifest.entries) {
    if (!present.delete(entry.path)) throw new BackupFault(`备份已损坏：缺少 ${entry.path}`);
    const found = await describeFile(folder, entry.path);
    if (found.size !== entry.size || found.hash !== entry.hash) {
      throw new BackupFault(`备份已损坏：${entry.path} 与清单不符`);
    }
  }
  for (const path of present) throw new BackupFault(`备份已损坏：${path} 不在清单中`);
}
