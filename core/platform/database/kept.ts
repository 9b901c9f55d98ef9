import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../system/clock.ts';
import type { Ids } from '../system/ids.ts';
import type { Database, Transaction } from './tables.ts';

/** By name, the version of each thing that is kept in memory; what never changed has none. */
export type Versions = Readonly<Record<string, unknown>>;

/**
 * What every step asks for and administrators hardly ever change is kept in the memory of each process, under the version it was read
 * at. Whoever changes it gives it another version in the same transaction; whoever needs it brings the versions that a statement of the
 * own transaction read, so that a change holds in every process from the next evaluation on and nothing has to be told to anybody.
 */
export interface Kept {
  /** The thing as it is at those versions, read with `load` where it is not in memory; without versions they are asked first. */
  get<T>(
    database: Database,
    name: string,
    load: (database: Database) => Promise<T>,
    versions?: Versions,
  ): Promise<T>;
  /** In the transaction that changes it. */
  changed(trx: Transaction, name: string): Promise<void>;
}

const prefix = 'version.';

/** The versions as a column of a statement that reads something else. Under READ COMMITTED what is loaded later is at least as new. */
export const versionsNow: RawBuilder<Versions> = sql`(
  SELECT coalesce(json_object_agg(substr(name, ${sql.lit(prefix.length + 1)}), value), '{}')
  FROM platform.setting WHERE name LIKE ${sql.lit(`${prefix}%`)})`;

export function makeKept({ clock, ids }: { clock: Clock; ids: Ids }): Kept {
  const memory = new Map<string, { version: unknown; value: unknown }>();
  return {
    async get<T>(
      database: Database,
      name: string,
      load: (database: Database) => Promise<T>,
      versions?: Versions,
    ): Promise<T> {
      const version = (versions ?? (await ask(database)))[name] ?? '';
      const known = memory.get(name);
      if (known?.version === version) return known.value as T;
      const value = await load(database);
      memory.set(name, { version, value });
      return value;
    },
    // A version is given once: what was read in a transaction that is undone stays in memory under a name nobody asks for again.
    async changed(trx, name) {
      const version = { value: JSON.stringify(ids.uuid()), updated_at: clock.now() };
      await trx
        .insertInto('platform.setting')
        .values({ name: prefix + name, ...version })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(version))
        .execute();
    },
  };
}

async function ask(database: Database): Promise<Versions> {
  const { versions } = await database.selectNoFrom(versionsNow.as('versions')).executeTakeFirstOrThrow();
  return versions;
}
