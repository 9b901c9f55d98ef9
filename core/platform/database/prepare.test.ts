import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { applicationPool, ownerPool } from './postgres.ts';
import { namesOfStatements } from './prepare.ts';

test('a text gets a name when it was seen often, and another when all are forgotten', () => {
  const names = namesOfStatements();
  const first = [...Array(12)].map(() => names.nameOf('SELECT $1'));
  expect(first.slice(0, 9)).toEqual(Array(9).fill(undefined));
  expect(new Set(first.slice(9)).size).toBe(1);
  expect(first[9]).toBeDefined();
  names.forget();
  const later = [...Array(12)].map(() => names.nameOf('SELECT $1')).at(-1);
  expect(later).toBeDefined();
  expect(later).not.toBe(first[9]);
});

test('there is an end to how many are prepared', () => {
  const names = namesOfStatements();
  const named = [...Array(1_000).keys()].filter(
    (n) => [...Array(10)].map(() => names.nameOf(`SELECT ${n} + $1`)).at(-1) !== undefined,
  );
  expect(named).toHaveLength(250);
});

describe.skipIf(!inject('postgresUrl'))('on a server', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.close());

  test('what is prepared answers the same, also after the table got another column', async () => {
    const owner = ownerPool(database.url);
    const pool = applicationPool(database.url, 1);
    const client = await pool.connect();
    try {
      await owner.query('CREATE TABLE public.prepared (id int, name text)');
      await owner.query('GRANT SELECT ON public.prepared TO hengchan_app');
      await owner.query(`INSERT INTO public.prepared VALUES (1, '恒产')`);
      const ask = async () =>
        (await client.query('SELECT * FROM public.prepared WHERE id = $1', [1])).rows[0] as object;
      for (let round = 0; round < 15; round++) expect(await ask()).toEqual({ id: 1, name: '恒产' });
      const { rows } = await client.query(
        `SELECT count(*)::int AS count FROM pg_prepared_statements WHERE statement LIKE '%public.prepared%'`,
      );
      expect(rows).toEqual([{ count: 1 }]);
      await owner.query('ALTER TABLE public.prepared ADD COLUMN more int');
      expect(await ask()).toEqual({ id: 1, name: '恒产', more: null });
      await expect(client.query('SELECT $1::int / $2::int', [1, 0])).rejects.toMatchObject({ code: '22012' });
    } finally {
      client.release();
      await pool.end();
      await owner.end();
    }
  });
});
