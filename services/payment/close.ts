import type { CaseRecord, Phase } from '@hengchan/casework';
import { enqueue } from '@hengchan/exchange';
import { systemActor, type Transaction } from '@hengchan/platform';
import type { Payment } from './payment.ts';
import { requestRefund } from './refund.ts';
import {
  chargesOf,
  declarationsOf,
  inForce,
  lockOrder,
  type Order,
  ordersOf,
  refundsOf,
  saveOrder,
  underWay,
} from './store.ts';
import { withdrawDeclaration } from './withdraw-declaration.ts';

const reasons: Partial<Record<Phase, string>> = {
  withdrawn: '申请人撤回申请',
  refused: '不予登记',
  cancelled: '办件已取消',
  declined: '不予受理',
};

/**
 * When a case ends without registration: what was paid goes back, the open order is closed, the tax declaration withdrawn.
 * A completed case keeps its payments. In the transaction that ends the case.
 */
export async function closePayment(
  payment: Payment,
  trx: Transaction,
  record: CaseRecord,
  phase: Phase,
): Promise<void> {
  const reason = reasons[phase];
  if (reason === undefined) return;
  const { office, no } = record.case;
  const [order] = await ordersOf(trx, office, no);
  if (order && order.ending === null && order.status !== 'closed')
    await endOrder(payment, trx, order, reason);
  await endTaxes(payment, trx, office, no, reason);
}

/** The order is no longer wanted. Money on it, also money that arrives later, goes back. */
export async function endOrder(
  payment: Payment,
  trx: Transaction,
  order: Order,
  reason: string,
): Promise<void> {
  await saveOrder(trx, order, { ending: reason });
  await pursueEnding(payment, trx, order);
}

/**
 * Takes the next step of an order that is no longer wanted, whatever came in between: gives back what can be given back, then closes it.
 * Called after everything that happens to the order, so it does not matter in which order things happen.
 */
export async function pursueEnding(payment: Payment, trx: Transaction, order: Order): Promise<void> {
  if (order.ending === null) return;
  const left = order.paid - order.refund_requested;
  if (left > 0) {
    await requestRefund(payment, trx, order, { amount: left, reason: order.ending, actor: systemActor });
    return;
  }
  if (order.total === 0 && order.status === 'settled') {
    await saveOrder(trx, order, {
      status: 'closed',
      settled_at: null,
      closed_at: payment.platform.clock.now(),
    });
  }
  if (order.status !== 'open') return;
  const refunds = await refundsOf(trx, order);
  if ((await chargesOf(trx, order)).some(underWay) || refunds.some((each) => each.status === 'requested'))
    return;
  const { office, case_no: caseNo, order_no: orderNo } = order;
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'bank',
    operation: 'close-order',
    // Another number after a refund: the bank may have refused the first for the money that was on the order.
    messageNo: `${orderNo}-close-${refunds.length}`,
    payload: { office, caseNo, orderNo },
    caseNo,
  });
}

/** The bank closed the order: nothing more can be paid on it, and taxes declared for it are no longer owed. */
export async function takeClosing(payment: Payment, trx: Transaction, order: Order): Promise<void> {
  if (order.status !== 'open') return;
  await saveOrder(trx, order, { status: 'closed', closed_at: payment.platform.clock.now() });
  if (order.ending) await endTaxesOfClosedCase(payment, trx, order);
}

/** Taxes paid are unwound by the bureau itself when the money has gone back; what was not paid is withdrawn. */
async function endTaxes(
  payment: Payment,
  trx: Transaction,
  office: string,
  caseNo: string,
  reason: string,
): Promise<void> {
  const declaration = (await declarationsOf(trx, office, caseNo)).find(inForce);
  if (!declaration) return;
  const orders = await ordersOf(trx, office, caseNo);
  const taxed = orders.filter((order) => order.tax > 0);
  const pending = taxed.some((order) => order.status === 'open' || order.status === 'settled');
  const unwound = taxed.some((order) => order.status === 'refunded' || order.settled_at !== null);
  if (!pending && !unwound) await withdrawDeclaration(payment, trx, declaration, reason);
}

async function endTaxesOfClosedCase(payment: Payment, trx: Transaction, order: Order): Promise<void> {
  const [latest] = await ordersOf(trx, order.office, order.case_no);
  if (latest?.order_no !== order.order_no || order.ending === null) return;
  if (Object.values(reasons).includes(order.ending))
    await endTaxes(payment, trx, order.office, order.case_no, order.ending);
}

/** The bank would not close the order: it never knew it, or money came in between, which is sent back when it is told of. */
export async function takeClosingFailure(
  payment: Payment,
  trx: Transaction,
  office: string,
  orderNo: string,
  text: string,
): Promise<void> {
  const order = await lockOrder(trx, office, orderNo);
  if (order.bank_order_no === null) await takeClosing(payment, trx, order);
  else if (order.status === 'open')
    await saveOrder(trx, order, { fault: `缴款单未能关闭：${text}`.slice(0, 500) });
}
