import { actOnCase, driveCase } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chaseOrders } from './chase.ts';
import { reconcile, reconciliationCsv } from './reconcile.ts';
import { refundPayment } from './refund.ts';
import { currentView } from './search-payments.ts';
import { declarationsOf, tables } from './store.ts';
import { takeOrderState } from './take-money.ts';
import { resale, untaxed } from './testing/definitions.ts';
import { BankRefusal } from './testing/fake-bank.ts';
import { assessmentOf, receiptsFor, taxLine } from './testing/fake-tax.ts';
import { office, openStage, type Stage } from './testing/stage.ts';

let stage: Stage;
const cashier = testActor({ roles: [{ role: 'cashier', office }] });
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.platform.close());
beforeEach(() => {
  stage.bank.rejects = undefined;
  stage.bank.callbacks.length = 0;
});

const view = (orderNo: string) => currentView(stage.payment, orderNo);
const standing = async (no: string) => (await stage.money(no)).standing;
const refund = (orderNo: string, amount: number) =>
  refundPayment(stage.payment, cashier, orderNo, { amount, reason: '重复缴费' });
const withdraw = (actor: Actor, no: string) => actOnCase(stage.casework, actor, no, { action: 'withdraw' });
const pay = (actor: Actor, no: string, method = 'quick') =>
  actOnCase(stage.casework, actor, no, { action: 'pay', data: { method } });
const orderNoOf = async (no: string) => (await stage.money(no)).view?.orderNo ?? '';
const declarationOf = async (no: string) => (await declarationsOf(stage.platform.database, office, no))[0];

/** Delivers and tells until nothing moves any more. */
async function settleDown(): Promise<void> {
  for (;;) {
    await stage.deliver();
    if (stage.bank.callbacks.length === 0) return;
    await stage.tell();
  }
}

async function opened(lines = [taxLine('deed', 'buyer', 60_000), taxLine('income', 'seller', 31_999)]) {
  const made = await stage.open(resale);
  await stage.deliver();
  const declarationNo = (await declarationOf(made.no))?.declaration_no ?? '';
  const assessment = assessmentOf({ office, caseNo: made.no, declarationNo }, lines);
  await stage.incoming('tax/assessed', assessment);
  await driveCase(stage.casework, made.no);
  await stage.deliver();
  return { ...made, assessment, orderNo: await orderNoOf(made.no) };
}

async function settled() {
  const made = await opened();
  stage.bank.pay(made.orderNo, 40_000, 'pos');
  stage.bank.pay(made.orderNo, undefined, 'qr');
  await settleDown();
  return made;
}

