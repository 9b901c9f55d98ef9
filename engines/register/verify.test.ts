import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { steps } from './arbitrary-effects.ts';
import type { EntryRequest } from './enter.ts';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import { bulkEnter, rebuild, registerMigrations, verify } from './index.ts';
import { MemoryUnit } from './memory-unit.ts';
import { projectionColumns, projectionKeys } from './projection-columns.ts';
import { projectionTables } from './write-rows.ts';

const { office } = make;

/** Histories of a few units, made by chance, as requests. Certificate numbers are not among them. */
function histories(seed: number, units: number): EntryRequest[] {
  const samples = fc.sample(steps, { seed, numRuns: units });
  const requests: EntryRequest[] = [];
  let number = 0;
  for (const [at, history] of samples.entries()) {
    const code = make.unitCode(at + 1);
    // Ids carry entry numbers, so the unit in memory counts on from the last entry of the unit before.
    const unit = new MemoryUnit(code, number);
    let now = new Date('2026-01-01T00:00:00Z');
    const common = { caseNo: `C${at}`, business: 'b', registrar: 'r', mode: 'automatic' } as const;
    const put = (effect: EntryRequest['effect']) => {
      if (unit.enter(effect, now).length > 0) return;
      number += 1;
      requests.push({ ...common, now, effect });
    };
    const first = at % 3 === 0 ? limited.contractedLand(code) : make.firstRegistration(code);
    put({ ...first, certificate: `证${at}` });
    for (const step of history) {
      now = new Date(now.getTime() + step.hours * 3_600_000);
      put(step.effect(unit, now));
    }
  }
  return requests;
}

