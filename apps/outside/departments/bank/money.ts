import type { BankDesk } from './bank.ts';
import { balanceOf, type Order, type PaymentMade, paidOf, pay, refundedOf, settle } from './order.ts';

export function keep(desk: BankDesk, order: Order): Order {
  desk.store.put('order', order.orderNo, order);
  return order;
}

/** Takes the payer's money and, when it was the last of it, divides it and tells everybody concerned. */
export function acceptPayment(
  desk: BankDesk,
  order: Order,
  amount: number,
  method: PaymentMade['method'],
): Order {
  const paidAt = desk.now().toISOString();
  const paymentNo = `ZF${String(desk.store.next('payment')).padStart(12, '0')}`;
  let changed = pay(order, { paymentNo, method, amount, paidAt });
  const payment = changed.payments.at(-1) as PaymentMade;
  desk.callBack('paid', { ...stateOf(changed), payment }, { message: desk.token(), ordering: order.orderNo });
  if (balanceOf(changed) > 0) return keep(desk, changed);
  changed = settle(changed, `JS${String(desk.store.next('settlement')).padStart(12, '0')}`);
  for (const [declarationNo, taxed] of taxesOf(changed, (line) => line.settled)) {
    const settlementNo = changed.settlementNo ?? '';
    desk.tell(
      'tax',
      'settled',
      { declarationNo, amount: taxed, settlementNo },
      { message: desk.token(), ordering: `tax/${order.orderNo}` },
    );
  }
  const { settlementNo = '', payments } = changed;
  desk.callBack(
    'settled',
    { ...stateOf(changed), settlementNo, settledAt: paidAt, payments, splits: splitsOf(changed) },
    { message: desk.token(), ordering: order.orderNo },
  );
  return keep(desk, changed);
}

/** Sums of the tax lines by declaration, where there is any. */
export function taxesOf(
  order: Order,
  amountOf: (line: Order['lines'][number]) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of order.lines) {
    if (line.account === 'tax' && amountOf(line) > 0)
      sums.set(line.reference, (sums.get(line.reference) ?? 0) + amountOf(line));
  }
  return sums;
}

export function stateOf(order: Order) {
  const { office, caseNo, orderNo, bankOrderNo, status, total } = order;
  return {
    office,
    caseNo,
    orderNo,
    bankOrderNo,
    status,
    total,
    paid: paidOf(order),
    refunded: refundedOf(order),
    balance: balanceOf(order),
  };
}

export function splitsOf(order: Order) {
  return order.lines.map(({ lineNo, account, reference, settled, refunded }) => ({
    lineNo,
    account,
    reference,
    amount: settled,
    refunded,
  }));
}
