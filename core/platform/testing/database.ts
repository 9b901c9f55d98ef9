import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { migrationNames } from '../database/migrate.ts';
import { type Migrations, type OpenDatabase, openDatabase } from '../index.ts';

const platformMigrations: Migrations = {
  room: 'platform',
  folder: new URL('../migrations/', import.meta.url),
};

export interface TestDatabase extends OpenDatabase {
  /** Connection string of this test's own database; empty on the embedded one. */
  url: string;
}

/**
 * A database of the test's own, migrated for the rooms named (the platform's own tables always): PostgreSQL where the run has one.
 * Call `close` in `afterAll`.
 */
export async function testDatabase(rooms: readonly Migrations[] = [], poolSize = 6): Promise<TestDatabase> {
  const migrations = [platformMigrations, ...rooms];
  const maintenance = inject('postgresUrl');
  if (!maintenance) {
    const content = new Blob([await readFile(inject('embeddedTemplate'))]);
    return { ...(await openDatabase({ content, migrations })), url: '' };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(maintenance, `CREATE DATABASE ${name} TEMPLATE ${await templateOf(maintenance, migrations)}`);
  const url = urlOf(maintenance, name);
  const open = await openDatabase({ url, migrations, poolSize });
  return {
    ...open,
    url,
    close: async () => {
      await open.close();
      await run(maintenance, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

const urlOf = (maintenance: string, name: string) => maintenance.replace(/\/postgres$/, `/${name}`);

/** What every worker of the run waits for when another is making a template. */
const templateLock = 20_261_120;

/**
 * The template migrated for these rooms, made by whoever needs it first: a copy of it takes a quarter of the time the migrations do.
 * It gets its name when it is whole.
 */
async function templateOf(maintenance: string, migrations: readonly Migrations[]): Promise<string> {
  const names = (await migrationNames(migrations)).sort().join();
  const name = `migrated_${createHash('sha256').update(names).digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: maintenance });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    await client.query(`DROP DATABASE IF EXISTS ${name}_unfinished WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}_unfinished TEMPLATE hengchan_template`);
    const open = await openDatabase({ url: urlOf(maintenance, `${name}_unfinished`), migrations });
    await open.close();
    await client.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
