import type { Transaction } from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import { type Effect, enter, getUnit, lockUnits, officeHead, registerMigrations, verify } from './index.ts';

const { office } = make;
const now = new Date('2026-03-05T00:00:00Z');

/** Sessions at the same time. On the embedded database they take turns, and the same must hold. */
describe('entries at the same time', () => {
  let open: TestDatabase;
  let next = 0;
  const newUnit = () => make.unitCode(++next);
  const within = (trx: Transaction, effects: Effect[], moment = now) =>
    enter(trx, { office, caseNo: 'C', business: 'b', registrar: 'r', mode: 'manual', now: moment, effects });
  const put = (...effects: Effect[]) => open.database.transaction().execute((trx) => within(trx, effects));

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
  });
  afterAll(() => open.close());

  /** A promise and what fulfils it: a point one session waits at until the other is there. */
  const gate = () => Promise.withResolvers<void>();

  test('a transfer that waits behind a seizure sees it and is refused', async () => {
    const unit = newUnit();
    await put(make.firstRegistration(unit));
    const seized = gate();
    const court = open.database.transaction().execute(async (trx) => {
      await within(trx, [make.seizure(unit, '2026-03-04T00:00:00Z')]);
      seized.resolve();
      // The court's session stays open while the other begins.
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await seized.promise;
    const sale = put(make.transfer(unit));
    await expect(sale).rejects.toMatchObject({ code: 'ENTRY_REFUSED', findings: [{ code: 'UNIT_SEIZED' }] });
    await court;
    expect((await getUnit(open.database, office, unit)).rights.map((right) => right.kind)).toEqual([
      'ownership',
      'seizure',
    ]);
  });

  test('what was decided before the units were locked is decided again', async () => {
    const unit = newUnit();
    await put(make.firstRegistration(unit));
    const results = await Promise.allSettled([
      put(make.firstRegistration(unit)),
      put(make.transfer(unit, { holders: [make.holder('乙')] })),
      put(make.transfer(unit, { holders: [make.holder('丙')] })),
    ]);
    expect(results.map((each) => each.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    const state = await getUnit(open.database, office, unit);
    expect(state.rights.filter((right) => right.kind === 'ownership')).toHaveLength(1);
  });

  test('of two first registrations of one unit exactly one is entered', async () => {
    const unit = newUnit();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => put(make.firstRegistration(unit))));
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  test.each([
    ['notices of sale', 'NOTICE_TWICE', (unit: string) => limited.notice(unit)],
    ['objections of a person', 'OBJECTION_TWICE', (unit: string) => limited.objection(unit)],
    [
      'entries of an easement',
      'EASEMENT_TWICE',
      (unit: string) => limited.easement(unit, make.unitCode(999)),
    ],
    ['management rights', 'MANAGEMENT_TWICE', (unit: string) => limited.management(unit)],
    ['stops', 'LOCK_TWICE', (unit: string) => limited.lock(unit)],
  ])('of several %s on one unit exactly one is entered', async (_what, code, effect) => {
    const unit = newUnit();
    await put(code === 'MANAGEMENT_TWICE' ? limited.contractedLand(unit) : make.firstRegistration(unit));
    const results = await Promise.allSettled([1, 2, 3].map(() => put(effect(unit))));
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const reasons = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    const refused = { code: 'ENTRY_REFUSED', findings: [{ code }] };
    expect(reasons).toMatchObject([refused, refused]);
  });

  test('a transfer that waits behind a notice sees it, one that came first is not undone by it', async () => {
    const unit = newUnit();
    await put(make.firstRegistration(unit));
    const results = await Promise.allSettled([put(limited.notice(unit)), put(make.transfer(unit))]);
    const state = await getUnit(open.database, office, unit);
    const noticed = state.rights.some((right) => right.kind === 'advance-notice');
    const holder = state.rights.find((right) => right.kind === 'ownership')?.holders[0]?.name;
    // Whichever was first, the other is refused: the buyer did not agree, or the seller has nothing left to promise.
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(holder).toBe(noticed ? '甲' : '乙');
  });

  test('one certificate number for two units goes to one of them', async () => {
    const [first, second] = [newUnit(), newUnit()];
    const certificate = `证 ${first}`;
    const results = await Promise.allSettled(
      [first, second].map((unit) => put(make.firstRegistration(unit, { certificate }))),
    );
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    const failed = results.find((each) => each.status === 'rejected');
    expect(failed?.reason).toMatchObject({ code: 'CERTIFICATE_NUMBER_USED' });
  });

  test('units named in any order never make two sessions wait for each other', async () => {
    const units = Array.from({ length: 6 }, newUnit);
    const rounds = Array.from({ length: 12 }, (_, round) =>
      open.database.transaction().execute(async (trx) => {
        const mixed = units.map((_, at) => units[(at * 5 + round) % units.length] as string);
        await lockUnits(trx, office, round % 2 === 0 ? mixed : mixed.toReversed());
        return round;
      }),
    );
    expect(await Promise.all(rounds)).toEqual(rounds.map((_, at) => at));
  });

  test('entries of an office make one chain however many sessions write', async () => {
    const before = await officeHead(open.database, office);
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        const unit = newUnit();
        return put(make.firstRegistration(unit), make.mortgage(unit));
      }),
    );
    expect((await officeHead(open.database, office)).number).toBe(before.number + 80);
    const report = await verify(open.database, office);
    expect(report.findings).toEqual([]);
  });

  test('an entry made while the register is verified does not disturb it', async () => {
    const unit = newUnit();
    let once = false;
    const entered: Promise<unknown>[] = [];
    const report = await verify(open.database, office, {
      pageSize: 20,
      onProgress: () => {
        if (once) return;
        once = true;
        entered.push(put(make.firstRegistration(unit)));
      },
    });
    expect(report.findings).toEqual([]);
    await Promise.all(entered);
    expect((await verify(open.database, office)).entries).toBe(report.entries + 1);
  });
});
