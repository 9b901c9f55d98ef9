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

/**
 * Brings the database to the newest shape. Runs as the owner of the tables, never as `hengchan_app`.
 * Rooms do not depend on each other's tables, so their order does not matter.
 */
export async function migrate(owner: Database, rooms: readonly Migrations[]): Promise<string[]> {
  for (const statement of bootstrap) await sql.raw(statement).execute(owner);
  const migrations: Record<string, { up(db: Database): Promise<void> }> = {};
  for (const { room, folder } of rooms) {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const file of files) {
      const text = await readFile(new URL(file, folder), 'utf8');
      migrations[`${room}/${file.replace(/\.sql$/, '')}`] = {
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
