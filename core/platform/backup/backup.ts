import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/load.ts';
import { dumpedDatabase } from './dump.ts';
import { BackupFault } from './fault.ts';
import { demonstrationFolders, describeFile, listFiles, type Manifest, sealManifest } from './manifest.ts';
import { runSystem } from './programs.ts';

/**
 * Writes database and files into one file, and what a demonstration made for itself. Keys given by the environment are not in it:
 * keep them apart.
 * The database is dumped before the files are listed, so every file it names is there; files are only added: nobody
 * seals them anew meanwhile.
 * Throws BackupFault, and leaves nothing behind, when the file exists or anything fails. PostgreSQL may be in use meanwhile;
 * the embedded database may not.
 */
export async function backup(config: Config, file: string, at: Date): Promise<Manifest> {
  if (existsSync(file)) throw new BackupFault(`${file} 已存在`);
  const database = dumpedDatabase(config);
  if (database.kind === 'embedded' && (await database.isEmpty()))
    throw new BackupFault('数据目录中没有数据库');
  await mkdir(dirname(file), { recursive: true });
  const stage = await mkdtemp(join(dirname(file), '.hengchan-backup-'));
  const part = `${file}.part`;
  let release = async () => {};
  try {
    release = await database.holdFiles();
    await mkdir(join(stage, 'database'));
    await database.dump(join(stage, 'database', 'dump'));
    for (const folder of config.mode === 'demo' ? demonstrationFolders : []) {
      const origin = join(config.dataFolder, folder);
      if (existsSync(origin)) await cp(origin, join(stage, folder), { recursive: true });
    }
    const staged = listFiles(stage, '*/**');
    const stored = listFiles(config.dataFolder, 'files/**').filter((path) => !path.endsWith('.part'));
    const manifest: Manifest = {
      format: 1,
      madeAt: at.toISOString(),
      database: database.kind,
      files: config.objectStore === undefined ? 'included' : 'object-store',
      entries: [],
    };
    for (const path of staged) manifest.entries.push(await describeFile(stage, path));
    for (const path of stored) manifest.entries.push(await describeFile(config.dataFolder, path));

    const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
    await writeFile(join(stage, 'manifest.json'), text);
    await writeFile(join(stage, 'manifest.seal'), sealManifest(text, config.keys.integrity));
    await writeFile(join(stage, 'stored'), stored.map((path) => `${path}\0`).join(''));
    const own = ['-C', stage, 'manifest.json', 'manifest.seal', ...staged];
    const others = ['-C', config.dataFolder, '--null', '-T', join(stage, 'stored')];
    await runSystem('tar', ['-cf', part, ...own, ...(stored.length > 0 ? others : [])]);
    await sync(part);
    await rename(part, file);
    await database.remember(at);
    return manifest;
  } finally {
    await release();
    await rm(stage, { recursive: true, force: true });
    await rm(part, { force: true });
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
