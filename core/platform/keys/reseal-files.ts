import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { ByteStore } from '../files/files.ts';
import { headLength, keyOfFile, openBytes, sealBytes } from '../files/seal.ts';
import type { Random } from '../system/random.ts';
import { tryFilesLock } from './files-lock.ts';
import type { KeyRing } from './ring.ts';
import { RotationFault } from './rotate.ts';

/** How many stored files are sealed under which key. Reads the first bytes of each. */
export async function countFilesByKey(store: ByteStore): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const name of store.names()) {
    const id = keyOfFile((await store.readHead(name, headLength)) ?? new Uint8Array());
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/**
 * Seals every stored file anew that is not under the current key; each is put in place whole. May be ended at any moment and begun
 * again. A file that is damaged is left as it is. Returns how many were sealed, and the names of the damaged.
 */
export async function resealFiles(
  store: ByteStore,
  ring: KeyRing,
  random: Random,
  step?: () => void,
): Promise<{ sealed: number; damaged: string[] }> {
  const damaged: string[] = [];
  let sealed = 0;
  for await (const name of store.names()) {
    const id = keyOfFile((await store.readHead(name, headLength)) ?? new Uint8Array());
    if (id === undefined || id === ring.current()) continue;
    const bytes = await store.read(name);
    if (bytes === undefined) continue;
    const content = await openBytes(bytes, ring, name).catch(() => undefined);
    if (content === undefined) {
      damaged.push(name);
      continue;
    }
    step?.();
    await store.write(name, await sealBytes(content, ring, random));
    sealed += 1;
    step?.();
  }
  return { sealed, damaged };
}

/** Does the work while no backup is made. Throws RotationFault when one is. */
export async function holdingFiles<Result>(owner: Database, work: () => Promise<Result>): Promise<Result> {
  return owner.connection().execute(async (connection) => {
    const { rows } = await sql<{ held: boolean }>`SELECT ${sql.raw(tryFilesLock)} AS held`.execute(
      connection,
    );
    if (!rows[0]?.held) throw new RotationFault('正在备份：请在备份结束后再更换密钥');
    try {
      return await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(hashtext('hengchan.stored-files'))`.execute(connection);
    }
  });
}
