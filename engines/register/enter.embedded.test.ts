import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as make from './fixtures.ts';
import type { Effect } from './index.ts';
import {
  enter,
  entriesOfCase,
  findUnit,
  getEntry,
  getUnit,
  officeHead,
  registerMigrations,
  unitHistory,
} from './index.ts';
import { verify } from './verify.ts';

const { office } = make;

describe('making entries', () => {
  let open: TestDatabase;
  let next = 0;
  const newUnit = () => make.unitCode(++next);
  const at = (text: string) => new Date(text);
  const put = (now: Date, ...effects: Effect[]) =>
    open.database
      .transaction()
      .execute((trx) =>
        enter(trx, { office, caseNo: 'C1', business: 'test', registrar: 'r1', mode: 'manual', now, effects }),
      );

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
  });
  afterAll(() => open.close());

  test('a first registration opens the page; the entry can be read back and its hash follows the head', async () => {
    const unit = newUnit();
    const before = await officeHead(open.database, office);
    const [entry] = await put(
      at('2026-03-01T01:00:00Z'),
      make.firstRegistration(unit, {
        certificate: `苏（2026）恒安不动产权第${unit}号`,
        coOwnership: '2',
        holders: [
          make.holder('甲', { share: { numerator: 1, denominator: 3 } }),
          make.holder('乙', { share: { numerator: 2, denominator: 3 } }),
        ],
      }),
    );
    expect(entry?.previousHash).toBe(before.hash);
    const state = await getUnit(open.database, office, unit);
    expect(state.unit).toEqual({ ...make.facts(unit), sinceEntry: entry?.number });
    expect(state.rights[0]?.holders.map((each) => each.share)).toEqual([
      { numerator: 1, denominator: 3 },
      { numerator: 2, denominator: 3 },
    ]);
    const stored = await getEntry(open.database, office, entry?.number ?? 0);
    expect(stored.hash).toBe(entry?.hash);
    expect(stored.effect).toEqual(entry?.effect);
  });

  test('what was true at a moment can be asked later', async () => {
    const unit = newUnit();
    await put(at('2026-03-01T01:00:00Z'), make.firstRegistration(unit));
    await put(at('2026-03-02T01:00:00Z'), make.mortgage(unit), make.transfer(unit));
    await put(at('2026-03-03T01:00:00Z'), make.seizure(unit, '2026-03-03T00:30:00Z'));
    const names = async (asOf: string) => {
      const state = await findUnit(open.database, office, unit, { asOf: at(asOf) });
      return state?.rights.map((right) => `${right.kind} ${right.holders[0]?.name ?? ''}`);
    };
    expect(await names('2026-02-28T00:00:00Z')).toBeUndefined();
    expect(await names('2026-03-01T12:00:00Z')).toEqual(['ownership 甲']);
    expect(await names('2026-03-02T12:00:00Z')).toEqual(['mortgage 恒产银行', 'ownership 乙']);
    expect(await names('2026-03-03T12:00:00Z')).toEqual(['mortgage 恒产银行', 'ownership 乙', 'seizure ']);
    expect(await names('2029-03-04T12:00:00Z')).toEqual(['mortgage 恒产银行', 'ownership 乙']);
    const history = await unitHistory(open.database, office, unit);
    expect(history.entries.map((entry) => entry.title)).toEqual([
      '首次登记',
      '抵押权首次登记',
      '转移登记',
      '查封登记',
    ]);
    expect(history.rights).toHaveLength(4);
  });

  test('a refused effect names its reasons and leaves nothing behind', async () => {
    const unit = newUnit();
    await put(at('2026-03-01T01:00:00Z'), make.firstRegistration(unit));
    await put(at('2026-03-02T01:00:00Z'), make.seizure(unit, '2026-03-02T00:30:00Z'));
    const before = await officeHead(open.database, office);
    const attempt = put(at('2026-03-03T01:00:00Z'), make.transfer(unit));
    await expect(attempt).rejects.toMatchObject({
      code: 'ENTRY_REFUSED',
      status: 409,
      findings: [{ code: 'UNIT_SEIZED', citation: { article: '第二十四条', verified: true } }],
    });
    expect(await officeHead(open.database, office)).toEqual(before);
  });

  test('a certificate number is issued once, even after its right has ended', async () => {
    const [first, second] = [newUnit(), newUnit()];
    await put(at('2026-03-01T01:00:00Z'), make.firstRegistration(first, { certificate: '证一' }));
    await put(at('2026-03-02T01:00:00Z'), make.transfer(first, { certificate: '证二' }));
    const again = put(at('2026-03-03T01:00:00Z'), make.firstRegistration(second, { certificate: '证一' }));
    await expect(again).rejects.toMatchObject({ code: 'CERTIFICATE_NUMBER_USED' });
  });

  test('an entry earlier than the last one of its unit is refused, a clock a little behind is not', async () => {
    const unit = newUnit();
    await put(at('2026-03-02T01:00:00Z'), make.firstRegistration(unit));
    await expect(put(at('2026-03-02T00:00:00Z'), make.mortgage(unit))).rejects.toMatchObject({
      code: 'ENTRY_CLOCK_BEHIND',
    });
    const [entry] = await put(at('2026-03-02T00:59:00Z'), make.mortgage(unit));
    expect(entry?.enteredAt).toEqual(at('2026-03-02T01:00:00Z'));
  });

  test('a seizure whose term ran out shows as gone only to who asks about a moment', async () => {
    const unit = newUnit();
    await put(at('2026-03-01T01:00:00Z'), make.firstRegistration(unit));
    const first = { term: { unit: 'day', count: 5 } } as const;
    await put(at('2026-03-02T01:00:00Z'), make.seizure(unit, '2026-03-02T00:00:00Z', first));
    await put(at('2026-03-03T01:00:00Z'), make.seizure(unit, '2026-03-03T00:00:00Z'));
    const stored = await getUnit(open.database, office, unit);
    expect(stored.rights).toHaveLength(3);
    const later = await getUnit(open.database, office, unit, { asOf: at('2026-03-10T00:00:00Z') });
    expect(later.rights).toMatchObject([
      { kind: 'ownership' },
      {
        kind: 'seizure',
        queue: 0,
        id: stored.rights[2]?.id,
        content: { kind: '1', effectiveFrom: '2026-03-07' },
      },
    ]);
  });

  test('the entries of a case are found together, unknown ones not at all', async () => {
    const entries = await entriesOfCase(open.database, office, 'C1');
    expect(entries.length).toBeGreaterThan(8);
    expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, index) => index + 1));
    expect(await entriesOfCase(open.database, office, 'C2')).toEqual([]);
    await expect(getEntry(open.database, office, 999)).rejects.toMatchObject({ code: 'ENTRY_NOT_FOUND' });
    await expect(getUnit(open.database, office, make.unitCode(999))).rejects.toMatchObject({ status: 404 });
  });

  test('all of it verifies', async () => {
    const report = await verify(open.database, office, { pageSize: 3 });
    expect(report.findings).toEqual([]);
    expect(report.entries).toBeGreaterThan(8);
  });
});
