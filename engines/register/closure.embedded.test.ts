import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageClosure } from './effects.ts';
import * as make from './fixtures.ts';
import { type Effect, enter, getUnit, lineageOf, registerMigrations, verify } from './index.ts';

const { office } = make;

/** What the database keeps of closed pages, and what sessions at the same time make of them. */
describe('closed pages in the database', () => {
  let open: TestDatabase;
  let next = 0;
  const newUnit = () => make.unitCode(++next);
  const run = (statement: RawBuilder<unknown>) => statement.execute(open.database);
  const put = (...effects: Effect[]) =>
    open.database.transaction().execute((trx) =>
      enter(trx, {
        office,
        caseNo: 'C',
        business: 'b',
        registrar: 'r',
        mode: 'manual',
        now: new Date('2026-03-05T00:00:00Z'),
        effects,
      }),
    );
  /** A new code for a unit, and the effects that give it. */
  const renumber = (unit: string, successor: string): Effect[] => {
    const closure: PageClosure = {
      type: 'closure',
      unit,
      reason: '重新编码',
      how: 'renumbering',
      successors: [successor],
    };
    return [closure, make.firstRegistration(successor, { predecessors: [unit] })];
  };
  const [old, renewed, plain] = [newUnit(), newUnit(), newUnit()];

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
    await put(make.firstRegistration(old), make.firstRegistration(plain));
    await put(...renumber(old, renewed));
  });
  afterAll(() => open.close());

  const close = (unit: string) =>
    run(sql`INSERT INTO register.closure (office, unit_code, entry_number, closed_at, how, reason)
      VALUES (${office}, ${unit}, 1, '2026-03-06T00:00:00Z', 'split', 'x')`);
  const follow = (unit: string, successor: string) =>
    run(sql`INSERT INTO register.lineage (office, unit_code, successor, entry_number)
      VALUES (${office}, ${unit}, ${successor}, 1)`);

  test('a page is closed once, and only a closed page has successors, other than itself', async () => {
    await expect(close(old)).rejects.toThrow('closure_pkey');
    await expect(follow(plain, renewed)).rejects.toThrow('lineage_of_a_closed_page');
    await expect(follow(old, old)).rejects.toThrow('lineage_check');
    await expect(follow(old, renewed)).rejects.toThrow('lineage_pkey');
  });

  test.each([
    ['DELETE FROM register.closure'],
    ["UPDATE register.closure SET how = 'loss'"],
    ['DELETE FROM register.lineage'],
    ["UPDATE register.lineage SET successor = 'x'"],
  ])('the application may not: %s', async (statement) => {
    await expect(run(sql.raw(statement))).rejects.toThrow(/permission denied/);
  });

  test('what is given up or divided counts as disposed of, which the database refuses under seizure', async () => {
    const holds = await sql<{ kind: string }>`SELECT kind FROM register.hold
      WHERE office = ${office} AND unit_code = ${old}`.execute(open.database);
    expect(holds.rows).toEqual([{ kind: 'disposal' }]);
    const unit = newUnit();
    await put(make.firstRegistration(unit), make.seizure(unit, '2026-03-04T00:00:00Z'));
    const dispose =
      run(sql`INSERT INTO register.hold (office, id, unit_code, kind, authority, starts_at, ends_at)
      VALUES (${office}, 'x', ${unit}, 'disposal', '', '2026-03-06T00:00:00Z', '2026-03-06T00:00:00Z')`);
    await expect(dispose).rejects.toThrow('hold_no_disposal_under_seizure');
  });

  test('of two sessions that close one page, one is entered', async () => {
    const unit = newUnit();
    const successors = [newUnit(), newUnit()];
    await put(make.firstRegistration(unit));
    const results = await Promise.allSettled(
      successors.map((successor) => put(...renumber(unit, successor))),
    );
    const failed = results.filter((each) => each.status === 'rejected');
    expect(failed).toMatchObject([{ reason: { findings: [{ code: 'PAGE_CLOSED' }] } }]);
    expect((await lineageOf(open.database, office, unit)).successors).toHaveLength(1);
  });

  test('of two pages that take one new code, one is entered', async () => {
    const [first, second, successor] = [newUnit(), newUnit(), newUnit()];
    await put(make.firstRegistration(first), make.firstRegistration(second));
    const results = await Promise.allSettled(
      [first, second].map((unit) => put(...renumber(unit, successor))),
    );
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect((await lineageOf(open.database, office, successor)).predecessors).toHaveLength(1);
    const states = await Promise.all([first, second].map((unit) => getUnit(open.database, office, unit)));
    expect(states.filter((state) => state.closed === undefined)).toMatchObject([{ rights: [{}] }]);
  });

  test.each([
    ['a transfer', (unit: string): Effect => make.transfer(unit)],
    ['a mortgage', (unit: string): Effect => make.mortgage(unit)],
    ['a seizure', (unit: string): Effect => make.seizure(unit, '2026-03-04T00:00:00Z')],
    ['a cancellation', (unit: string): Effect => ({ type: 'cancellation', unit, reason: '放弃' })],
  ])('a page that is closed while %s waits is closed for it too', async (_what, effect) => {
    const [unit, successor] = [newUnit(), newUnit()];
    await put(make.firstRegistration(unit));
    const results = await Promise.allSettled([put(...renumber(unit, successor)), put(effect(unit))]);
    const state = await getUnit(open.database, office, unit);
    // Either order is possible; what is not is a closed page with a current right, or a right that went missing.
    if (state.closed) expect(state.rights).toEqual([]);
    else expect(results[0]?.status).toBe('rejected');
    expect(results.some((each) => each.status === 'fulfilled')).toBe(true);
    expect((await lineageOf(open.database, office, unit)).successors).toEqual(
      state.closed ? [successor] : [],
    );
  });

  test('all of it verifies', async () => {
    expect(await verify(open.database, office)).toMatchObject({ ok: true, findings: [] });
  });
});
