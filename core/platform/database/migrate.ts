import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Database } from './tables.ts';

/** The migrations of one room: SQL files `NNN-verb-phrase.sql`, each with its own grants. */
export interface Migrations {
  room: string;
  folder: URL;
}

const bootstrap = [
  `DO $$ BEGIN
     IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hengchan_app') THEN CREATE ROLE hengchan_app NOLOGIN; END IF;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
   END $$`,
  // Roles belong to the whole server: databases migrated at the same time may grant the same membership.
  `DO $$ BEGIN
     IF NOT pg_has_role(current_user, 'hengchan_app', 'MEMBER') THEN EXECUTE format('GRANT hengchan_app TO %I', current_user); END IF;
   EXCEPTION WHEN unique_violation OR internal_error THEN NULL;
   END $$`,
  'CREATE EXTENSION IF NOT EXISTS postgis',
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  'CREATE SCHEMA IF NOT EXISTS platform',
  'GRANT USAGE ON SCHEMA platform TO hengchan_app',
];

/** The database has migrations this version does not know: it belongs to a newer one. */
export class DatabaseAhead extends Error {
  constructor(migration: string, options?: ErrorOptions) {
    super(
      `数据库比程序新（含有本版本没有的结构变更 ${migration}）：请启动与数据库相符的版本，或恢复升级前的备份 · ` +
        'the database belongs to a newer version',
      options,
    );
    this.name = 'DatabaseAhead';
  }
}

const filesOf = async ({ folder }: Migrations) =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();

const nameOf = ({ room }: Migrations, file: string) => `${room}/${file.replace(/\.sql$/, '')}`;

/** Names of all migrations, as the database remembers them. */
export async function migrationNames(rooms: readonly Migrations[]): Promise<string[]> {
  const names = await Promise.all(
    rooms.map(async (room) => (await filesOf(room)).map((file) => nameOf(room, file))),
  );
  return names.flat();
}

/**
 * Brings the database to the newest shape. Runs as the owner of the tables, never as `hengchan_app`.
 * Rooms do not depend on each other's tables, so their order does not matter.
 */
export async function migrate(owner: Database, rooms: readonly Migrations[]): Promise<string[]> {
  for (const statement of bootstrap) await sql.raw(statement).execute(owner);
  const migrations: Record<string, { up(db: Database): Promise<void> }> = {};
  for (const room of rooms) {
    for (const file of await filesOf(room)) {
      const text = await readFile(new URL(file, room.folder), 'utf8');
      migrations[nameOf(room, file)] = {
        up: async (db) => {
          for (const statement of splitStatements(text)) await sql.raw(statement).execute(db);
        },
      };
    }
  }
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'platform',
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const missing = /previously executed migration (\S+) is missing/.exec(String(error))?.[1];
    if (missing !== undefined) throw new DatabaseAhead(missing, { cause: error });
    const failed = results?.find((each) => each.status === 'Error');
    throw new Error(`migration ${failed?.migrationName ?? ''} failed`, { cause: error });
  }
  return (results ?? []).map((each) => each.migrationName);
}

/** Statements end with a semicolon at the end of a line; bodies between `$$` are kept whole. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of text.split('\n')) {
    if (!quoted && line.trim().startsWith('--')) continue;
    if ((line.split('$$').length - 1) % 2 === 1) quoted = !quoted;
    current += `${line}\n`;
    if (!quoted && line.trimEnd().endsWith(';')) {
      statements.push(current.trim());
      current = '';
    }
  }
  if (current.trim()) statements.push(current.trim());
  return statements;
}
