import { signalCase } from '@hengchan/casework';
import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { settleBill } from './bill.ts';
import { pursueEnding, takeClosing } from './close.ts';
import { requestDocument } from './documents.ts';
import type { Payment } from './payment.ts';
import { faultOfRefund, faultOfSplits } from './splits.ts';
import {
  chargesOf,
  linesOf,
  lockOrder,
  type Order,
  paymentsOf,
  refundsOf,
  saveCharge,
  saveLine,
  saveOrder,
  settleLines,
  tables,
} from './store.ts';

type Snapshot = AnswerTo<'bank', 'query-order'>;
type RefundResult = RequestTo<'bank', 'refunded'>;
type State = Omit<Snapshot, 'cashierUrl' | 'qrContent' | 'payments' | 'splits'>;
export interface Told extends State {
  payments?: Snapshot['payments'];
  splits?: Snapshot['splits'];
  cashierUrl?: string;
  settlementNo?: string;
  settledAt?: string;
}

/**
 * Takes what the bank says of an order: arrival of money, settlement, an answer to a question. The bank's sums only ever grow, so the larger
 * one is the later one: told twice, late or in the wrong order, it comes to the same. Throws ORDER_NOT_FOUND. Rows ONL-CLR-04..08, ONL-WIN-07.
 */
export async function takeOrderState(payment: Payment, trx: Transaction, told: Told): Promise<void> {
  const order = await lockOrder(trx, told.office, told.orderNo);
  if (told.total !== order.total || told.caseNo !== order.case_no) {
    await saveOrder(trx, order, { fault: '银行记录的缴款单与本系统不符' });
    return;
  }
  await keepPayments(payment, trx, order, told.payments ?? []);
  await saveOrder(trx, order, {
    paid: Math.max(order.paid, told.paid),
    refunded: Math.max(order.refunded, told.refunded),
    bank_order_no: order.bank_order_no ?? told.bankOrderNo,
    cashier_url: order.cashier_url ?? told.cashierUrl ?? null,
  });
  const settledThere = told.status === 'settled' || told.status === 'refunded';
  if (settledThere && order.status !== 'settled' && order.status !== 'refunded' && told.splits)
    await settle(payment, trx, order, { ...told, splits: told.splits });
  if (order.refunded > 0 || order.refund_requested > 0) await addUpRefunds(trx, order, told.splits ?? []);
  if (told.status === 'closed') await takeClosing(payment, trx, order);
  await goOn(payment, trx, order);
}

/** What became of a refund, whether asked for here or made at the bank's own counter. Throws ORDER_NOT_FOUND. Row ONL-CLR-09. */
export async function takeRefund(payment: Payment, trx: Transaction, result: RefundResult): Promise<void> {
  const order = await lockOrder(trx, result.office, result.orderNo);
  const known = (await refundsOf(trx, order)).find((each) => each.refund_no === result.refundNo);
  if (known?.status !== 'done') {
    const fault = faultOfRefund(result, known, await linesOf(trx, order));
    if (fault) await saveOrder(trx, order, { fault: `退款 ${result.refundNo}：${fault}` });
    const now = payment.platform.clock.now();
    const done = {
      status: 'done' as const,
      payments: JSON.stringify(result.payments),
      splits: JSON.stringify(result.splits),
      done_at: new Date(result.refundedAt),
      failure: null,
    };
    await tables(trx)
      .insertInto('payment.refund')
      .values({
        office: order.office,
        refund_no: result.refundNo,
        order_no: order.order_no,
        amount: result.amount,
        reason: '银行发起退款',
        asked_by: 'bank',
        asked_by_name: '银行',
        asked_at: now,
        ...done,
      })
      .onConflict((conflict) => conflict.columns(['office', 'refund_no']).doUpdateSet(done))
      .execute();
    const all = await refundsOf(trx, order);
    const requested = all
      .filter((each) => each.status !== 'failed')
      .reduce((sum, each) => sum + each.amount, 0);
    await saveOrder(trx, order, {
      paid: Math.max(order.paid, result.paid),
      refunded: Math.max(order.refunded, result.refunded),
      refund_requested: requested,
    });
  }
  await addUpRefunds(trx, order, []);
  await goOn(payment, trx, order);
}

