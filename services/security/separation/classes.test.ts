import {
  asTaskOf,
  type DataClass,
  openDatabase,
  platformMigrations,
  readOnlyClass,
} from '@hengchan/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../data/catalogue.ts';
import { securityMigrations } from '../index.ts';
import { type TestServer, testServer } from '../testing/server.ts';
import { classOf, separateClasses } from './classes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.platform.open.asOwner((owner) =>
    sql`CREATE TABLE security.thing (id int, secret text)`.execute(owner),
  );
  expect(await server.platform.open.asOwner(separateClasses)).toBe(true);
});
afterAll(() => server.close());

const readAs = (name: DataClass, statement: string) =>
  server.platform.database.transaction().execute(async (trx) => {
    await readOnlyClass(trx, name);
    return (await sql.raw(statement).execute(trx)).rows;
  });
const denied = /permission denied/;

describe('a task of one class', () => {
  test('reads its own, and is refused the other', async () => {
    expect(await readAs('operations', 'SELECT login FROM platform.account')).toEqual([]);
    await expect(readAs('government', 'SELECT login FROM platform.account')).rejects.toThrow(denied);
    await expect(readAs('government', 'SELECT subject FROM platform.audit')).rejects.toThrow(denied);
  });

  test('sees no proof of who somebody is, no table outside the catalogue, and changes nothing', async () => {
    await expect(readAs('operations', 'SELECT password_hash FROM platform.account')).rejects.toThrow(denied);
    await expect(readAs('operations', 'SELECT * FROM security.thing')).rejects.toThrow(denied);
    await expect(readAs('operations', 'DELETE FROM platform.setting')).rejects.toThrow(denied);
  });

  test('ends with its transaction', async () => {
    await readAs('operations', 'SELECT 1');
    const { rows } = await sql<{ role: string }>`SELECT current_user AS role`.execute(
      server.platform.database,
    );
    expect(rows).toEqual([{ role: 'hengchan_app' }]);
  });

  test('what was granted by hand to the wrong class is taken back at the next start', async () => {
    const { open } = server.platform;
    await open.asOwner((owner) =>
      sql`GRANT SELECT ON platform.account TO hengchan_government`.execute(owner),
    );
    await open.asOwner(separateClasses);
    await expect(readAs('government', 'SELECT login FROM platform.account')).rejects.toThrow(denied);
  });
});

test('a task changes nothing, whatever it was granted', async () => {
  const change = asTaskOf(server.platform.database, 'operations', (trx) =>
    trx.updateTable('platform.setting').set({ value: '1' }).execute(),
  );
  await expect(change).rejects.toThrow(/permission denied|read-only/);
  const who = await asTaskOf(server.platform.database, 'government', (trx) =>
    sql<{ role: string }>`SELECT current_user AS role`.execute(trx),
  );
  expect(who.rows).toEqual([{ role: 'hengchan_government' }]);
});

/** A town that gives the product an owner of its tables who is no superuser. */
describe('where the owner of the tables is no superuser', () => {
  test('the classes are apart once an administrator gave the roles, and until then it works as before', async () => {
    const { url } = server.platform.open;
    if (url === '') return;
    const name = `town_${url.split('_').at(-1)}`;
    const run = (statement: string) =>
      server.platform.open.asOwner((owner) => sql.raw(statement).execute(owner));
    await run(`CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEROLE; GRANT hengchan_app TO ${name}`);
    await run(`DO $$ DECLARE one record; BEGIN
      EXECUTE format('GRANT CREATE ON DATABASE %I TO ${name}', current_database());
      FOR one IN SELECT nspname FROM pg_namespace WHERE nspname IN ('platform', 'security', 'jobs') LOOP
        EXECUTE format('ALTER SCHEMA %I OWNER TO ${name}', one.nspname);
      END LOOP;
      FOR one IN SELECT c.oid::regclass AS it FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('platform', 'security') AND c.relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO ${name}', one.it);
      END LOOP; END $$`);
    const town = await openDatabase({
      url: url.replace(/\/\/[^@]*@/, `//${name}@`),
      migrations: [platformMigrations, securityMigrations],
      poolSize: 2,
    });
    const login = () =>
      asTaskOf(town.database, 'government', (trx) => sql`SELECT login FROM platform.account`.execute(trx));
    try {
      expect(await town.asOwner(separateClasses)).toBe(false);
      expect((await login()).rows).toEqual([]);
      await run(`GRANT hengchan_government, hengchan_operations TO ${name}`);
      expect(await town.asOwner(separateClasses)).toBe(true);
      await expect(login()).rejects.toThrow(denied);
    } finally {
      await town.close();
      await run(`REASSIGN OWNED BY ${name} TO postgres; DROP OWNED BY ${name}; DROP ROLE ${name}`);
    }
  });
});

test('the register is government data, accounts and the audit are not', () => {
  const found = (table: string) => classOf(catalogue.find((each) => each.table === table) as never);
  expect(found('register.entry')).toBe('government');
  expect(found('casework.party')).toBe('government');
  expect(found('platform.account')).toBe('operations');
  expect(found('platform.audit')).toBe('operations');
});
