import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { balanceOf, type Order, paidOf, pay, refund, refundedOf, settle } from './order.ts';

const at = '2026-03-02T01:00:00.000Z';

function orderOf(amounts: readonly number[], allowPartial = true): Order {
  return {
    office: '320402',
    caseNo: 'DJ-1',
    orderNo: 'O-1',
    bankOrderNo: 'YH1',
    title: '税费',
    token: 't',
    total: amounts.reduce((sum, amount) => sum + amount, 0),
    allowPartial,
    expiresAt: '2026-03-03T00:00:00.000Z',
    status: 'open',
    lines: amounts.map((amount, index) => ({
      lineNo: String(index + 1),
      account: index === 0 ? ('fee' as const) : ('tax' as const),
      title: '税费',
      amount,
      reference: 'R',
      settled: 0,
      refunded: 0,
    })),
    payments: [],
    refunds: [],
  };
}

const paying = (order: Order, amount: number) =>
  pay(order, { paymentNo: `P${order.payments.length + 1}`, method: 'pos', amount, paidAt: at });

describe('allocate', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 8 });

  test('adds up, exceeds no part, and strays from the exact share by less than a fen', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const amount = Math.floor(total * share);
        const shares = allocate(amount, parts);
        expect(shares.reduce((sum, each) => sum + each, 0)).toBe(amount);
        for (const [index, each] of shares.entries()) {
          const part = parts[index] ?? 0;
          expect(each).toBeLessThanOrEqual(part);
          const stray = BigInt(each) * BigInt(total) - BigInt(amount) * BigInt(part);
          expect((stray < BigInt(total) && stray > -BigInt(total)) || total === 0).toBe(true);
        }
      }),
    );
  });

  test('refuses to divide more than there is', () => {
    expect(() => allocate(4, [1, 2])).toThrow(RangeError);
    expect(allocate(3, [1, 2])).toEqual([1, 2]);
    expect(allocate(0, [0, 0])).toEqual([0, 0]);
  });
});

describe('order', () => {
  test('many payments until the total, then every line has its money', () => {
    let order = paying(orderOf([8_000, 2_000_000]), 1_000_000);
    expect([balanceOf(order), order.status]).toEqual([1_008_000, 'open']);
    expect(() => settle(order, 'J1')).toThrow('尚未付清');
    order = settle(paying(order, 1_008_000), 'J1');
    expect(order.lines.map((line) => line.settled)).toEqual([8_000, 2_000_000]);
    expect(order.status).toBe('settled');
  });

  test.each<[string, (order: Order) => unknown, string]>([
    ['more than the balance', (order) => paying(order, 10_001), '支付金额超过未付余额'],
    ['nothing', (order) => paying(order, 0), '金额有误'],
    ['a fraction of a fen', (order) => paying(order, 0.5), '金额有误'],
    [
      'late',
      (order) => pay(order, { paymentNo: 'P', method: 'qr', amount: 1, paidAt: '2026-03-04T00:00:00.000Z' }),
      '缴款单已过期',
    ],
    ['on a settled order', (order) => paying(settle(paying(order, 10_000), 'J'), 1), '缴款单不在待付状态'],
    [
      'a part where parts are not allowed',
      (order) => paying({ ...order, allowPartial: false }, 1),
      '须一笔付清',
    ],
  ])('refuses %s', (_what, act, message) => {
    expect(() => act(orderOf([10_000]))).toThrow(message);
  });

  test('a refund takes from each account in proportion and returns by the way it came', () => {
    const order = settle(paying(paying(orderOf([1_000, 3_000]), 1_000), 3_000), 'J');
    const { order: after, refund: made } = refund(order, 'T1', 400, at);
    expect(made.splits).toEqual([
      { lineNo: '1', amount: 100 },
      { lineNo: '2', amount: 300 },
    ]);
    expect(made.payments).toEqual([
      { paymentNo: 'P1', amount: 100 },
      { paymentNo: 'P2', amount: 300 },
    ]);
    expect(after.status).toBe('settled');
    expect(refund(after, 'T2', 3_600, at).order.status).toBe('refunded');
  });

  test('money given back before settlement is owed again', () => {
    const order = refund(paying(orderOf([1_000]), 400), 'T1', 400, at).order;
    expect([balanceOf(order), order.status]).toEqual([1_000, 'open']);
  });

  test('whatever is paid and given back: never more out than in, and the accounts agree', () => {
    const step = fc.tuple(fc.constantFrom('pay', 'refund'), fc.integer({ min: 0, max: 3_000_000 }));
    const lines = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, fc.array(step, { maxLength: 30 }), (amounts, steps) => {
        let order = orderOf(amounts);
        for (const [index, [kind, amount]] of steps.entries()) {
          try {
            if (kind === 'pay') order = paying(order, amount);
            else if (amount > 0) order = refund(order, `T${index}`, amount, at).order;
            if (order.status === 'open' && balanceOf(order) === 0) order = settle(order, 'J');
          } catch (error) {
            expect((error as Error).name).toBe('Error');
          }
          expect(refundedOf(order)).toBeLessThanOrEqual(paidOf(order));
          expect(paidOf(order) - refundedOf(order)).toBeLessThanOrEqual(order.total);
          for (const payment of order.payments) expect(payment.refunded).toBeLessThanOrEqual(payment.amount);
          for (const line of order.lines) expect(line.refunded).toBeLessThanOrEqual(line.settled);
          const made = order.refunds.reduce((sum, each) => sum + each.amount, 0);
          expect(refundedOf(order)).toBe(made);
          const held = order.lines.reduce((sum, line) => sum + line.settled - line.refunded, 0);
          if (order.settlementNo) expect(held).toBe(paidOf(order) - refundedOf(order));
          else expect(held).toBe(0);
        }
      }),
    );
  });
});
