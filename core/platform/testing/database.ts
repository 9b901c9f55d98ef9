import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
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
  await run(maintenance, `CREATE DATABASE ${name} TEMPLATE hengchan_template`);
  const url = maintenance.replace(/\/postgres$/, `/${name}`);
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

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
