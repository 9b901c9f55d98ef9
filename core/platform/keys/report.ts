import type { Database } from '../database/tables.ts';
import type { ByteStore } from '../files/files.ts';
import { countFilesByKey } from './reseal-files.ts';
import { firstMaster, masterId } from './ring.ts';
import { countByKey, countMentions, sealedColumns } from './sealed-columns.ts';

/** What is sealed under a key. */
export interface KeyUse {
  /** Values of sealed columns. */
  values: number;
  files: number;
  /** Rows that are never sealed anew. */
  permanent: number;
}

/**
 * Counts what is sealed under each of the keys. `permanent` names the schemas whose rows are never changed: the register, whose entries are
 * hashed with the sealed numbers in them. Of the master's own key (no id) only the rest is counted: it is never given up.
 */
export async function reportUse(
  database: Database,
  store: ByteStore,
  permanent: readonly string[],
  keys: readonly string[],
): Promise<Map<string, KeyUse>> {
  const uses = new Map<string, KeyUse>(keys.map((id) => [id, { values: 0, files: 0, permanent: 0 }]));
  const nameOf = (id: string) => (id === masterId && uses.has(firstMaster) ? firstMaster : id);
  const useOf = (id: string) => {
    const known = uses.get(nameOf(id)) ?? { values: 0, files: 0, permanent: 0 };
    uses.set(nameOf(id), known);
    return known;
  };
  for (const column of await sealedColumns(database, permanent)) {
    for (const [id, count] of await countByKey(database, column)) useOf(id).values += count;
  }
  for (const [id, count] of await countFilesByKey(store)) useOf(id).files += count;
  for (const [id, use] of uses) {
    if (id === masterId || id === firstMaster) continue;
    for (const schema of permanent) use.permanent += await countMentions(database, schema, id);
  }
  return uses;
}