describe('giving money back', () => {
  test('by the way it came, in proportion of the split, with another bill for the rest of the fee', async () => {
    const { orderNo } = await settled();
    await refund(orderNo, 50_000);
    expect(await view(orderNo)).toMatchObject({
      status: 'refunding',
      refundable: 49_999,
      refunds: [{ status: 'requested' }],
    });
    await settleDown();
    const after = await view(orderNo);
    expect(after).toMatchObject({
      status: 'part-refunded',
      paid: 99_999,
      refunded: 50_000,
      refundable: 49_999,
    });
    expect(after.payments.map((each) => each.refunded)).toEqual([20_000, 30_000]);
    expect(after.lines.map((each) => [each.settled, each.refunded])).toEqual([
      [60_000, 30_000],
      [31_999, 16_000],
      [8_000, 4_000],
    ]);
    expect(after.bills.map((each) => [each.status, each.amount])).toEqual([
      ['void', 8_000],
      ['issued', 4_000],
    ]);
    expect(after.fault).toBeUndefined();
  });

  test('never more than was paid, also when asked for twice at the same time', async () => {
    const { orderNo } = await settled();
    await expect(refund(orderNo, 100_000)).rejects.toMatchObject({
      code: 'REFUND_EXCEEDS_PAID',
      status: 409,
    });
    const both = await Promise.allSettled([refund(orderNo, 60_000), refund(orderNo, 60_000)]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    await settleDown();
    await refund(orderNo, 39_999);
    await settleDown();
    expect(await view(orderNo)).toMatchObject({ status: 'refunded', refunded: 99_999, refundable: 0 });
    await expect(refund(orderNo, 1)).rejects.toMatchObject({ code: 'REFUND_EXCEEDS_PAID' });
  });

  test('refused by the bank, the money counts as kept and the refund as failed', async () => {
    const { orderNo } = await settled();
    const usual = stage.answers['bank/refund'];
    stage.answers['bank/refund'] = () => {
      throw new BankRefusal('账户已销户');
    };
    await refund(orderNo, 1_000);
    await stage.deliver();
    if (usual) stage.answers['bank/refund'] = usual;
    expect(await view(orderNo)).toMatchObject({
      refunded: 0,
      refundable: 99_999,
      refunds: [{ status: 'failed', failure: '账户已销户' }],
      fault: expect.stringContaining('账户已销户'),
    });
  });

  test('made at the bank itself, it is taken over', async () => {
    const { orderNo } = await settled();
    stage.bank.refund({ orderNo, refundNo: 'BANK-1', amount: 10_000 });
    await settleDown();
    expect(await view(orderNo)).toMatchObject({
      refunded: 10_000,
      refundable: 89_999,
      refunds: [{ refundNo: 'BANK-1', by: '银行' }],
    });
  });

  test('taken from one line alone, it is shown as a difference', async () => {
    const { orderNo } = await settled();
    const result = stage.bank.refund({ orderNo, refundNo: 'BANK-2', amount: 10_000 });
    stage.bank.callbacks.length = 0;
    await stage.incoming('bank/refunded', { ...result, splits: [{ lineNo: '1', amount: 10_000 }] });
    expect((await view(orderNo)).fault).toContain('未按分账比例');
  });
});

describe('whatever the order of what is told', () => {
  test('told twice, late or the wrong way round, it comes to the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        async (parts, refunds, dice) => {
          const { no, orderNo } = await opened();
          for (const part of parts)
            if (part <= stage.bank.order(orderNo).balance) stage.bank.pay(orderNo, part, 'pos');
          if (stage.bank.order(orderNo).balance > 0) stage.bank.pay(orderNo);
          for (const [index, amount] of refunds.entries()) {
            const left = stage.bank.order(orderNo).paid - stage.bank.order(orderNo).refunded;
            if (amount <= left) stage.bank.refund({ orderNo, refundNo: `${orderNo}R${index}`, amount });
          }
          const told = stage.bank.callbacks.splice(0);
          const twice = [...told, ...told].map((each) => ({ each, at: dice.next().value ?? 0 }));
          twice.sort((left, right) => left.at - right.at);
          for (const { each } of twice)
            expect(await stage.incoming(`bank/${each.operation}`, each.payload)).toBe('received');
          const truth = stage.bank.order(orderNo);
          const seen = await view(orderNo);
          expect(seen).toMatchObject({ total: 99_999, paid: truth.paid, refunded: truth.refunded });
          expect(seen.status).toBe(
            truth.status === 'refunded' ? 'refunded' : truth.refunded > 0 ? 'part-refunded' : 'settled',
          );
          const bySerial = (left: { paymentNo: string }, right: { paymentNo: string }) =>
            left.paymentNo < right.paymentNo ? -1 : 1;
          expect(
            seen.payments
              .map(({ paymentNo, amount, refunded }) => ({ paymentNo, amount, refunded }))
              .sort(bySerial),
          ).toEqual(
            truth.payments
              .map(({ paymentNo, amount, refunded }) => ({ paymentNo, amount, refunded }))
              .sort(bySerial),
          );
          expect(seen.lines.map((each) => each.refunded)).toEqual(truth.lines.map((each) => each.refunded));
          const signals = await stage.platform.database
            .withTables<{ 'casework.signal': { case_no: string; event: string } }>()
            .selectFrom('casework.signal')
            .select('event')
            .where('case_no', '=', no)
            .where('event', '=', 'payment.settled')
            .execute();
          expect(signals).toHaveLength(1);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a split that is wrong settles nothing and is shown', async () => {
    const { no, orderNo } = await opened();
    stage.bank.pay(orderNo);
    const [paid, done] = stage.bank.callbacks.splice(0);
    if (paid?.operation !== 'paid' || done?.operation !== 'settled') throw new Error('unexpected');
    await stage.incoming('bank/paid', paid.payload);
    const [first, second, ...rest] = done.payload.splits;
    if (!first || !second) throw new Error('unexpected');
    const moved = [{ ...first, amount: first.amount - 1 }, { ...second, amount: second.amount + 1 }, ...rest];
    await stage.incoming('bank/settled', { ...done.payload, splits: moved });
    expect(await view(orderNo)).toMatchObject({ paid: 99_999, fault: expect.stringContaining('分账') });
    expect(await stage.phase(no)).toBe('paying');
    await stage.incoming('bank/settled', done.payload);
    expect((await view(orderNo)).status).toBe('settled');
  });

  test('an order of the bank over another sum is not believed', async () => {
    const { orderNo } = await opened();
    stage.bank.pay(orderNo);
    const [paid] = stage.bank.callbacks.splice(0);
    if (paid?.operation !== 'paid') throw new Error('unexpected');
    await stage.incoming('bank/paid', { ...paid.payload, total: 1 });
    expect(await view(orderNo)).toMatchObject({ paid: 0, fault: '银行记录的缴款单与本系统不符' });
    expect(await stage.incoming('bank/paid', { ...paid.payload, orderNo: 'JK32040220261120999999' })).toBe(
      'ORDER_NOT_FOUND',
    );
  });
});

