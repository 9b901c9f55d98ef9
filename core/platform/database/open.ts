import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { openEmbedded } from './embedded.ts';
import { type Migrations, migrate } from './migrate.ts';
import { applicationPool, ownerPool } from './postgres.ts';
import type { Database, PlatformTables } from './tables.ts';
import { whenThere } from './when-there.ts';

export interface OpenDatabase {
  database: Database;
  kind: 'postgres' | 'embedded';
  /** Runs one statement as the owner of the tables: for maintenance commands only. */
  asOwner<T>(work: (owner: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL connection string; without one the embedded database in `folder` is used. */
  url?: string;
  folder?: string;
  /** What a new embedded database starts from: a dump of another's data folder. */
  content?: Blob;
  poolSize?: number;
  /** How long a PostgreSQL that does not answer yet is waited for at the start; `onWait` hears of it once. */
  patienceSeconds?: number;
  onWait?: (reason: string) => void;
  migrations: readonly Migrations[];
}

/**
 * Opens the one database of the product, migrates it, and hands out connections that act as `hengchan_app`,
 * a role that cannot change what is append-only.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  return options.url === undefined ? openInProcess(options) : openServer(options.url, options);
}

async function openServer(url: string, options: DatabaseOptions): Promise<OpenDatabase> {
  const asOwner = async <T>(work: (owner: Database) => Promise<T>): Promise<T> => {
    const owner = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool: ownerPool(url) }) });
    try {
      return await work(owner);
    } finally {
      await owner.destroy();
    }
  };
  await whenThere(
    () => asOwner((owner) => migrate(owner, options.migrations)),
    options.patienceSeconds ?? 0,
    options.onWait,
  );
  const pool = applicationPool(url, options.poolSize ?? 10);
  const database = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) });
  return { database, kind: 'postgres', asOwner, close: () => database.destroy() };
}

async function openInProcess(options: DatabaseOptions): Promise<OpenDatabase> {
  const embedded = await openEmbedded(options.folder, options.content);
  const database = new Kysely<PlatformTables>({ dialect: new PGliteDialect({ pglite: embedded.pglite }) });
  await embedded.pglite.exec('RESET ROLE');
  await migrate(database, options.migrations);
  await embedded.pglite.exec('SET ROLE hengchan_app');
  const asOwner = async <T>(work: (owner: Database) => Promise<T>): Promise<T> => {
    await embedded.pglite.exec('RESET ROLE');
    try {
      return await work(database);
    } finally {
      await embedded.pglite.exec('SET ROLE hengchan_app');
    }
  };
  const close = async () => {
    await database.destroy();
    await embedded.close();
  };
  return { database, kind: 'embedded', asOwner, close };
}
