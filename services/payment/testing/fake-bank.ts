import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import { splitFen } from '@hengchan/standards';

type Order = RequestTo<'bank', 'create-order'>;
type Snapshot = AnswerTo<'bank', 'query-order'>;
type RefundResult = RequestTo<'bank', 'refunded'>;
type Method = Snapshot['payments'][number]['method'];

export type BankCallback =
  | { operation: 'paid'; payload: RequestTo<'bank', 'paid'> }
  | { operation: 'settled'; payload: RequestTo<'bank', 'settled'> }
  | { operation: 'refunded'; payload: RefundResult };

export class BankRefusal extends Error {}

/** A bank of the tests' own, written from the protocol: what it would tell is kept in `callbacks`, for the test to deliver as it likes. */
export class FakeBank {
  readonly callbacks: BankCallback[] = [];
  readonly orders = new Map<string, FakeOrder>();
  /** Reason for which charges are not made. */
  rejects: string | undefined;
  #number = 0;
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  number(): string {
    this.#number += 1;
    return String(this.#number).padStart(10, '0');
  }

  create(order: Order): Snapshot {
    const known = this.orders.get(order.orderNo) ?? new FakeOrder(order, `YH${this.number()}`);
    this.orders.set(order.orderNo, known);
    return known.snapshot();
  }

  order(orderNo: string): FakeOrder {
    const order = this.orders.get(orderNo);
    if (!order) throw new BankRefusal('没有这张缴款单');
    return order;
  }

  close(orderNo: string): Snapshot {
    const order = this.order(orderNo);
    if (order.status === 'open' && order.paid === order.refunded) order.status = 'closed';
    if (order.status !== 'closed') throw new BankRefusal('缴款单已有未退款项');
    return order.snapshot();
  }

  pay(orderNo: string, amount = this.order(orderNo).balance, method: Method = 'qr'): string {
    const order = this.order(orderNo);
    if (order.status !== 'open' || amount > order.balance) throw new BankRefusal('不能支付');
    const at = this.#now().toISOString();
    const payment = { paymentNo: `ZF${this.number()}`, method, amount, paidAt: at, refunded: 0 };
    order.payments.push(payment);
    this.callbacks.push({ operation: 'paid', payload: { ...order.state(), payment: { ...payment } } });
    if (order.balance === 0) {
      order.status = 'settled';
      const settlementNo = `JS${this.number()}`;
      const { payments, splits } = order.snapshot();
      this.callbacks.push({
        operation: 'settled',
        payload: { ...order.state(), settlementNo, settledAt: at, payments, splits },
      });
    }
    return payment.paymentNo;
  }

  charge(request: RequestTo<'bank', 'charge'>): AnswerTo<'bank', 'charge'> {
    const { orderNo, chargeNo, amount } = request;
    const answer = { orderNo, chargeNo, amount, answeredAt: this.#now().toISOString() };
    const tooMuch = this.order(orderNo).status !== 'open' || amount > this.order(orderNo).balance;
    const reason = this.rejects ?? (tooMuch ? '扣款金额超过未付余额' : undefined);
    if (reason !== undefined) return { ...answer, status: 'rejected', reason };
    return { ...answer, status: 'accepted', paymentNo: this.pay(orderNo, amount, 'quick') };
  }

  refund(request: { orderNo: string; refundNo: string; amount: number }): RefundResult {
    const { orderNo, refundNo, amount } = request;
    const order = this.order(orderNo);
    if (amount > order.paid - order.refunded) throw new BankRefusal('退款金额超过可退余额');
    const back = splitFen(
      amount,
      order.payments.map((each) => each.amount - each.refunded),
    );
    const settled = order.status !== 'open';
    const taken = settled
      ? splitFen(
          amount,
          order.lines.map((each) => each.amount - each.refunded),
        )
      : [];
    const payments = order.payments.flatMap((each, index) => {
      each.refunded += back[index] ?? 0;
      return back[index] ? [{ paymentNo: each.paymentNo, amount: back[index] }] : [];
    });
    const splits = order.lines.flatMap((each, index) => {
      each.refunded += taken[index] ?? 0;
      return taken[index] ? [{ lineNo: each.lineNo, amount: taken[index] }] : [];
    });
    if (settled && order.paid === order.refunded) order.status = 'refunded';
    const result = {
      ...order.state(),
      refundNo,
      amount,
      refundedAt: this.#now().toISOString(),
      payments,
      splits,
    };
    this.callbacks.push({ operation: 'refunded', payload: structuredClone(result) });
    return result;
  }
}

class FakeOrder {
  status: Snapshot['status'] = 'open';
  readonly payments: Snapshot['payments'] = [];
  readonly lines: (Order['lines'][number] & { refunded: number })[];
  readonly #order: Order;
  readonly #bankOrderNo: string;

  constructor(order: Order, bankOrderNo: string) {
    this.#order = order;
    this.#bankOrderNo = bankOrderNo;
    this.lines = order.lines.map((line) => ({ ...line, refunded: 0 }));
  }

  get paid(): number {
    return this.payments.reduce((sum, each) => sum + each.amount, 0);
  }
  get refunded(): number {
    return this.payments.reduce((sum, each) => sum + each.refunded, 0);
  }
  get balance(): number {
    return this.status === 'open' ? this.#order.total - this.paid + this.refunded : 0;
  }

  state() {
    const { office, caseNo, orderNo, total } = this.#order;
    const { status, paid, refunded, balance } = this;
    return {
      office,
      caseNo,
      orderNo,
      bankOrderNo: this.#bankOrderNo,
      status,
      total,
      paid,
      refunded,
      balance,
    };
  }

  snapshot(): Snapshot {
    const cashierUrl = `http://bank.test/cashier/${this.#order.orderNo}`;
    const settled = this.status === 'settled' || this.status === 'refunded';
    const splits = this.lines.map(({ lineNo, account, reference, amount, refunded }) => ({
      lineNo,
      account,
      reference,
      amount: settled ? amount : 0,
      refunded,
    }));
    return structuredClone({
      ...this.state(),
      cashierUrl,
      qrContent: cashierUrl,
      payments: this.payments,
      splits,
    });
  }
}