describe('a case that ends without registration', () => {
  test('unpaid: the order is closed and the declaration withdrawn', async () => {
    const { no, buyer, orderNo } = await opened();
    await withdraw(buyer, no);
    await settleDown();
    expect(await view(orderNo)).toMatchObject({ status: 'closed', paid: 0 });
    expect((await declarationOf(no))?.status).toBe('withdrawn');
    expect(stage.sent.at(-1)?.key).toBe('tax/withdraw');
  });

  test('paid in part: the part goes back before the order is closed', async () => {
    const { no, buyer, orderNo } = await opened();
    stage.bank.pay(orderNo, 30_000, 'pos');
    await stage.tell();
    await withdraw(buyer, no);
    expect((await view(orderNo)).status).toBe('closing');
    await settleDown();
    expect(await view(orderNo)).toMatchObject({ status: 'closed', paid: 30_000, refunded: 30_000 });
    expect((await declarationOf(no))?.status).toBe('withdrawn');
  });

  test('settled and receipted: everything goes back, the bureau voids, the bill is voided', async () => {
    const { no, buyer, orderNo, assessment } = await settled();
    const about = { office, caseNo: no, declarationNo: assessment.declarationNo };
    const receipts = receiptsFor(assessment);
    await stage.incoming('tax/receipted', { ...about, receipts });
    await withdraw(buyer, no);
    await settleDown();
    expect(await view(orderNo)).toMatchObject({
      status: 'refunded',
      refunded: 99_999,
      bills: [{ status: 'void' }],
    });
    expect(stage.sent.filter((each) => each.key === 'tax/withdraw' && each.payload.caseNo === no)).toEqual(
      [],
    );
    await stage.incoming('tax/voided', {
      ...about,
      receiptNos: receipts.map((each) => each.receiptNo),
      reason: '税款已全额退还',
    });
    expect(await standing(no)).toMatchObject({ taxSettled: false, paid: 0 });
    expect((await declarationOf(no))?.status).toBe('void');
  });

  test('while the account is being charged: the money arrives and goes straight back', async () => {
    const { no, buyer, orderNo } = await opened();
    await pay(buyer, no);
    await withdraw(buyer, no);
    await settleDown();
    expect(await view(orderNo)).toMatchObject({ status: 'refunded', paid: 99_999, refunded: 99_999 });
    expect(await stage.phase(no)).toBe('withdrawn');
  });

  test('while somebody pays at the cashier: the bank will not close, and the money goes back all the same', async () => {
    const { no, buyer, orderNo } = await opened();
    await withdraw(buyer, no);
    stage.bank.pay(orderNo, 20_000, 'qr');
    await stage.deliver();
    expect((await view(orderNo)).fault).toContain('未能关闭');
    await settleDown();
    expect(await view(orderNo)).toMatchObject({ status: 'closed', paid: 20_000, refunded: 20_000 });
  });

  test('before the bank or the bureau answered anything', async () => {
    const made = await stage.open(resale);
    await withdraw(made.buyer, made.no);
    await settleDown();
    expect((await declarationOf(made.no))?.status).toBe('withdrawn');
    expect(stage.sent.filter((each) => each.payload.caseNo === made.no).map((each) => each.key)).toEqual([
      'tax/declare',
      'tax/withdraw',
    ]);
  });

  test('completed, it keeps its payment', async () => {
    const made = await stage.open(untaxed);
    await pay(made.buyer, made.no);
    await settleDown();
    expect(await stage.phase(made.no)).toBe('completed');
    expect(await view(await orderNoOf(made.no))).toMatchObject({ status: 'settled', refunded: 0 });
  });
});

