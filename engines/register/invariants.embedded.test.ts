import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import { type Effect, enter, registerMigrations } from './index.ts';

const { office } = make;

/** What the database itself refuses, whoever writes to it and however the program errs. */
describe('invariants of the register in the database', () => {
  let open: TestDatabase;
  const [unit, seized] = [make.unitCode(1), make.unitCode(2)];
  const run = (statement: RawBuilder<unknown>) => statement.execute(open.database);
  const put = (now: string, ...effects: Effect[]) =>
    open.database.transaction().execute((trx) =>
      enter(trx, {
        office,
        caseNo: 'C',
        business: 'b',
        registrar: 'r',
        mode: 'manual',
        now: new Date(now),
        effects,
      }),
    );

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
    await put(
      '2026-03-01T00:00:00Z',
      make.firstRegistration(unit, { certificate: '证一' }),
      make.mortgage(unit),
      make.firstRegistration(seized),
      make.seizure(seized, '2026-02-28T00:00:00Z'),
    );
  });
  afterAll(() => open.close());

  /** Inserts a copy of an existing row with some columns changed. */
  const copy = (table: string, where: string, changes: Record<string, unknown>) =>
    run(sql`INSERT INTO ${sql.table(`register.${table}`)} SELECT * FROM json_populate_record(
      (SELECT t FROM ${sql.table(`register.${table}`)} t WHERE ${sql.raw(where)} LIMIT 1),
      ${JSON.stringify(changes)}::json)`);

  test.each([
    ['DELETE FROM register.entry'],
    ["UPDATE register.entry SET registrar = 'x'"],
    ['TRUNCATE register.entry CASCADE'],
    ['UPDATE register."right" SET content = \'{}\''],
    ['UPDATE register.holder SET ordinal = 1'],
    ['DELETE FROM register."right"'],
    ['DELETE FROM register.certificate'],
    ["UPDATE register.unit SET location = 'x'"],
    ["UPDATE register.hold SET authority = 'x'"],
    ['DELETE FROM register.unit_head'],
    ['ALTER TABLE register.entry DROP CONSTRAINT entry_follows_previous'],
  ])('the application may not: %s', async (statement) => {
    await expect(run(sql.raw(statement))).rejects.toThrow(/permission denied|must be owner/);
  });

  test('a unit has one current ownership', async () => {
    await expect(
      copy('right', `kind = 'ownership' AND unit_code = '${unit}'`, { id: '1-9', origin: '1-9' }),
    ).rejects.toThrow('right_one_ownership');
  });

  test('two current mortgages never share a rank', async () => {
    await expect(copy('right', "kind = 'mortgage'", { id: '1-9', origin: '1-9' })).rejects.toThrow(
      'right_mortgage_rank',
    );
  });

  test('two current seizures never share a place', async () => {
    await expect(copy('right', "kind = 'seizure'", { id: '1-9', origin: '1-9' })).rejects.toThrow(
      'right_seizure_place',
    );
  });

  test.each([
    [[1, 1], [2, 3], false],
    [[1, 1], [2, 2], true],
    [[1, 1, 1], [3, 3, 3], true],
    [[1], [1], false],
    [[2, -1], [1, 1], false],
    [[1, 0], [1, 5], false],
    [[1, 2], [3], false],
    [[1, 999_999_999_988], [999_999_999_989, 999_999_999_989], true],
  ])('shares of %j over %j are the whole: %s', async (numerators, denominators, holds) => {
    const result = await sql<{ holds: boolean }>`
      SELECT register.shares_are_whole(${numerators}::bigint[], ${denominators}::bigint[]) AS holds`.execute(
      open.database,
    );
    expect(result.rows[0]?.holds).toBe(holds);
  });

  test('shares add up to one or there are none', async () => {
    const ended = { ended_entry: 4, ended_at: '2026-03-02T00:00:00Z', ended_reason: 'x' };
    const row = (changes: object) =>
      copy('right', "kind = 'ownership'", { id: '1-9', origin: '1-9', ...ended, ...changes });
    const shares = (numerators: number[]) => ({
      co_ownership: '2',
      share_numerators: numerators,
      share_denominators: numerators.map(() => 3),
    });
    await expect(row(shares([1, 1]))).rejects.toThrow('right_shares_sum_to_one');
    await expect(row({ ...shares([1, 2]), co_ownership: '1' })).rejects.toThrow('right_shares_sum_to_one');
  });

  test('a right does not end before it began', async () => {
    const early = { ended_entry: 1, ended_at: '2026-02-01T00:00:00Z', ended_reason: 'x' };
    await expect(copy('right', "kind = 'mortgage'", { id: '1-9', origin: '1-9', ...early })).rejects.toThrow(
      'right_ends_after_it_began',
    );
  });

  test('a certificate number is used once', async () => {
    await expect(copy('certificate', "number = '证一'", {})).rejects.toThrow('certificate_number_once');
  });

  test('a seized unit is not disposed of, except by who seized it', async () => {
    const dispose = (id: string, authority: string, at: string) =>
      run(sql`INSERT INTO register.hold (office, id, unit_code, kind, authority, starts_at, ends_at)
        VALUES (${office}, ${id}, ${seized}, 'disposal', ${authority}, ${at}, ${at})`);
    await expect(dispose('a', '', '2026-03-05T00:00:00Z')).rejects.toThrow('hold_no_disposal_under_seizure');
    await expect(dispose('b', '另一法院', '2026-03-05T00:00:00Z')).rejects.toThrow(
      'hold_no_disposal_under_seizure',
    );
    await dispose('c', '恒安区人民法院', '2026-03-05T00:00:00Z');
    await dispose('d', '', '2026-02-20T00:00:00Z');
    await dispose('e', '', '2029-03-05T00:00:00Z');
  });

  test('places in the queue follow delivery and have no gap', async () => {
    const place = (at: number, delivered: string, ahead: string | null) =>
      run(sql`INSERT INTO register.seizure_queue (office, unit_code, place, right_id, delivered_at, delivered_ahead)
        VALUES (${office}, ${seized}, ${at}, '4-1', ${delivered}, ${ahead})`);
    const first = '2026-02-28T00:00:00Z';
    await expect(place(1, '2026-02-01T00:00:00Z', first)).rejects.toThrow('seizure_queue_by_delivery');
    await expect(place(1, '2026-03-01T00:00:00Z', null)).rejects.toThrow('seizure_queue_by_delivery');
    await expect(place(1, '2026-03-01T00:00:00Z', '2026-01-01T00:00:00Z')).rejects.toThrow(
      'seizure_queue_has_no_gap',
    );
    await expect(place(2, '2026-03-01T00:00:00Z', first)).rejects.toThrow('seizure_queue_has_no_gap');
    await expect(place(0, first, null)).rejects.toThrow('seizure_queue_pkey');
  });

  test('the chain of entries neither forks nor jumps', async () => {
    const zeros = '0'.repeat(64);
    const append = (number: number, previous: string) =>
      run(sql`INSERT INTO register.entry (office, number, case_no, business, unit_code, effect_type, effect, registrar, mode, entered_at, previous_hash, hash)
        VALUES (${office}, ${number}, 'C', 'b', 'u', 't', '{}', 'r', 'manual', now(), ${previous}, ${'a'.repeat(64)})`);
    await expect(append(4, 'b'.repeat(64))).rejects.toThrow('entry_pkey');
    await expect(append(5, 'b'.repeat(64))).rejects.toThrow('entry_follows_previous');
    await expect(append(6, 'b'.repeat(64))).rejects.toThrow('entry_follows_previous');
    await expect(append(5, zeros)).rejects.toThrow('entry_first_has_no_previous');
    await expect(append(0, 'b'.repeat(64))).rejects.toThrow('entry_number_check');
  });

  test('what only one right of its kind may fill is filled once, whatever once filled it', async () => {
    const [home, land] = [make.unitCode(11), make.unitCode(12)];
    await put(
      '2026-03-02T00:00:00Z',
      make.firstRegistration(home),
      limited.contractedLand(land),
      limited.notice(home),
      limited.objection(home),
      limited.easement(home, land, { consents: ['7-1'] }),
      limited.management(land),
      limited.lock(land),
      limited.mortgageNotice(home, { noticeKind: '4', obligors: [make.person('乙')] }),
      limited.habitation(home, { consents: ['7-1'] }),
    );
    const again = (kind: string, changes: object = {}) =>
      copy('right', `kind = '${kind}' AND unit_code IN ('${home}', '${land}') AND slot IS NOT NULL`, {
        id: `1-${kind}`,
        origin: `1-${kind}`,
        ...changes,
      });
    for (const kind of ['advance-notice', 'objection', 'easement', 'management', 'lock']) {
      await expect(again(kind), kind).rejects.toThrow('right_one_in_its_slot');
      await again(kind, { ended_entry: 13, ended_at: '2026-03-03T00:00:00Z', ended_reason: 'x' });
    }
    const free = await sql<{ kind: string }>`
      SELECT kind FROM register."right" 
      WHERE unit_code = ${home} AND slot IS NULL ORDER BY kind`.execute(open.database);
    expect(free.rows.map((row) => row.kind)).toEqual(['advance-notice', 'habitation', 'ownership']);
  });

  test('identity numbers are nowhere in clear', async () => {
    const columns = await sql<{ name: string }>`
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'register' AND column_name LIKE '%id\\_%'`.execute(open.database);
    expect([...new Set(columns.rows.map((row) => row.name))].sort()).toEqual([
      'id_index',
      'id_masked',
      'id_sealed',
      'id_type',
    ]);
  });
});
