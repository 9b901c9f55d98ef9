import type { Payment, SplitLine } from '@hengchan/exchange/departments';
import type { Static } from 'typebox';
import { Refusal } from '../../house/department.ts';
import { allocate } from './allocate.ts';

export type PaymentMade = Static<typeof Payment>;
type Line = Static<typeof SplitLine>;

export interface Refund {
  refundNo: string;
  amount: number;
  refundedAt: string;
  payments: { paymentNo: string; amount: number }[];
  splits: { lineNo: string; amount: number }[];
}

/** A payment order with everything that happened to it. Money only ever moves through the functions below. */
export interface Order {
  office: string;
  caseNo: string;
  orderNo: string;
  bankOrderNo: string;
  title: string;
  token: string;
  total: number;
  allowPartial: boolean;
  expiresAt: string;
  status: 'open' | 'settled' | 'closed' | 'refunded';
  lines: (Line & { settled: number; refunded: number })[];
  payments: PaymentMade[];
  refunds: Refund[];
  settlementNo?: string;
}

export function paidOf(order: Order): number {
  return order.payments.reduce((sum, payment) => sum + payment.amount, 0);
}

export function refundedOf(order: Order): number {
  return order.payments.reduce((sum, payment) => sum + payment.refunded, 0);
}

/** What is still to pay. Money given back before settlement is owed again. */
export function balanceOf(order: Order): number {
  return order.status === 'open' ? order.total - paidOf(order) + refundedOf(order) : 0;
}

/** Takes a payment. Refuses more than the balance, less than all of it where parts are not allowed, and anything late. */
export function pay(order: Order, payment: Omit<PaymentMade, 'refunded'>): Order {
  const balance = balanceOf(order);
  if (order.status !== 'open') throw new Refusal('ORDER_NOT_OPEN', '缴款单不在待付状态');
  if (payment.paidAt > order.expiresAt) throw new Refusal('ORDER_EXPIRED', '缴款单已过期');
  if (!Number.isSafeInteger(payment.amount) || payment.amount <= 0)
    throw new Refusal('BAD_AMOUNT', '金额有误', 400);
  if (payment.amount > balance) throw new Refusal('MORE_THAN_BALANCE', '支付金额超过未付余额');
  if (!order.allowPartial && payment.amount !== balance) throw new Refusal('MUST_PAY_IN_FULL', '须一笔付清');
  return { ...order, payments: [...order.payments, { ...payment, refunded: 0 }] };
}

/** Once all is paid, every line's money goes to its own account. */
export function settle(order: Order, settlementNo: string): Order {
  if (balanceOf(order) !== 0 || order.status !== 'open') throw new Refusal('NOT_PAID', '尚未付清');
  return {
    ...order,
    status: 'settled',
    settlementNo,
    lines: order.lines.map((line) => ({ ...line, settled: line.amount })),
  };
}

/** Gives money back by the way it came, taken from the accounts in proportion of what they still hold. Never more than was paid. */
export function refund(
  order: Order,
  refundNo: string,
  amount: number,
  refundedAt: string,
): { order: Order; refund: Refund } {
  const left = paidOf(order) - refundedOf(order);
  if (amount > left) throw new Refusal('MORE_THAN_PAID', '退款金额超过可退余额');
  const back = allocate(
    amount,
    order.payments.map((payment) => payment.amount - payment.refunded),
  );
  const taken = order.settlementNo
    ? allocate(
        amount,
        order.lines.map((line) => line.settled - line.refunded),
      )
    : order.lines.map(() => 0);
  const made: Refund = {
    refundNo,
    amount,
    refundedAt,
    payments: order.payments.flatMap(({ paymentNo }, index) =>
      back[index] ? [{ paymentNo, amount: back[index] }] : [],
    ),
    splits: order.lines.flatMap(({ lineNo }, index) =>
      taken[index] ? [{ lineNo, amount: taken[index] }] : [],
    ),
  };
  const changed: Order = {
    ...order,
    payments: order.payments.map((payment, index) => ({
      ...payment,
      refunded: payment.refunded + (back[index] ?? 0),
    })),
    lines: order.lines.map((line, index) => ({ ...line, refunded: line.refunded + (taken[index] ?? 0) })),
    refunds: [...order.refunds, made],
  };
  const empty = amount === left && order.settlementNo !== undefined;
  return { order: empty ? { ...changed, status: 'refunded' } : changed, refund: made };
}
