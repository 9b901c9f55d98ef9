import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { nextNumber } from './counter.ts';
import { splitStatements } from './migrate.ts';

describe('database', () => {
  let open: TestDatabase;
  beforeAll(async () => {
    open = await testDatabase();
  });
  afterAll(() => open.close());

  test('numbers of a series follow each other, also for takers at the same time', async () => {
    const taken = await Promise.all(
      Array.from({ length: 8 }, () => nextNumber(open.database, '320402', 'case', '2026')),
    );
    expect(taken.sort((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('connections act under the role that cannot own tables', async () => {
    await expect(open.database.schema.dropTable('platform.counter').execute()).rejects.toThrow(
      /must be owner/,
    );
  });
});

test('statements are split at line ends, bodies stay whole', () => {
  expect(
    splitStatements('-- why\nSELECT 1;\nCREATE FUNCTION f() AS $$\n  a;\n  b;\n$$ LANGUAGE sql;\n'),
  ).toEqual(['SELECT 1;', 'CREATE FUNCTION f() AS $$\n  a;\n  b;\n$$ LANGUAGE sql;']);
});
