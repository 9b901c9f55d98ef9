import { isParty, type WorkContext } from '@hengchan/casework';
import { type AnswerTo, enqueue } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { platformErrors } from '@hengchan/platform';
import { pursueEnding } from './close.ts';
import { errors } from './errors.ts';
import { renewOrder } from './open-payment.ts';
import type { Payment } from './payment.ts';
import {
  chargesOf,
  lockOrder,
  type Order,
  ordersOf,
  paymentsOf,
  saveCharge,
  saveOrder,
  tables,
  underWay,
} from './store.ts';

/** Ways to pay: from a signed account at once, on the bank's page, by scanning, at the counter's terminal, in 数字人民币. */
export const methods = ['quick', 'cashier', 'qr', 'pos', 'ecny'] as const;
type Method = (typeof methods)[number];

/**
 * The payer chooses how to pay. `quick` has the bank take the balance from the payer's own signed account; the other ways need nothing but
 * the payer, so the choice is only kept. While one charge is under way another is not made. Throws FORBIDDEN, ORDER_NOT_OPEN,
 * PAYMENT_METHOD_UNAVAILABLE, INVALID_REQUEST. Rows ONL-CLR-05, ONL-CLR-06, REG-PAY-03, REG-PAY-05.
 */
export async function authorisePayment(
  payment: Payment,
  trx: Transaction,
  context: WorkContext,
): Promise<void> {
  const { record, actor, data } = context;
  const { office, no } = record.case;
  const { access, clock } = payment.platform;
  if (!access.allows(actor, 'payment.manage', { office })) access.require(actor, 'payment.pay', { office });
  const method = methodOf(data.method);
  const [latest] = await ordersOf(trx, office, no);
  if (!latest) throw errors.ORDER_NOT_OPEN();
  let order = await lockOrder(trx, office, latest.order_no);
  if (order.status !== 'open' || order.ending !== null) throw errors.ORDER_NOT_OPEN();
  if (method === 'ecny' && !(await payment.digitalYuan(trx, office)))
    throw errors.PAYMENT_METHOD_UNAVAILABLE();
  if (order.expires_at <= clock.now()) order = await renewOrder(payment, trx, record, order);
  await saveOrder(trx, order, { method });
  if (method === 'quick') await charge(payment, trx, context, order);
}

function methodOf(value: unknown): Method {
  const method = methods.find((each) => each === value);
  if (!method) {
    const message = `请选择缴费方式：${methods.join('、')}`;
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/data/method', message }] });
  }
  return method;
}

async function charge(
  payment: Payment,
  trx: Transaction,
  { record, actor }: WorkContext,
  order: Order,
): Promise<void> {
  const payer = record.parties.find((party) => isParty(actor, party));
  if (!payer)
    throw errors.PAYMENT_METHOD_UNAVAILABLE({ detail: '快捷支付须由缴费人本人发起，请改用其他方式。' });
  const charges = await chargesOf(trx, order);
  if (charges.some(underWay)) return;
  const amount = order.total - order.paid + order.refunded;
  if (amount <= 0) throw errors.ORDER_NOT_OPEN();
  const { office, case_no: caseNo, order_no: orderNo } = order;
  const chargeNo = `${orderNo}C${String(charges.length + 1).padStart(2, '0')}`;
  await tables(trx)
    .insertInto('payment.charge')
    .values({
      office,
      charge_no: chargeNo,
      order_no: orderNo,
      amount,
      status: 'pending',
      payment_no: null,
      reason: null,
      asked_by: actor.accountId,
      asked_by_name: actor.name,
      asked_at: payment.platform.clock.now(),
      answered_at: null,
    })
    .execute();
  const idNumber = payment.platform.cipher.open(payer.id_sealed);
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'bank',
    operation: 'charge',
    messageNo: chargeNo,
    payload: {
      office,
      caseNo,
      orderNo,
      chargeNo,
      method: 'quick',
      amount,
      payer: { name: payer.name, idType: payer.id_type, idNumber },
    },
    caseNo,
  });
}

/** The bank answered: taken, and the money is told of by itself; or not taken, with the reason, and the payer may try again. */
export async function takeChargeAnswer(
  payment: Payment,
  trx: Transaction,
  office: string,
  answer: AnswerTo<'bank', 'charge'>,
): Promise<void> {
  const order = await lockOrder(trx, office, answer.orderNo);
  const asked = (await chargesOf(trx, order)).find((each) => each.charge_no === answer.chargeNo);
  if (asked?.status !== 'pending') return;
  const arrived = (await paymentsOf(trx, order)).some((each) => each.payment_no === answer.paymentNo);
  const accepted = arrived ? 'done' : 'accepted';
  await saveCharge(trx, office, answer.chargeNo, {
    status: answer.status === 'accepted' ? accepted : 'rejected',
    payment_no: answer.paymentNo ?? null,
    reason: answer.reason ?? null,
    answered_at: new Date(answer.answeredAt),
  });
  await pursueEnding(payment, trx, order);
}

/** The bank could not be asked. Whether money moved is not known for certain, but a repeated number moves it once at most. */
export async function takeChargeFailure(
  payment: Payment,
  trx: Transaction,
  office: string,
  charged: { orderNo: string; chargeNo: string },
  text: string,
): Promise<void> {
  const order = await lockOrder(trx, office, charged.orderNo);
  const asked = (await chargesOf(trx, order)).find((each) => each.charge_no === charged.chargeNo);
  if (asked?.status !== 'pending') return;
  const answered_at = payment.platform.clock.now();
  await saveCharge(trx, office, charged.chargeNo, {
    status: 'failed',
    reason: text.slice(0, 500),
    answered_at,
  });
  await pursueEnding(payment, trx, order);
}
