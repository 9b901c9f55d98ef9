import { enqueue } from '@hengchan/exchange';
import type { Actor, Transaction } from '@hengchan/platform';
import { errors } from './errors.ts';
import type { Payment } from './payment.ts';
import { findOrder, lockOrder, type Order, officeOfOrder, refundsOf, saveOrder, tables } from './store.ts';

/**
 * A cashier gives money back. Throws FORBIDDEN, ORDER_NOT_FOUND, REFUND_EXCEEDS_PAID; refunds asked for at the same time count.
 * The bank returns it by the way it came, in proportion of the split. A request repeated under its key gives back nothing more. Row ONL-CLR-09.
 */
export async function refundPayment(
  payment: Payment,
  actor: Actor,
  orderNo: string,
  request: { amount: number; reason: string },
  idempotencyKey?: string,
): Promise<string> {
  const office = officeOfOrder(orderNo);
  const { platform } = payment;
  platform.access.require(actor, 'payment.refund', { office });
  if (!(await findOrder(platform.database, office, orderNo))) throw errors.ORDER_NOT_FOUND();
  return platform.database.transaction().execute(async (trx) => {
    const order = await lockOrder(trx, office, orderNo);
    const known = (await refundsOf(trx, order)).find(
      (each) =>
        idempotencyKey !== undefined &&
        each.idempotency_key === idempotencyKey &&
        each.asked_by === actor.accountId,
    );
    if (known) return known.refund_no;
    const refundNo = await requestRefund(payment, trx, order, { ...request, actor, idempotencyKey });
    await platform.audit.write(trx, actor, {
      action: 'payment.refund',
      subject: orderNo,
      office,
      detail: { refundNo, amount: request.amount, reason: request.reason },
    });
    return refundNo;
  });
}

/** Asks the bank to give money back. Throws REFUND_EXCEEDS_PAID rather than ask for more than was paid and not yet asked back. */
export async function requestRefund(
  payment: Payment,
  trx: Transaction,
  order: Order,
  {
    amount,
    reason,
    actor,
    idempotencyKey,
  }: { amount: number; reason: string; actor: Actor; idempotencyKey?: string | undefined },
): Promise<string> {
  const { office, case_no: caseNo, order_no: orderNo } = order;
  if (amount > order.paid - order.refund_requested) throw errors.REFUND_EXCEEDS_PAID();
  const known = await refundsOf(trx, order);
  const refundNo = `${orderNo}T${String(known.length + 1).padStart(2, '0')}`;
  await tables(trx)
    .insertInto('payment.refund')
    .values({
      office,
      refund_no: refundNo,
      order_no: orderNo,
      amount,
      reason: reason.trim(),
      status: 'requested',
      payments: null,
      splits: null,
      asked_by: actor.accountId,
      asked_by_name: actor.name,
      asked_at: payment.platform.clock.now(),
      done_at: null,
      failure: null,
      idempotency_key: idempotencyKey ?? null,
    })
    .execute();
  await saveOrder(trx, order, { refund_requested: order.refund_requested + amount });
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'bank',
    operation: 'refund',
    messageNo: refundNo,
    payload: { office, caseNo, orderNo, refundNo, amount, reason: reason.trim() },
    caseNo,
  });
  return refundNo;
}

/** The bank refused the refund, or could not be reached for a day: the money counts as kept again. */
export async function takeRefundFailure(
  trx: Transaction,
  office: string,
  orderNo: string,
  refundNo: string,
  text: string,
): Promise<void> {
  const order = await lockOrder(trx, office, orderNo);
  const refund = (await refundsOf(trx, order)).find((each) => each.refund_no === refundNo);
  if (refund?.status !== 'requested') return;
  await tables(trx)
    .updateTable('payment.refund')
    .set({ status: 'failed', failure: text.slice(0, 500) })
    .where('office', '=', office)
    .where('refund_no', '=', refundNo)
    .execute();
  await saveOrder(trx, order, {
    refund_requested: order.refund_requested - refund.amount,
    fault: `退款 ${refundNo} 未成功：${text}`.slice(0, 500),
  });
}
