import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms, root } from './sources.ts';

/**
 * Tables that do not grow with registrations and are the same for every office: on Citus they are reference tables.
 * Everything else must be divisible by office.
 */
const reference: Record<string, string> = {
  'casework.calendar_day': 'the working calendar is the country’s',
  'exchange.peer_state': 'one line for each department',
  'platform.account': 'a person signs in once, whatever the office',
  'platform.agent_authorisation': 'belongs to an account',
  'platform.delegation': 'belongs to two accounts',
  'platform.deferred_job': 'the queue of work, emptied as it is done',
  'platform.field_mask': 'permissions',
  'platform.idempotency': 'swept after a day',
  'platform.key': 'the product’s own keys, a few',
  'platform.kysely_migration': 'the migrator’s own',
  'platform.kysely_migration_lock': 'the migrator’s own',
  'platform.organisation': 'belongs to no office',
  'platform.permission': 'permissions',
  'platform.role': 'permissions',
  'platform.role_grant': 'belongs to an account',
  'platform.role_permission': 'permissions',
  'platform.session': 'belongs to an account',
  'platform.setting': 'one line for each parameter',
  'platform.sign_in_failure': 'belongs to a login, swept',
  'platform.timer': 'one line for each repeated work',
};

interface Table {
  name: string;
  comment: string | null;
  alterable: boolean;
  removable: boolean;
}

interface Key {
  table: string;
  name: string;
  kind: 'primary' | 'unique' | 'exclusion' | 'foreign';
  columns: string[];
  target: string | null;
  /** Columns of the target, in the order of `columns`. */
  targets: string[] | null;
}

describe('the tables of all rooms together', () => {
  let open: TestDatabase;
  let tables: Table[];
  let keys: Key[];

  beforeAll(async () => {
    const migrated = rooms().filter(
      (room) => room !== 'core/platform' && existsSync(`${root}${room}/migrations`),
    );
    open = await testDatabase(
      migrated.map((room) => ({
        room: room.replace(/.*\//, ''),
        folder: pathToFileURL(`${root}${room}/migrations/`),
      })),
    );
    tables = (await allTables.execute(open.database)).rows;
    keys = (await allKeys.execute(open.database)).rows;
  });
  afterAll(() => open?.close());

  test('there are no triggers', async () => {
    const found = await sql<{ name: string }>`
      SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal`.execute(open.database);
    expect(found.rows).toEqual([]);
  });

  test('every table says what a row means', () => {
    const silent = tables.filter(({ name, comment }) => !comment && !name.includes('kysely'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('a table whose comment says it never changes cannot be changed by the application', () => {
    const promised = tables.filter(({ comment }) => /never (changed|altered|removed)/i.test(comment ?? ''));
    expect(promised.length).toBeGreaterThan(0);
    const broken = promised.filter(({ alterable, removable }) => alterable || removable);
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  test('every growing table leads its primary key with office', () => {
    const growing = tables.filter(({ name }) => !(name in reference));
    const wrong = growing.filter(({ name }) => {
      const primary = keys.find((key) => key.table === name && key.kind === 'primary');
      return primary?.columns[0] !== 'office';
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('every unique, exclusion and foreign key between growing tables carries office', () => {
    const wrong = keys.filter(
      (key) =>
        !(key.table in reference) &&
        !(key.target !== null && key.target in reference) &&
        !key.columns.includes('office'),
    );
    expect(wrong.map(({ table, name }) => `${table}: ${name}`)).toEqual([]);
  });

  test('no key leads from a reference table into one that is divided: Citus refuses it', () => {
    const wrong = keys.filter(
      ({ kind, table, target }) =>
        kind === 'foreign' && table in reference && target !== null && !(target in reference),
    );
    expect(wrong.map(({ table, name }) => `${table}: ${name}`)).toEqual([]);
  });

  test('between divided tables office refers to office, so that both ends are on one machine', () => {
    const wrong = keys.filter(
      ({ kind, table, target, columns, targets }) =>
        kind === 'foreign' &&
        !(table in reference) &&
        target !== null &&
        !(target in reference) &&
        targets?.[columns.indexOf('office')] !== 'office',
    );
    expect(wrong.map(({ table, name }) => `${table}: ${name}`)).toEqual([]);
  });

  test('the list of reference tables names only tables that are there', () => {
    const names = new Set(tables.map(({ name }) => name));
    expect(Object.keys(reference).filter((name) => !names.has(name))).toEqual([]);
  });
});

// The queue's tables are pg-boss's own; the extensions' are not ours either.
const ours = sql`n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'jobs', 'topology') AND n.nspname NOT LIKE 'pg\\_%'`;

const allTables = sql<Table>`
  SELECT n.nspname || '.' || c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
    has_table_privilege('hengchan_app', c.oid, 'UPDATE') AS alterable,
    has_table_privilege('hengchan_app', c.oid, 'DELETE') AS removable
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${ours} ORDER BY 1`;

const columns = sql`ARRAY(
  SELECT a.attname::text FROM unnest(k.numbers) WITH ORDINALITY AS wanted (number, place)
  JOIN pg_attribute a ON a.attrelid = k.relation AND a.attnum = wanted.number ORDER BY wanted.place)`;

const allKeys = sql<Key>`
  SELECT n.nspname || '.' || c.relname AS table, k.name, k.kind, ${columns} AS columns, k.target,
    ARRAY(SELECT a.attname::text FROM unnest(k.target_numbers) WITH ORDINALITY AS wanted (number, place)
      JOIN pg_attribute a ON a.attrelid = k.target_relation AND a.attnum = wanted.number ORDER BY wanted.place) AS targets
  FROM (
    SELECT i.indrelid AS relation, x.relname::text AS name, i.indkey::int2[] AS numbers, NULL AS target,
      NULL::oid AS target_relation, NULL::int2[] AS target_numbers,
      CASE WHEN i.indisprimary THEN 'primary' WHEN i.indisexclusion THEN 'exclusion' ELSE 'unique' END AS kind
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
    WHERE i.indisunique OR i.indisexclusion
    UNION ALL
    SELECT f.conrelid, f.conname::text, f.conkey, tn.nspname || '.' || t.relname, f.confrelid, f.confkey, 'foreign'
    FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
    WHERE f.contype = 'f'
  ) k
  JOIN pg_class c ON c.oid = k.relation JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${ours} ORDER BY 1, 2`;
