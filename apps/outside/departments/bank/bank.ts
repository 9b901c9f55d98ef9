import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type Department, type Desk, Refusal } from '../../house/department.ts';
import { keepNotice } from '../notices.ts';
import { cashierPage, takePayment } from './cashier.ts';
import { charge, setAccount } from './charge.ts';
import { acceptPayment, keep, splitsOf, stateOf, taxesOf } from './money.ts';
import { balanceOf, type Order, paidOf, refund, refundedOf } from './order.ts';

export type BankDesk = Desk<'bank'>;

const CounterPayment = Compile(
  Type.Object({
    orderNo: Type.String({ minLength: 1 }),
    amount: Type.Optional(Type.Integer({ minimum: 1 })),
    method: Type.Optional(Type.Enum(['online', 'qr', 'pos', 'ecny'])),
  }),
);

/** 银行支付平台（一卡清）：一张缴款单，一笔或多笔付清，自动分账，原路退款。 */
export function bank(): Department<'bank'> {
  return {
    code: 'bank',
    title: '银行支付平台',
    operations: {
      'create-order': (desk, request) => snapshot(desk, createOrder(desk, request)),
      'query-order': (desk, { orderNo }) => snapshot(desk, orderOf(desk, orderNo)),
      'close-order'(desk, { orderNo }) {
        const order = orderOf(desk, orderNo);
        if (order.status === 'closed') return snapshot(desk, order);
        if (order.status !== 'open' || paidOf(order) > refundedOf(order)) {
          throw new Refusal('MONEY_ON_ORDER', '缴款单已有未退款项，须先退款');
        }
        return snapshot(desk, keep(desk, { ...order, status: 'closed' }));
      },
      charge: (desk, request) =>
        charge(desk, desk.store.get<Order>('order', request.orderNo), request, (order) =>
          acceptPayment(desk, order, request.amount, 'quick'),
        ),
      refund: (desk, request) => giveBack(desk, request),
      notice: keepNotice,
    },
    counter: {
      account: (desk, body) => setAccount(desk as BankDesk, body),
      pay(desk, body) {
        if (!CounterPayment.Check(body)) throw new Refusal('BAD_ORDER', '支付内容有误', 400);
        const order = orderOf(desk as BankDesk, body.orderNo);
        return snapshot(
          desk as BankDesk,
          acceptPayment(desk as BankDesk, order, body.amount ?? balanceOf(order), body.method ?? 'qr'),
        );
      },
    },
    pages: {
      cashier(desk, token, form) {
        const known = (desk as BankDesk).store.get<{ orderNo: string }>('cashier', token);
        if (!known) return { status: 404, json: { code: 'NOT_FOUND' } };
        const order = orderOf(desk as BankDesk, known.orderNo);
        return form ? takePayment(desk as BankDesk, order, form) : cashierPage(order);
      },
    },
  };
}

function orderOf(desk: BankDesk, orderNo: string): Order {
  const order = desk.store.get<Order>('order', orderNo);
  if (!order) throw new Refusal('ORDER_NOT_FOUND', '没有这张缴款单', 404);
  return order;
}

function createOrder(desk: BankDesk, request: RequestTo<'bank', 'create-order'>): Order {
  if (request.lines.reduce((sum, line) => sum + line.amount, 0) !== request.total) {
    throw new Refusal('TOTAL_MISMATCH', '分账合计与缴款总额不符', 400);
  }
  if (new Set(request.lines.map((line) => line.lineNo)).size !== request.lines.length) {
    throw new Refusal('LINE_REPEATED', '分账行号重复', 400);
  }
  const { office, caseNo, orderNo, title, total, allowPartial, expiresAt } = request;
  const known = desk.store.get<Order>('order', orderNo);
  if (known) {
    if (known.total === total && known.caseNo === caseNo) return known;
    throw new Refusal('ORDER_NUMBER_REUSED', '缴款单号已用于另一笔缴款');
  }
  const token = desk.token();
  desk.store.put('cashier', token, { orderNo });
  return keep(desk, {
    office,
    caseNo,
    orderNo,
    bankOrderNo: `YH${String(desk.store.next('order')).padStart(12, '0')}`,
    title,
    token,
    total,
    allowPartial,
    expiresAt: new Date(expiresAt).toISOString(),
    status: 'open',
    lines: request.lines.map((line) => ({ ...line, settled: 0, refunded: 0 })),
    payments: [],
    refunds: [],
  });
}

function giveBack(desk: BankDesk, request: RequestTo<'bank', 'refund'>): AnswerTo<'bank', 'refund'> {
  const order = orderOf(desk, request.orderNo);
  const known = order.refunds.find((each) => each.refundNo === request.refundNo);
  if (known) {
    if (known.amount !== request.amount)
      throw new Refusal('REFUND_NUMBER_REUSED', '退款单号已用于另一笔退款');
    return { ...stateOf(order), ...known };
  }
  const given = refund(order, request.refundNo, request.amount, desk.now().toISOString());
  keep(desk, given.order);
  const result = { ...stateOf(given.order), ...given.refund };
  for (const [declarationNo, refundedTotal] of taxesOf(given.order, (line) => line.refunded)) {
    desk.tell(
      'tax',
      'refunded',
      { declarationNo, refundedTotal, refundNo: request.refundNo },
      { message: desk.token(), ordering: `tax/${order.orderNo}` },
    );
  }
  desk.callBack('refunded', result, { message: desk.token(), ordering: order.orderNo });
  return result;
}

function snapshot(desk: BankDesk, order: Order): AnswerTo<'bank', 'create-order'> {
  const cashierUrl = `${desk.publicUrl()}/cashier/${order.token}`;
  return {
    ...stateOf(order),
    cashierUrl,
    qrContent: cashierUrl,
    payments: order.payments,
    splits: splitsOf(order),
  };
}
