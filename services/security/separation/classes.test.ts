import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../data/catalogue.ts';
import { type TestServer, testServer } from '../testing/server.ts';
import { classOf, type DataClass, readOnlyClass, separateClasses } from './classes.ts';

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

test('the register is government data, accounts and the audit are not', () => {
  const found = (table: string) => classOf(catalogue.find((each) => each.table === table) as never);
  expect(found('register.entry')).toBe('government');
  expect(found('casework.party')).toBe('government');
  expect(found('platform.account')).toBe('operations');
  expect(found('platform.audit')).toBe('operations');
});