describe('verifying', () => {
  let open: TestDatabase;
  let entries = 0;

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
    const requests = histories(20261120, 40);
    entries = await bulkEnter(open.database, office, requests, { pageSize: 37 });
    expect(entries).toBe(requests.length);
  });
  afterAll(() => open.close());

  test('a register made by chance is in order, whatever the page', async () => {
    for (const pageSize of [1, 7, 1_000]) {
      const report = await verify(open.database, office, { pageSize });
      expect(report).toMatchObject({ office, entries, units: 40, ok: true, findings: [] });
      expect(report.rights).toBeGreaterThan(100);
    }
    const kinds = await sql<{ kind: string; states: number }>`
      SELECT kind, count(DISTINCT ended_entry IS NULL)::int AS states FROM register."right"
      GROUP BY kind ORDER BY kind`.execute(open.database);
    const all = ['advance-notice', 'easement', 'habitation', 'lock', 'management', 'mortgage', 'objection'];
    expect(kinds.rows.map((row) => row.kind)).toEqual([...all, 'ownership', 'seizure']);
    // Nearly every kind both as it stands and as it once stood.
    expect(kinds.rows.filter((row) => row.states === 2).length).toBeGreaterThan(6);
  });

  test('rebuilding gives the same register', async () => {
    const everything = async () =>
      Promise.all(
        projectionTables.map(async (table) => {
          const rows = await sql<{
            row: string;
          }>`SELECT t::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(open.database);
          return rows.rows;
        }),
      );
    const before = await everything();
    const rebuilt = await open.asOwner((owner) => rebuild(owner, office, { pageSize: 11 }));
    expect(rebuilt).toEqual({ entries, units: 40 });
    expect(await everything()).toEqual(before);
  });

  /** Statements as the owner of the tables with foreign keys off: what a determined administrator can do. */
  const asAdministrator = (work: readonly RawBuilder<unknown>[]) =>
    open.asOwner((owner) =>
      owner.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        for (const statement of work) await statement.execute(trx);
      }),
    );

  const tampered: Record<string, readonly string[]> = {
    'register.entry': [
      'case_no',
      'business',
      'unit_code',
      'effect_type',
      'effect',
      'registrar',
      'mode',
      'entered_at',
      'previous_hash',
      'hash',
    ],
    ...Object.fromEntries(projectionTables.map((table) => [table, projectionColumns[table].slice(1)])),
    'register.office_head': ['number', 'hash'],
  };
  const keys: Record<string, readonly string[]> = {
    ...projectionKeys,
    'register.entry': ['number'],
    'register.office_head': ['office'],
  };

  /** SQL for a value one step away from the one in the column. */
  function changed(column: string, type: string, place: number): RawBuilder<unknown> {
    const ref = sql.ref(column);
    if (type.startsWith('timestamp')) return sql`${ref} + interval '1 millisecond'`;
    if (type === 'ARRAY') return sql`array_append(${ref}, 1)`;
    if (type === 'tsvector') return sql`${ref} || 'x'::tsvector`;
    if (type === 'text') {
      const at = sql`(${place} % greatest(length(${ref}), 1) + 1)::integer`;
      return sql`overlay(${ref} placing (CASE WHEN substr(${ref}, ${at}, 1) = 'a' THEN 'b' ELSE 'a' END) from ${at} for 1)`;
    }
    return sql`${ref} + 1`;
  }

  test('a single changed value anywhere is found and named', async () => {
    const types = await sql<{ column: string; type: string }>`
      SELECT 'register.' || table_name || '.' || column_name AS column, data_type AS type
      FROM information_schema.columns WHERE table_schema = 'register'`.execute(open.database);
    const typeOf = new Map(types.rows.map((row) => [row.column, row.type]));
    let found = 0;
    const missed: string[] = [];
    for (const [table, columns] of Object.entries(tampered)) {
      for (const [at, column] of columns.entries()) {
        const key = keys[table] ?? [];
        const id = sql`concat_ws(' ', ${sql.join(key.map((each) => sql.ref(each)))})`;
        const rows = await sql<{ id: string; place: string }>`
          SELECT ${id} AS id, ctid::text AS place FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL
          ORDER BY md5(${id} || ${column}) LIMIT 1`.execute(open.database);
        const victim = rows.rows[0];
        if (!victim) continue;
        const type = typeOf.get(`${table}.${column}`) ?? '';
        const value = changed(column, type, at * 31);
        const restore = await sql<{ old: string }>`
          SELECT ${sql.ref(column)}::text AS old FROM ${sql.table(table)} WHERE ${id} = ${victim.id}`.execute(
          open.database,
        );
        const old = restore.rows[0]?.old ?? '';
        const cast = type === 'ARRAY' ? 'bigint[]' : type;
        try {
          await asAdministrator([
            sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${value} WHERE ${id} = ${victim.id}`,
          ]);
        } catch {
          // A check or unique constraint made this change impossible, which is as good as finding it.
          continue;
        }
        const report = await verify(open.database, office);
        const named = report.findings.some((finding) => finding.table === table);
        if (report.ok || !named) missed.push(`${table}.${column} of ${victim.id}`);
        else found += 1;
        const isKey = key.includes(column);
        const where = isKey
          ? sql`${sql.ref(column)}::text <> ${old} AND ${id} = (${changedKey(key, column, victim.id, type, at * 31)})`
          : sql`${id} = ${victim.id}`;
        await asAdministrator([
          sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${old}::${sql.raw(cast)} WHERE ${where}`,
        ]);
      }
    }
    expect(missed).toEqual([]);
    expect(found).toBeGreaterThan(70);
    expect((await verify(open.database, office)).findings).toEqual([]);
  });

  /** The key of the victim after one of its columns was changed. */
  function changedKey(key: readonly string[], column: string, id: string, type: string, place: number) {
    const parts = id.split(' ');
    const values = key.map((each, at) => {
      const literal =
        type === 'text' || each !== column
          ? sql`${parts[at] ?? ''}::text`
          : sql`${Number(parts[at])}::bigint`;
      if (each !== column) return literal;
      return sql`(SELECT (${changed('v', type, place)})::text FROM (SELECT ${literal} AS v) s)`;
    });
    return sql`concat_ws(' ', ${sql.join(values)})`;
  }

  test.each([
    [
      'register.entry',
      sql`DELETE FROM register.entry WHERE number = (SELECT max(number) FROM register.entry)`,
    ],
    ['register.holder', sql`DELETE FROM register.holder WHERE right_id = '1-1'`],
    [
      'register.right',
      sql`INSERT INTO register."right" SELECT * FROM json_populate_record((SELECT t FROM register."right" t WHERE id = '1-1'), '{"id":"1-7","ended_entry":1,"ended_at":"2026-06-01T00:00:00Z","ended_reason":"x"}')`,
    ],
    ['register.certificate', sql`DELETE FROM register.certificate WHERE number = '证3'`],
  ])('rows added to or taken from %s are found', async (table, statement) => {
    const saved = await testDatabase([registerMigrations]);
    try {
      await bulkEnter(saved.database, office, histories(7, 6));
      expect((await verify(saved.database, office)).ok).toBe(true);
      await saved.asOwner((owner) =>
        owner.transaction().execute(async (trx) => {
          await sql`SET LOCAL session_replication_role = replica`.execute(trx);
          await statement.execute(trx);
        }),
      );
      const report = await verify(saved.database, office);
      expect(report.ok).toBe(false);
      expect(report.findings.map((finding) => finding.table)).toContain(
        table === 'register.entry' ? 'register.office_head' : table,
      );
    } finally {
      await saved.close();
    }
  });

  test('a register whose chain is broken is not rebuilt', async () => {
    const saved = await testDatabase([registerMigrations]);
    try {
      await bulkEnter(saved.database, office, histories(8, 3));
      await saved.asOwner((owner) =>
        sql`UPDATE register.entry SET registrar = 'x' WHERE number = 2`.execute(owner),
      );
      await expect(saved.asOwner((owner) => rebuild(owner, office))).rejects.toThrow(/broken at entry 2/);
    } finally {
      await saved.close();
    }
  });
});
