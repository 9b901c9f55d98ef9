import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import { type Effect, enter, loadStates, rebuild, registerMigrations, standAt, verify } from './index.ts';

const { office } = make;

/** A small register with every kind of right, kept by the database over several months. */
describe('rights that limit a title in the database', () => {
  let open: TestDatabase;
  const [home, land, other] = [make.unitCode(1), make.unitCode(2), make.unitCode(3)];
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
  /** Kinds of the rights of the home as the register showed them at a moment. */
  const kindsAt = async (moment: string): Promise<string[]> => {
    const asOf = new Date(moment);
    const state = (await loadStates(open.database, office, [home], asOf)).get(home);
    return state ? standAt(state, asOf).rights.map((right) => right.kind) : [];
  };

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
    await put(
      '2026-01-05T01:00:00Z',
      make.firstRegistration(home), // 1
      limited.contractedLand(land), // 2
      make.firstRegistration(other, { holders: [make.holder('丙')] }), // 3
      limited.notice(home, { registrableFrom: '2026-01-01', certificate: '证明一' }), // 4
      limited.objection(home, { certificate: '证明二' }), // 5
      limited.habitation(home, { consents: ['4-1'], certificate: '证明三' }), // 6
      limited.easement(home, other, { consents: ['4-1'], certificate: '证明四' }), // 7
      limited.easement(other, home, {
        side: 'dominant',
        servient: [home],
        dominant: [other],
        certificate: '证明四',
      }), // 8
      limited.management(land, { certificate: '证一' }), // 9
      limited.lock(land), // 10
      limited.objection(land, { holders: [make.holder('己')] }), // 11
      make.mortgage(other), // 12
      make.mortgage(other), // 13
      make.seizure(other, '2026-01-05T00:00:00Z'), // 14
    );
    await put('2026-01-20T01:00:00Z', {
      type: 'objection-suit',
      unit: land,
      reason: '起诉',
      objection: '11-1',
      suit: '受理一',
    });
    await put('2026-02-01T01:00:00Z', limited.alterRight(other, '12-1', {}, { rank: 2 }));
    // Only in May does an entry on the home write down what ended in January and in April.
    await put('2026-05-01T01:00:00Z', make.transfer(home));
  });
  afterAll(() => open.close());

  test('a moment before the lapse shows them, a moment after it does not, though no entry says so yet', async () => {
    const stay = ['habitation', 'easement'];
    expect(await kindsAt('2026-01-04T00:00:00Z')).toEqual([]);
    expect(await kindsAt('2026-01-20T15:59:59Z')).toEqual([
      'ownership',
      'advance-notice',
      'objection',
      ...stay,
    ]);
    expect(await kindsAt('2026-01-20T16:00:00Z')).toEqual(['ownership', 'advance-notice', ...stay]);
    expect(await kindsAt('2026-04-01T15:59:59Z')).toEqual(['ownership', 'advance-notice', ...stay]);
    expect(await kindsAt('2026-04-01T16:00:00Z')).toEqual(['ownership', ...stay]);
    expect(await kindsAt('2026-06-01T00:00:00Z')).toEqual([...stay, 'ownership']);
  });

  test('what is read back is what was entered', async () => {
    const states = await loadStates(open.database, office, [home, land, other]);
    expect(states.get(land)?.rights).toMatchObject([
      { kind: 'ownership' },
      { kind: 'management', certificate: '证一', holders: [make.holder('丙')] },
      { kind: 'lock', holders: [], content: { reason: '违法建筑' } },
      { kind: 'objection', origin: '11-1', continues: '11-1', content: { suit: '受理一' } },
    ]);
    const ranks = states
      .get(other)
      ?.rights.flatMap((right) => (right.kind === 'mortgage' ? [[right.rank, right.origin]] : []));
    expect(ranks?.sort()).toEqual([
      [1, '13-1'],
      [2, '12-1'],
    ]);
  });

  test('it is in order, and the same when built anew from its entries', async () => {
    expect(await verify(open.database, office)).toMatchObject({ entries: 17, ok: true, findings: [] });
    await open.asOwner((owner) => rebuild(owner, office));
    expect(await verify(open.database, office)).toMatchObject({ entries: 17, ok: true, findings: [] });
  });
});
