import type { Config } from '../config/load.ts';
import { differingKeys, type KeyCheck } from '../keys/check.ts';
import { type Migrations, migrationNames } from './migrate.ts';
import { ownerPool } from './postgres.ts';

/** What a look at the database found; it changed nothing. */
export interface DatabaseReport {
  /** 150004 for 15.4. */
  version: number;
  missingExtensions: string[];
  /** How far the database's clock is ahead of ours. */
  clockAheadMs: number;
  /** Connections the server allows to ordinary users. */
  connections: number;
  /** Migrations of this version the database does not have yet, and those it has that this version does not know. */
  pending: string[];
  unknown: string[];
  /** Keys given that are not those it was written with. */
  wrongKeys: string[];
  lastBackup: Date | undefined;
}

const extensions = ['postgis', 'btree_gist', 'pg_trgm'];

/** Looks at the PostgreSQL of the configuration as its owner, without migrating it. Rejects when it cannot be reached. */
export async function inspectDatabase(
  config: Config,
  rooms: readonly Migrations[],
  now: () => Date,
): Promise<DatabaseReport> {
  const pool = ownerPool(config.databaseUrl ?? '');
  const ask = async <Row extends object>(text: string) => (await pool.query<Row>(text)).rows;
  try {
    const before = now().getTime();
    const [server] = await ask<{ version: number; now: Date; connections: number; migrated: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, clock_timestamp() AS now,
         current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS connections,
         to_regclass('platform.kysely_migration') IS NOT NULL AS migrated`,
    );
    if (!server) throw new Error('the database said nothing');
    const middle = (before + now().getTime()) / 2;
    const present = (await ask<{ name: string }>('SELECT extname AS name FROM pg_extension')).map(
      ({ name }) => name,
    );
    const applied = server.migrated
      ? (await ask<{ name: string }>('SELECT name FROM platform.kysely_migration')).map(({ name }) => name)
      : [];
    const known = await migrationNames(rooms);
    const settings = server.migrated
      ? await ask<{ name: string; value: unknown }>(
          `SELECT name, value FROM platform.setting WHERE name IN ('keys.check', 'backup.last')`,
        )
      : [];
    const setting = (name: string) => settings.find((each) => each.name === name)?.value;
    const check = setting('keys.check') as KeyCheck | undefined;
    const last = setting('backup.last') as { at: string } | undefined;
    return {
      version: server.version,
      missingExtensions: extensions.filter((name) => !present.includes(name)),
      clockAheadMs: server.now.getTime() - middle,
      connections: server.connections,
      pending: known.filter((name) => !applied.includes(name)),
      unknown: applied.filter((name) => !known.includes(name)),
      wrongKeys: check ? differingKeys(config.keys, check) : [],
      lastBackup: last && new Date(last.at),
    };
  } finally {
    await pool.end();
  }
}
