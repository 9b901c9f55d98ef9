import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/load.ts';
import { openEmbedded } from '../database/embedded.ts';
import { ownerPool } from '../database/postgres.ts';
import { tryFilesLock } from '../keys/files-lock.ts';
import { BackupFault } from './fault.ts';
import { connectionVariables, runSystem } from './programs.ts';

/** A database that can be written into one file and made again from it. */
export interface DumpedDatabase {
  kind: 'embedded' | 'postgres';
  dump(file: string): Promise<void>;
  isEmpty(): Promise<boolean>;
  /** Keeps stored files as they are until the returned function is called; throws BackupFault while they are being sealed anew. */
  holdFiles(): Promise<() => Promise<void>>;
  /** Remembers when a backup was made, for whoever asks how old the last one is. */
  remember(at: Date): Promise<void>;
  /** Replaces whatever is there; `setAside` is where the embedded database keeps what it replaced. */
  restore(file: string, setAside: string): Promise<void>;
}

export function dumpedDatabase(config: Config): DumpedDatabase {
  return config.databaseUrl === undefined ? embedded(config.dataFolder) : server(config.databaseUrl);
}

/** Opening takes the lock of the data folder, so neither happens while a server uses it. */
function embedded(folder: string): DumpedDatabase {
  const place = join(folder, 'database');
  return {
    kind: 'embedded',
    async dump(file) {
      const { pglite, close } = await openEmbedded(folder);
      try {
        const content = await pglite.dumpDataDir('gzip');
        await writeFile(file, new Uint8Array(await content.arrayBuffer()), { mode: 0o600 });
      } finally {
        await close();
      }
    },
    isEmpty: async () => !existsSync(place),
    // Nobody else has the data folder open.
    holdFiles: async () => async () => undefined,
    // Opening it again takes longer than it is worth: nobody runs a service on it.
    remember: async () => undefined,
    async restore(file, setAside) {
      if (existsSync(place)) {
        // Opened once only to be sure that nobody else has it open.
        await (await openEmbedded(folder)).close();
        await rename(place, setAside);
      }
      const content = new Blob([await readFile(file)]);
      await (await openEmbedded(folder, content)).close();
    },
  };
}

function server(url: string): DumpedDatabase {
  const variables = connectionVariables(url);
  return {
    kind: 'postgres',
    async dump(file) {
      // Only our own schemas: extensions belong to whoever made the database, often not to the owner of the tables.
      const schemas = (await ownSchemas(url)).map((schema) => `--schema=${schema}`);
      if (schemas.length === 0) throw new BackupFault('数据库中没有数据');
      await runSystem('pg_dump', ['--format=custom', '--no-owner', ...schemas, `--file=${file}`], variables);
    },
    isEmpty: async () => (await ownSchemas(url)).length === 0,
    async holdFiles() {
      const pool = ownerPool(url);
      const { rows } = await pool.query<{ held: boolean }>(`SELECT ${tryFilesLock} AS held`);
      if (rows[0]?.held) return () => pool.end();
      await pool.end();
      throw new BackupFault('文件正在用新密钥重新加密：请在 ./hengchan rotate-keys 结束后再备份');
    },
    async remember(at) {
      const pool = ownerPool(url);
      try {
        await pool.query(
          `INSERT INTO platform.setting (name, value) VALUES ('backup.last', $1)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = now()`,
          [JSON.stringify({ at: at.toISOString() })],
        );
      } finally {
        await pool.end();
      }
    },
    async restore(file) {
      const script = `${file}.sql`;
      await runSystem('pg_restore', ['--no-owner', `--file=${script}`, file]);
      const drop = (await ownSchemas(url)).flatMap((schema) => [`--command=DROP SCHEMA "${schema}" CASCADE`]);
      // One transaction: it is put back whole, or the database stays as it was.
      const options = ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1'];
      await runSystem('psql', [...options, ...prelude, ...drop, `--file=${script}`], variables);
    },
  };
}

/** What a dump of our schemas rests on: the role the application acts as belongs to the server, extensions to the database. */
const prelude = [
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hengchan_app') THEN CREATE ROLE hengchan_app NOLOGIN; END IF;
    IF NOT pg_has_role(current_user, 'hengchan_app', 'MEMBER') THEN
      EXECUTE format('GRANT hengchan_app TO %I', current_user);
    END IF;
  END $$`,
  // Readers of one class of data each: granted columns by the room that knows which those are.
  ...['hengchan_government', 'hengchan_operations'].map(
    (role) => `DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
    END $$`,
  ),
  ...['postgis', 'btree_gist', 'pg_trgm'].map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`),
].map((statement) => `--command=${statement}`);

async function ownSchemas(url: string): Promise<string[]> {
  const pool = ownerPool(url);
  try {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace n
       WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = n.oid AND d.deptype = 'e')
       ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  } finally {
    await pool.end();
  }
}
