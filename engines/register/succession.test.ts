import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CarriedMortgage, FirstRegistration, PageClosure } from './effects.ts';
import * as make from './fixtures.ts';
import {
  type Effect,
  enter,
  getUnit,
  lineageOf,
  rebuild,
  registerMigrations,
  searchUnits,
  verify,
} from './index.ts';
import type { MortgageRight } from './state.ts';
import { projectionTables } from './write-rows.ts';

const { office } = make;

/** Split, merger and new code: several pages in one transaction. */
describe('units that take the place of others', () => {
  let open: TestDatabase;
  let next = 0;
  let hour = 0;
  const newUnit = () => make.unitCode(++next);
  const put = (...effects: Effect[]) => {
    const now = new Date(Date.parse('2026-03-01T00:00:00Z') + ++hour * 3_600_000);
    return open.database
      .transaction()
      .execute((trx) =>
        enter(trx, { office, caseNo: 'C', business: 'b', registrar: 'r', mode: 'manual', now, effects }),
      );
  };
  const mortgagesOf = async (unit: string): Promise<MortgageRight[]> => {
    const state = await getUnit(open.database, office, unit);
    return state.rights.filter((right) => right.kind === 'mortgage').sort((a, b) => a.rank - b.rank);
  };
  const carry = (right: MortgageRight, rank = right.rank): CarriedMortgage => ({
    content: right.content,
    holders: right.holders,
    coOwnership: right.coOwnership,
    rank,
    ...(right.certificate === undefined ? {} : { certificate: right.certificate }),
    rightType: right.rightType,
  });
  const close = (
    unit: string,
    how: PageClosure['how'],
    successors: string[],
    consents: string[] = [],
  ): PageClosure => ({
    type: 'closure',
    unit,
    reason: how === 'merger' ? '合并' : '分割',
    how,
    successors,
    consents,
  });
  const begin = (
    unit: string,
    predecessors: string[],
    mortgages: CarriedMortgage[],
    changes: Partial<FirstRegistration> = {},
  ) =>
    make.firstRegistration(unit, {
      reason: '分割',
      predecessors,
      ...(mortgages.length > 0 ? { carried: { mortgages } } : {}),
      ...changes,
    });

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
  });
  afterAll(() => open.close());

  /** A unit with mortgages of ranks 1 and 3: the second was cancelled. */
  async function mortgaged(name: string): Promise<string> {
    const unit = newUnit();
    await put(
      make.firstRegistration(unit, { certificate: `证 ${name}` }),
      make.mortgage(unit, { certificate: `证明 ${name} 一`, principal: 1 }),
      make.mortgage(unit, { certificate: `证明 ${name} 二`, principal: 2 }),
      make.mortgage(unit, {
        certificate: `证明 ${name} 三`,
        principal: 3,
        mortgagees: [make.bank('另一银行')],
      }),
    );
    const second = (await mortgagesOf(unit))[1];
    await put({ type: 'mortgage-cancellation', unit, reason: '还清', mortgage: second?.id ?? '' });
    return unit;
  }

  test('a split: both parts have the mortgages at their ranks and under their proofs, the old page is closed', async () => {
    const old = await mortgaged('甲');
    const before = await mortgagesOf(old);
    expect(before.map((right) => right.rank)).toEqual([1, 3]);
    const [left, right] = [newUnit(), newUnit()];
    await put(
      close(
        old,
        'split',
        [left, right],
        before.map((each) => each.id),
      ),
      begin(
        left,
        [old],
        before.map((each) => carry(each)),
        { certificate: '证 左' },
      ),
      begin(
        right,
        [old],
        before.map((each) => carry(each)),
        { certificate: '证 右' },
      ),
    );
    for (const part of [left, right]) {
      const after = await mortgagesOf(part);
      expect(
        after.map(({ rank, content, holders, certificate }) => ({ rank, content, holders, certificate })),
      ).toEqual(
        before.map(({ rank, content, holders, certificate }) => ({ rank, content, holders, certificate })),
      );
      expect(await lineageOf(open.database, office, part)).toEqual({ predecessors: [old], successors: [] });
    }
    expect(await lineageOf(open.database, office, old)).toEqual({
      predecessors: [],
      successors: [left, right],
    });
    const page = await getUnit(open.database, office, old);
    expect(page.rights).toEqual([]);
    expect(page.closed).toMatchObject({ how: 'split', successors: [left, right] });
    // A proof was issued once, with the old page; on the new pages it only stands beside its mortgage.
    const issued = await sql<{ unit: string }>`SELECT unit_code AS unit FROM register.certificate
      WHERE office = ${office} AND number = '证明 甲 一'`.execute(open.database);
    expect(issued.rows).toEqual([{ unit: old }]);
  });

  test('an old code takes nothing any more, and names what took its place', async () => {
    const old = newUnit();
    const renewed = newUnit();
    await put(make.firstRegistration(old));
    await put(close(old, 'renumbering', [renewed]), begin(renewed, [old], []));
    const further: Effect[] = [
      make.firstRegistration(old),
      make.transfer(old),
      make.mortgage(old),
      make.seizure(old, '2026-03-01T00:00:00Z'),
      close(old, 'renumbering', [newUnit()]),
      { type: 'alteration', unit: old, reason: 'x', remark: 'x' },
      { type: 'cancellation', unit: old, reason: 'x' },
      { type: 'reissue', unit: old, reason: 'x', certificate: '证 x', mode: 'loss' },
      { type: 'rectification', unit: old, reason: 'x', exOfficio: true },
      { type: 'lock', unit: old, reason: 'x', authority: make.court(), documentNumber: 'x' },
    ];
    for (const effect of further) {
      await expect(put(effect)).rejects.toMatchObject({
        code: 'ENTRY_REFUSED',
        findings: [{ code: 'PAGE_CLOSED', message: expect.stringContaining(renewed) }],
      });
    }
  });

  test('a merger: mortgages of two pages meet, and the case says in which order', async () => {
    const [first, second] = [await mortgaged('乙'), await mortgaged('丙')];
    const joined = newUnit();
    const [one, two] = [await mortgagesOf(first), await mortgagesOf(second)];
    const consents = [...one, ...two].map((each) => each.id);
    const closed = [close(first, 'merger', [joined], consents), close(second, 'merger', [joined], consents)];
    const swapped = [
      ...one.map((each, at) => carry(each, 2 - at)),
      ...two.map((each, at) => carry(each, 3 + at)),
    ];
    await expect(put(...closed, begin(joined, [first, second], swapped))).rejects.toMatchObject({
      findings: [{ code: 'CARRIED_DIFFERS', unit: joined }],
    });
    const ordered = [
      ...one.map((each, at) => carry(each, 1 + 2 * at)),
      ...two.map((each, at) => carry(each, 2 + 2 * at)),
    ];
    await put(...closed, begin(joined, [first, second], ordered));
    expect((await mortgagesOf(joined)).map((each) => each.certificate)).toEqual([
      '证明 乙 一',
      '证明 丙 一',
      '证明 乙 三',
      '证明 丙 三',
    ]);
    expect((await lineageOf(open.database, office, joined)).predecessors).toEqual([first, second]);
  });

  test('pages that do not name each other, and mortgages lost, changed or added, are refused whole', async () => {
    const old = await mortgaged('丁');
    const before = await mortgagesOf(old);
    const all = before.map((each) => carry(each));
    const consents = before.map((each) => each.id);
    const [left, right] = [newUnit(), newUnit()];
    const closed = close(old, 'split', [left, right], consents);
    const first = all.slice(0, 1);
    const cases: [string, Effect[]][] = [
      ['SUCCESSOR_MISSING', [closed, begin(left, [old], all)]],
      ['SUCCESSOR_MISSING', [closed, begin(left, [old], all), make.firstRegistration(right)]],
      ['PREDECESSOR_NOT_CLOSED', [begin(left, [old], [])]],
      [
        'PREDECESSOR_NOT_CLOSED',
        [closed, begin(left, [old], all), begin(right, [old], []), begin(newUnit(), [old], all)],
      ],
      ['MORTGAGE_LOST', [closed, begin(left, [old], first), begin(right, [old], first)]],
      [
        'CARRIED_DIFFERS',
        [
          closed,
          begin(
            left,
            [old],
            all.map((each) => ({ ...each, rank: each.rank + 1 })),
          ),
          begin(right, [old], []),
        ],
      ],
      [
        'CARRIED_DIFFERS',
        [
          closed,
          begin(
            left,
            [old],
            all.map((each) => ({ ...each, certificate: '证明 假' })),
          ),
          begin(right, [old], []),
        ],
      ],
      [
        'CARRIED_DIFFERS',
        [
          closed,
          begin(
            left,
            [old],
            all.map((each) => ({ ...each, content: { ...each.content, principal: 9 } })),
          ),
          begin(right, [old], []),
        ],
      ],
      [
        'CARRIED_DIFFERS',
        [
          closed,
          begin(
            left,
            [old],
            all.map((each) => ({ ...each, holders: [make.bank('他行')] })),
          ),
          begin(right, [old], []),
        ],
      ],
    ];
    for (const [code, effects] of cases) {
      await expect(put(...effects), code).rejects.toMatchObject({
        code: 'ENTRY_REFUSED',
        findings: [{ code }],
      });
    }
    expect(await getUnit(open.database, office, old)).toMatchObject({ rights: [{}, {}, {}] });
    // One mortgage may go on with one part only, as its holder agreed.
    await put(closed, begin(left, [old], all), begin(right, [old], []));
    expect(await mortgagesOf(right)).toEqual([]);
  });

  test('a proof that went along is found on the units it stands for now', async () => {
    const found = await searchUnits(open.database, { office, certificate: '证明 甲 一' });
    expect(found.units.map((each) => each.rights.length)).toEqual([3, 3]);
    expect(found.units.every((each) => each.closed === undefined)).toBe(true);
  });

  test('everything still follows from the entries, and a rebuilt register is the same', async () => {
    expect(await verify(open.database, office, { pageSize: 3 })).toMatchObject({ ok: true, findings: [] });
    const everything = () =>
      Promise.all(
        projectionTables.map(async (table) => {
          const rows = await sql<{ row: string }>`
            SELECT t::text AS row FROM ${sql.table(table)} t ORDER BY 1`.execute(open.database);
          return rows.rows;
        }),
      );
    const before = await everything();
    await open.asOwner((owner) => rebuild(owner, office, { pageSize: 4 }));
    // unit_head keeps rows of entry 0 for codes that were locked and never entered; a rebuild leaves them out.
    expect(await everything()).toEqual(
      before.map((rows, at) =>
        projectionTables[at] === 'register.unit_head' ? rows.filter((each) => !/,0,/.test(each.row)) : rows,
      ),
    );
    expect(await verify(open.database, office)).toMatchObject({ ok: true });
  });
});