async function keepPayments(
  payment: Payment,
  trx: Transaction,
  order: Order,
  made: NonNullable<Told['payments']>,
): Promise<void> {
  for (const each of made) {
    await tables(trx)
      .insertInto('payment.payment')
      .values({
        office: order.office,
        payment_no: each.paymentNo,
        order_no: order.order_no,
        method: each.method,
        amount: each.amount,
        paid_at: new Date(each.paidAt),
      })
      .onConflict((conflict) => conflict.columns(['office', 'payment_no']).doNothing())
      .execute();
  }
  for (const charge of await chargesOf(trx, order)) {
    if (charge.status === 'accepted' && made.some((each) => each.paymentNo === charge.payment_no))
      await saveCharge(trx, charge.office, charge.charge_no, {
        status: 'done',
        answered_at: payment.platform.clock.now(),
      });
  }
}

async function settle(
  payment: Payment,
  trx: Transaction,
  order: Order,
  told: Told & { splits: Snapshot['splits'] },
): Promise<void> {
  const lines = await linesOf(trx, order);
  const fault = faultOfSplits(lines, told.splits);
  if (fault) {
    payment.platform.log.error({ orderNo: order.order_no, fault }, 'the split of a payment is wrong');
    await saveOrder(trx, order, { fault });
    return;
  }
  await settleLines(trx, order);
  await saveOrder(trx, order, {
    status: 'settled',
    settled_at: told.settledAt === undefined ? payment.platform.clock.now() : new Date(told.settledAt),
    closed_at: null,
    settlement_no: told.settlementNo ?? null,
  });
  await requestDocument(payment, trx, order, 'payment-receipt');
  if (order.ending !== null) return;
  const { case_no: caseNo, order_no } = order;
  await signalCase(payment.casework(), trx, { caseNo, event: 'payment.settled', message: order_no });
}

/** What each line and each payment has given back: from the refunds known one by one, or from the bank's own sums where those are ahead. */
async function addUpRefunds(trx: Transaction, order: Order, splits: Snapshot['splits']): Promise<void> {
  const done = (await refundsOf(trx, order)).filter((each) => each.status === 'done');
  if (order.settled_at !== null) {
    for (const line of await linesOf(trx, order)) {
      const known = done.flatMap((each) => each.splits ?? []).filter((part) => part.lineNo === line.line_no);
      const told = splits.find((each) => each.lineNo === line.line_no)?.refunded ?? 0;
      const refunded = Math.max(line.refunded, told, total(known));
      if (refunded !== line.refunded) await saveLine(trx, line, { refunded });
    }
  }
  for (const made of await paymentsOf(trx, order)) {
    const refunded = total(
      done.flatMap((each) => each.payments ?? []).filter((part) => part.paymentNo === made.payment_no),
    );
    if (refunded <= made.refunded) continue;
    await tables(trx)
      .updateTable('payment.payment')
      .set({ refunded })
      .where('office', '=', made.office)
      .where('payment_no', '=', made.payment_no)
      .execute();
  }
}

const total = (parts: readonly { amount: number }[]) => parts.reduce((sum, part) => sum + part.amount, 0);

async function goOn(payment: Payment, trx: Transaction, order: Order): Promise<void> {
  if (order.status === 'settled' && order.total > 0 && order.refunded === order.paid)
    await saveOrder(trx, order, { status: 'refunded' });
  await settleBill(payment, trx, order);
  await pursueEnding(payment, trx, order);
  payment.platform.events.publish({ name: 'payment.changed', office: order.office, subject: order.case_no });
}
