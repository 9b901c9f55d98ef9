import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import { splitFen } from '@hengchan/standards';
import { type Desk, Refusal, type Work } from './desk.ts';
import type { Tax } from './tax.ts';

type Asked = RequestTo<'bank', 'create-order'>;
type Snapshot = AnswerTo<'bank', 'query-order'>;
type Payment = Snapshot['payments'][number];

export interface BankOrder {
  asked: Asked;
  bankOrderNo: string;
  status: Snapshot['status'];
  payments: Payment[];
  lines: (Asked['lines'][number] & { settled: number; refunded: number })[];
  refunds: Map<string, RequestTo<'bank', 'refunded'>>;
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
export const paidOf = (order: BankOrder) => sum(order.payments.map((each) => each.amount));
export const refundedOf = (order: BankOrder) => sum(order.payments.map((each) => each.refunded));
export const balanceOf = (order: BankOrder) =>
  order.status === 'open' ? order.asked.total - paidOf(order) + refundedOf(order) : 0;

/** The bank: one order, paid in one or several parts, split when complete, given back by the way it came. */
export function makeBank(desk: Desk, tax: Tax) {
  const orders = new Map<string, BankOrder>();
  /** How the payer's own account behaves when it is charged. */
  let rejects = (): boolean => false;
  const find = (orderNo: string): BankOrder => {
    const found = orders.get(orderNo);
    if (!found) throw new Refusal('没有这张缴款单', 404);
    return found;
  };

  function create(asked: Asked): Snapshot {
    const known = orders.get(asked.orderNo);
    const order = known ?? {
      asked,
      bankOrderNo: `YH${desk.next('order')}`,
      status: 'open',
      payments: [],
      lines: asked.lines.map((line) => ({ ...line, settled: 0, refunded: 0 })),
      refunds: new Map(),
    };
    orders.set(asked.orderNo, order);
    return snapshotOf(order);
  }

  /** Money arrives; the last of it settles the order. Returns the number of the payment. */
  function pay(order: BankOrder, amount: number, method: Payment['method']): string {
    if (order.status !== 'open' || amount > balanceOf(order) || amount <= 0) throw new Refusal('不能支付');
    const paidAt = desk.now().toISOString();
    const payment: Payment = {
      paymentNo: `ZF${desk.next('payment')}`,
      method,
      amount,
      paidAt,
      refunded: 0,
    };
    order.payments.push(payment);
    desk.callBack('bank', 'paid', { ...stateOf(order), payment });
    if (balanceOf(order) > 0) return payment.paymentNo;
    order.status = 'settled';
    for (const line of order.lines) line.settled = line.amount;
    for (const [declarationNo, total] of taxesOf(order, (line) => line.settled))
      tax.settle(declarationNo, total);
    const { payments, splits } = snapshotOf(order);
    const settlementNo = `JS${desk.next('settlement')}`;
    desk.callBack('bank', 'settled', {
      ...stateOf(order),
      settlementNo,
      settledAt: paidAt,
      payments,
      splits,
    });
    return payment.paymentNo;
  }

  function charge({ orderNo, chargeNo, amount }: RequestTo<'bank', 'charge'>): AnswerTo<'bank', 'charge'> {
    const answer = { orderNo, chargeNo, amount, answeredAt: desk.now().toISOString() };
    const order = orders.get(orderNo);
    if (order?.status !== 'open' || amount > balanceOf(order) || rejects())
      return { ...answer, status: 'rejected', reason: '账户余额不足' };
    return { ...answer, status: 'accepted', paymentNo: pay(order, amount, 'quick') };
  }

  function close({ orderNo }: RequestTo<'bank', 'close-order'>): Snapshot {
    const order = find(orderNo);
    if (order.status === 'open' && paidOf(order) === refundedOf(order)) order.status = 'closed';
    if (order.status !== 'closed') throw new Refusal('缴款单已有未退款项，须先退款');
    return snapshotOf(order);
  }

  function refund({ orderNo, refundNo, amount }: RequestTo<'bank', 'refund'>) {
    const order = find(orderNo);
    const known = order.refunds.get(refundNo);
    if (known) return known;
    if (amount > paidOf(order) - refundedOf(order)) throw new Refusal('退款金额超过可退余额');
    const settled = order.status === 'settled';
    const back = splitFen(
      amount,
      order.payments.map((each) => each.amount - each.refunded),
    );
    const taken = settled
      ? splitFen(
          amount,
          order.lines.map((line) => line.settled - line.refunded),
        )
      : [];
    const payments = order.payments.flatMap((each, index) => {
      const part = back[index] ?? 0;
      each.refunded += part;
      return part > 0 ? [{ paymentNo: each.paymentNo, amount: part }] : [];
    });
    const splits = order.lines.flatMap((line, index) => {
      const part = taken[index] ?? 0;
      line.refunded += part;
      return part > 0 ? [{ lineNo: line.lineNo, amount: part }] : [];
    });
    if (settled && paidOf(order) === refundedOf(order)) order.status = 'refunded';
    for (const [declarationNo, total] of taxesOf(order, (line) => line.refunded))
      tax.unwind(declarationNo, total);
    const refundedAt = desk.now().toISOString();
    const result = { ...stateOf(order), refundNo, amount, refundedAt, payments, splits };
    order.refunds.set(refundNo, result);
    desk.callBack('bank', 'refunded', result);
    return result;
  }

  return {
    orders,
    pay,
    setRejects(chosen: () => boolean) {
      rejects = chosen;
    },
    works: {
      'bank/create-order': create,
      'bank/query-order': ({ orderNo }: { orderNo: string }) => snapshotOf(find(orderNo)),
      'bank/close-order': close,
      'bank/charge': charge,
      'bank/refund': refund,
    } as Record<string, Work>,
  };
}

function stateOf(order: BankOrder) {
  const { office, caseNo, orderNo, total } = order.asked;
  return {
    office,
    caseNo,
    orderNo,
    bankOrderNo: order.bankOrderNo,
    status: order.status,
    total,
    paid: paidOf(order),
    refunded: refundedOf(order),
    balance: balanceOf(order),
  };
}

function snapshotOf(order: BankOrder): Snapshot {
  const cashierUrl = `http://bank.town/cashier/${order.asked.orderNo}`;
  return structuredClone({
    ...stateOf(order),
    cashierUrl,
    qrContent: cashierUrl,
    payments: order.payments,
    splits: order.lines.map(({ lineNo, account, reference, settled, refunded }) => ({
      lineNo,
      account,
      reference,
      amount: settled,
      refunded,
    })),
  });
}

/** Sums of the tax lines by declaration, where there is any. */
function taxesOf(order: BankOrder, amountOf: (line: BankOrder['lines'][number]) => number) {
  const sums = new Map<string, number>();
  for (const line of order.lines) {
    const amount = amountOf(line);
    if (line.account === 'tax' && amount > 0)
      sums.set(line.reference, (sums.get(line.reference) ?? 0) + amount);
  }
  return sums;
}
