import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';

export interface EmbeddedDatabase {
  pglite: PGlite;
  close(): Promise<void>;
}

/**
 * Opens the embedded PostgreSQL (for a first look and small use: it does not sync to disk, so a power cut can lose data).
 * A lock file keeps a second process out, because the engine itself would let the two diverge silently.
 * With `content`, a dump of its data folder, a database that is not there yet starts from that.
 */
export async function openEmbedded(folder: string | undefined, content?: Blob): Promise<EmbeddedDatabase> {
  const release = folder === undefined ? () => undefined : lock(folder);
  const options = {
    extensions: { postgis, btree_gist, pg_trgm },
    parsers: { 20: Number, 1082: (text: string) => text },
    ...(content === undefined ? {} : { loadDataDir: content }),
  };
  try {
    const pglite = await PGlite.create(
      folder === undefined ? options : { ...options, dataDir: join(folder, 'database') },
    );
    await pglite.exec("SET TIME ZONE 'UTC'");
    return {
      pglite,
      close: async () => {
        if (!pglite.closed) await pglite.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'database.lock');
  if (existsSync(file) && !isRunning(Number(readFileSync(file, 'utf8')))) rmSync(file);
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch {
    throw new Error(`数据目录正被另一个进程使用（${file}）`);
  }
  writeSync(handle, String(process.pid));
  closeSync(handle);
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