describe('reconciliation', () => {
  test('a day adds up, and shows what does not', async () => {
    const own = await openStage();
    const keep = stage;
    stage = own;
    try {
      const first = await settled();
      await refund(first.orderNo, 10_000);
      await settleDown();
      const second = await opened();
      stage.bank.pay(second.orderNo);
      const [paid] = stage.bank.callbacks.splice(0);
      await stage.incoming('bank/paid', paid?.payload ?? {});
      const day = await reconcile(stage.payment, cashier, { office, day: '2026-11-20' });
      expect(day).toMatchObject({
        orders: { count: 2, amount: 199_998 },
        received: { count: 3, amount: 199_998 },
        byMethod: [
          { method: 'pos', amount: 40_000 },
          { method: 'qr', amount: 159_998 },
        ],
        settled: { count: 1, amount: 99_999, tax: 91_999, fee: 8_000 },
        refunds: { count: 1, amount: 10_000 },
        differences: [{ orderNo: second.orderNo, kind: 'unsettled' }],
      });
      const csv = reconciliationCsv(day);
      expect(csv.startsWith('\ufeff项目,笔数,金额（元）,说明\r\n')).toBe(true);
      expect(csv).toContain(`${second.orderNo},${second.no},已付足但未收到清分结果`);
      expect(await reconcile(stage.payment, cashier, { office, day: '2026-11-19' })).toMatchObject({
        orders: { count: 0, amount: 0 },
        differences: [],
      });
      // What the bank never told is taken from its answer to a question.
      await stage.transact((trx) =>
        takeOrderState(stage.payment, trx, stage.bank.order(second.orderNo).snapshot()),
      );
      await settleDown();
      expect(await reconcile(stage.payment, cashier, { office, day: '2026-11-20' })).toMatchObject({
        settled: { count: 2 },
        differences: [],
      });
    } finally {
      await own.platform.close();
      stage = keep;
    }
  });

  test('a day that is none is named', async () => {
    await expect(reconcile(stage.payment, cashier, { office, day: '2026-02-30' })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [{ path: '/day' }],
    });
  });

  test('text that a spreadsheet would run is quoted', () => {
    const nothing = { count: 0, amount: 0 };
    const day = {
      office,
      day: '2026-11-20',
      orders: nothing,
      received: nothing,
      byMethod: [],
      refunds: nothing,
      asked: false,
    };
    const csv = reconciliationCsv({
      ...day,
      settled: { ...nothing, tax: 0, fee: 0 },
      differences: [{ orderNo: 'JK1', caseNo: '1', kind: 'fault', title: '=1+1,"x"' }],
    });
    expect(csv).toContain(`"'=1+1,""x"""`);
  });
});

test('orders whose news may be lost are asked about; a bank that does not answer changes nothing', async () => {
  const { no, buyer, orderNo } = await opened();
  await pay(buyer, no);
  await stage.deliver();
  stage.bank.callbacks.length = 0;
  expect(await chaseOrders(stage.payment)).toBe(0);
  stage.platform.clock.advance(3_600_000);
  expect(await chaseOrders(stage.payment)).toBeGreaterThan(0);
  expect((await view(orderNo)).status).toBe('charging');
  const known = await tables(stage.platform.database)
    .selectFrom('payment.charge')
    .select('status')
    .where('order_no', '=', orderNo)
    .execute();
  expect(known).toEqual([{ status: 'accepted' }]);
});
