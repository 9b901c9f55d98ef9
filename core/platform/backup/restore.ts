import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/load.ts';
import { dumpedDatabase } from './dump.ts';
import { BackupFault } from './fault.ts';
import { checkEntries, checkManifest, demonstrationFolders, listFiles, type Manifest } from './manifest.ts';
import { runSystem } from './programs.ts';

export interface RestoreOptions {
  /** Replace what is there. What the embedded database and the keys held is set aside, not deleted. */
  force: boolean;
  at: Date;
}

/**
 * Puts a backup back. Everything is checked before anything is touched: a damaged backup, one of other keys or of the other kind
 * of database, and, without `force`, a target that holds data are refused with BackupFault.
 */
export async function restore(config: Config, file: string, options: RestoreOptions): Promise<Manifest> {
  if (!existsSync(file)) throw new BackupFault(`没有这个文件：${file}`);
  await mkdir(config.dataFolder, { recursive: true });
  const stage = await mkdtemp(join(config.dataFolder, '.restore-'));
  try {
    const manifest = await unpack(config, file, stage);
    const database = dumpedDatabase(config);
    if (manifest.database !== database.kind) {
      throw new BackupFault(`备份来自 ${manifest.database} 数据库，当前配置为 ${database.kind}`);
    }
    const files = join(config.dataFolder, 'files');
    const inUse = !(await database.isEmpty()) || listFiles(config.dataFolder, 'files/**').length > 0;
    if (inUse && !options.force) throw new BackupFault('目标已有数据：确需替换请加 --force');

    const replaced = join(
      config.dataFolder,
      `replaced-${options.at.toISOString().replaceAll(/\D/g, '').slice(0, 14)}`,
    );
    await mkdir(replaced, { recursive: true, mode: 0o700 });
    await database.restore(join(stage, 'database', 'dump'), join(replaced, 'database'));
    // Files carry the hash of their content as name, so those already there have the right content; but they may have been sealed anew
    // since, under a key the database of the backup does not know.
    if (existsSync(join(stage, 'files'))) await cp(join(stage, 'files'), files, { recursive: true });
    for (const folder of demonstrationFolders) {
      if (!existsSync(join(stage, folder))) continue;
      const place = join(config.dataFolder, folder);
      if (existsSync(place)) await rename(place, join(replaced, folder));
      await rename(join(stage, folder), place);
    }
    return manifest;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function unpack(config: Config, file: string, stage: string): Promise<Manifest> {
  await runSystem('tar', ['-xf', file, '-C', stage, '--no-same-owner']).catch((cause: unknown) => {
    throw new BackupFault('备份已损坏：无法读取', { cause });
  });
  const read = (path: string) =>
    readFile(join(stage, path), 'utf8').catch((cause: unknown) => {
      throw new BackupFault(`备份已损坏：缺少 ${path}`, { cause });
    });
  const manifest = checkManifest(
    await read('manifest.json'),
    await read('manifest.seal'),
    await integrityKey(config, stage),
  );
  await checkEntries(stage, manifest);
  return manifest;
}

/** A demonstration brings its keys along; production must already have those the backup was made with. */
async function integrityKey(config: Config, stage: string): Promise<Uint8Array> {
  const own = join(stage, 'keys', 'hengchan_integrity_key');
  if (config.mode === 'production' || !existsSync(own)) return config.keys.integrity;
  return Buffer.from((await readFile(own, 'utf8')).trim(), 'hex');
}
