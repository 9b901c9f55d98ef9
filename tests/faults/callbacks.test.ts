import type { Fault } from '@hengchan/outside';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { person } from '../support/people.ts';
import { party } from '../support/situations.ts';
import { walk } from '../support/walk.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
let next = 0;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

/** A resale up to the registrar's decision: assessed, paid, split, receipted. */
async function sell(): Promise<{ caseNo: string; buyer: Client }> {
  const n = ++next;
  const [owner, taker] = [person(2 * n), person(2 * n + 1)];
  const home = await world.home(n, [owner]);
  const [seller, buyer] = [await world.as(owner), await world.as(taker)];
  const opened = await seller.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', owner), party('transferee', taker)],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { caseNo } = opened.body;
  const actors = [seller, buyer, await world.as('acceptor'), await world.as('reviewer')];
  const decided = await walk(caseNo, actors, [], 60, { until: (view) => view.status === 'deciding' });
  expect(decided).toMatchObject({ status: 'deciding', payment: { status: 'settled' } });
  return { caseNo, buyer };
}

interface Counted {
  /** Steps the case went through, in their order within each branch. */
  steps: string[];
  events: string[];
  signals: string[];
  money: unknown;
}

type Tables = {
  'casework.token': { case_no: string; node: string; state: string };
  'casework.event': { case_no: string; action: string };
  'casework.signal': { case_no: string; event: string; consumed_by: string | null };
  'payment.orders': { case_no: string; order_no: string; total: number; paid: number; refunded: number };
  'payment.payment': { order_no: string; amount: number };
  'payment.receipt': { case_no: string; total: number; status: string };
  'payment.charge': { order_no: string; status: string };
  'exchange.call': {
    id: string;
    case_no: string;
    at: Date;
    operation: string;
    outcome: string;
    direction: string;
  };
};

/** What the case has been through, without what differs from case to case. */
async function countOf(caseNo: string): Promise<Counted> {
  const db = world.platform.database.withTables<Tables>();
  const tokens = await db.selectFrom('casework.token').selectAll().where('case_no', '=', caseNo).execute();
  const events = await db.selectFrom('casework.event').selectAll().where('case_no', '=', caseNo).execute();
  const signals = await db.selectFrom('casework.signal').selectAll().where('case_no', '=', caseNo).execute();
  const orders = await db.selectFrom('payment.orders').selectAll().where('case_no', '=', caseNo).execute();
  const numbers = orders.map((order) => order.order_no);
  const payments = await db
    .selectFrom('payment.payment')
    .selectAll()
    .where('order_no', 'in', numbers)
    .execute();
  const charges = await db
    .selectFrom('payment.charge')
    .selectAll()
    .where('order_no', 'in', numbers)
    .execute();
  const receipts = await db.selectFrom('payment.receipt').selectAll().where('case_no', '=', caseNo).execute();
  return {
    steps: tokens.map((token) => `${token.node} ${token.state}`).sort(),
    events: events.map((event) => event.action).sort(),
    signals: signals
      .map((signal) => `${signal.event} ${signal.consumed_by === null ? 'kept' : 'used'}`)
      .sort(),
    money: {
      orders: orders.map(({ total, paid, refunded }) => ({ total, paid, refunded })),
      payments: payments.map((payment) => payment.amount),
      charges: charges.map((charge) => charge.status),
      receipts: receipts.map(({ total, status }) => ({ total, status })),
    },
  };
}

/** Operations in which departments called, in the order they arrived, with how each was taken. */
async function callsOf(caseNo: string): Promise<string[]> {
  const rows = await world.platform.database
    .withTables<Tables>()
    .selectFrom('exchange.call')
    .select(['operation', 'outcome'])
    .where('case_no', '=', caseNo)
    .where('direction', '=', 'incoming')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => `${row.operation} ${row.outcome}`);
}

type Told = readonly ['tax' | 'bank', Fault];
/** The faults, and how one sees that they struck. */
const disorders: [string, readonly Told[], (calls: readonly string[]) => boolean][] = [
  [
    'twice',
    [
      ['tax', { kind: 'duplicate-callback' }],
      ['bank', { kind: 'duplicate-callback' }],
    ],
    (calls) =>
      ['assessed', 'paid', 'settled', 'receipted'].every((each) => calls.includes(`${each} repeated`)),
  ],
  [
    'late',
    [
      ['tax', { kind: 'late-callback', ms: 900 }],
      ['bank', { kind: 'late-callback', ms: 900 }],
    ],
    (calls) => calls.length === 4,
  ],
  [
    'in the wrong order',
    [
      ['bank', { kind: 'out-of-order', operation: 'paid', ms: 1_500 }],
      ['tax', { kind: 'out-of-order', operation: 'assessed', ms: 700 }],
    ],
    (calls) => calls.indexOf('settled answered') < calls.indexOf('paid answered'),
  ],
  [
    'late, in the wrong order and twice',
    [
      ['bank', { kind: 'out-of-order', operation: 'paid', ms: 1_200 }],
      ['bank', { kind: 'duplicate-callback', operation: 'settled' }],
      ['tax', { kind: 'duplicate-callback', operation: 'receipted' }],
      ['tax', { kind: 'late-callback', operation: 'assessed', ms: 800 }],
    ],
    (calls) =>
      calls.indexOf('settled answered') < calls.indexOf('paid answered') &&
      calls.includes('settled repeated') &&
      calls.includes('receipted repeated'),
  ],
];

describe('what tax bureau and bank tell of a case', () => {
  let usual: Counted;
  beforeAll(async () => {
    usual = await countOf((await sell()).caseNo);
  }, 120_000);

  test.each(disorders)('comes to the same when it comes %s', async (_, faults, struck) => {
    for (const [department, fault] of faults) world.outside.fault(department, fault);
    try {
      const { caseNo } = await sell();
      // What was held back or repeated may still be on its way when the case has gone on.
      await new Promise((resolve) => setTimeout(resolve, 1_800));
      const calls = await callsOf(caseNo);
      expect([calls, struck(calls)]).toEqual([calls, true]);
      expect(await countOf(caseNo)).toEqual(usual);
    } finally {
      for (const [department] of faults) world.outside.fault(department, { kind: 'none' });
    }
  });
});
