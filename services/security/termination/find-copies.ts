import { closeSync, globSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Security } from '../security.ts';

/** Backups and exports are tar files that begin with this name. */
const firstName = 'manifest.json';

/** Backups and exports in the folders and below, by path, whatever they are called. Row SEC-END-04. */
export function copiesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    globSync('**', { cwd: folder, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .filter(isCopy)
      .sort(),
  );
}

function isCopy(path: string): boolean {
  const head = Buffer.alloc(firstName.length + 1);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1') === `${firstName}\0`;
}

/** Databases of drills that did not end. */
export async function copiesOnServer({ platform }: Security): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT datname AS name FROM pg_database WHERE datname LIKE 'hengchan\\_drill\\_%' ORDER BY 1`.execute(
    platform.database,
  );
  return rows.map(({ name }) => `数据库 ${name}`);
}
