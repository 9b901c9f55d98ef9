import { type Actor, type Database, readCursor, writeCursor } from '@hengchan/platform';
import { sql } from 'kysely';
import { errors } from './errors.ts';
import type { Payment } from './payment.ts';
import type { OrderSummary, OrderView } from './schema.ts';
import {
  billsOf,
  type Charge,
  chargesOf,
  findOrder,
  linesOf,
  type Order,
  officeOfOrder,
  paymentsOf,
  receiptsOf,
  refundsOf,
  tables,
} from './store.ts';
import {
  billTitles,
  chargeTitles,
  methodTitles,
  receiptKinds,
  receiptTitles,
  refundTitles,
  statusOf,
} from './words.ts';

export interface PaymentSearch {
  caseNo?: string;
  /** Order number, case number, or part of a payer's name. */
  q?: string;
  status?: Order['status'];
  office?: string;
  /** Only orders where something does not agree with the bank. */
  fault?: boolean;
  cursor?: string;
  limit?: number;
}

/** Orders, newest first: staff see those of their offices, everybody else those of cases they are a party of. */
export async function searchPayments(
  payment: Payment,
  actor: Actor,
  search: PaymentSearch,
): Promise<{ items: OrderSummary[]; nextCursor?: string }> {
  const { access, audit, clock, database } = payment.platform;
  access.require(actor, 'payment.read', search.office === undefined ? {} : { office: search.office });
  const after = readCursor(search.cursor, ['moment', 'text']);
  const limit = search.limit ?? 20;
  let query = tables(database)
    .selectFrom('payment.orders as o')
    .selectAll('o')
    .where(visibleTo(payment, actor));
  if (search.office) query = query.where('o.office', '=', search.office);
  if (search.caseNo) query = query.where('o.case_no', '=', search.caseNo);
  if (search.status) query = query.where('o.status', '=', search.status);
  if (search.fault) query = query.where('o.fault', 'is not', null);
  if (search.q) {
    const q = search.q.trim();
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((where) =>
      where.or([where('o.order_no', '=', q), where('o.case_no', '=', q), where('o.payer', 'like', like)]),
    );
  }
  if (after) {
    query = query.where(sql<boolean>`(o.created_at, o.order_no) < (${after[0]}, ${after[1]})`);
  }
  const rows = await query
    .orderBy('o.created_at', 'desc')
    .orderBy('o.order_no', 'desc')
    .limit(limit + 1)
    .execute();
  const items: OrderSummary[] = [];
  for (const row of rows.slice(0, limit))
    items.push(summaryOf(row, await chargesOf(database, row), clock.now()));
  const { cursor: _cursor, limit: _limit, ...conditions } = search;
  await audit.recordRead(database, actor, {
    resource: 'payment',
    conditions,
    count: items.length,
    ...(search.office === undefined ? {} : { office: search.office }),
  });
  const last = rows[limit - 1];
  return {
    items,
    ...(rows.length > limit && last
      ? { nextCursor: writeCursor([last.created_at.toISOString(), last.order_no]) }
      : {}),
  };
}

/** One order with everything that happened to it. Throws ORDER_NOT_FOUND also where the actor has no business with it. */
export async function readPayment(payment: Payment, actor: Actor, orderNo: string): Promise<OrderView> {
  const { access, audit, clock, database } = payment.platform;
  access.require(actor, 'payment.read');
  const office = officeOfOrder(orderNo);
  const order = await tables(database)
    .selectFrom('payment.orders as o')
    .selectAll('o')
    .where('o.office', '=', office)
    .where('o.order_no', '=', orderNo)
    .where(visibleTo(payment, actor))
    .executeTakeFirst();
  if (!order) throw errors.ORDER_NOT_FOUND();
  await audit.recordRead(database, actor, {
    resource: 'payment',
    conditions: {},
    count: 1,
    subject: orderNo,
    office,
  });
  return orderView(database, order, clock.now());
}

/** The order as it now stands, for an answer to somebody who has just changed it. */
export async function currentView(payment: Payment, orderNo: string): Promise<OrderView> {
  const order = await findOrder(payment.platform.database, officeOfOrder(orderNo), orderNo);
  if (!order) throw errors.ORDER_NOT_FOUND();
  return orderView(payment.platform.database, order, payment.platform.clock.now());
}

function visibleTo({ platform }: Payment, actor: Actor) {
  if (actor.kind === 'staff' || actor.kind === 'system') {
    const offices = platform.access.officesWith(actor, 'payment.read');
    return offices.includes('*')
      ? sql<boolean>`true`
      : sql<boolean>`o.office = ANY (${[...offices]}::text[])`;
  }
  const indexes = [actor.idIndex, actor.organisation?.idIndex].filter((index) => index !== undefined);
  return sql<boolean>`(EXISTS (SELECT FROM casework.party AS p WHERE p.office = o.office AND p.case_no = o.case_no
      AND p.id_index = ANY (${indexes}::text[]))
    OR EXISTS (SELECT FROM casework.cases AS c WHERE c.office = o.office AND c.no = o.case_no AND c.opened_by = ${actor.accountId}))`;
}

function summaryOf(order: Order, charges: readonly Charge[], now: Date): OrderSummary {
  return {
    orderNo: order.order_no,
    office: order.office,
    caseNo: order.case_no,
    title: order.title,
    payer: order.payer,
    ...statusOf(order, charges, now),
    total: order.total,
    tax: order.tax,
    fee: order.fee,
    paid: order.paid,
    refunded: order.refunded,
    createdAt: order.created_at.toISOString(),
    ...(order.settled_at === null ? {} : { settledAt: order.settled_at.toISOString() }),
    ...(order.fault === null ? {} : { fault: order.fault }),
  };
}

async function orderView(database: Database, order: Order, now: Date): Promise<OrderView> {
  const charges = await chargesOf(database, order);
  const receipts = await receiptsOf(database, order.office, order.case_no);
  return {
    ...summaryOf(order, charges, now),
    ...(order.bank_order_no === null ? {} : { bankOrderNo: order.bank_order_no }),
    ...(order.cashier_url === null || order.status !== 'open' ? {} : { cashierUrl: order.cashier_url }),
    expiresAt: order.expires_at.toISOString(),
    refundable: order.paid - order.refund_requested,
    lines: (await linesOf(database, order)).map((line) => ({
      lineNo: line.line_no,
      account: line.account,
      code: line.code,
      title: line.title,
      payee: line.payee,
      basis: line.basis,
      amount: line.amount,
      reduction: line.reduction,
      ...(line.reduction_reason === null ? {} : { reductionReason: line.reduction_reason }),
      settled: line.settled,
      refunded: line.refunded,
    })),
    payments: (await paymentsOf(database, order)).map((made) => ({
      paymentNo: made.payment_no,
      method: made.method,
      methodTitle: methodTitles[made.method] ?? made.method,
      amount: made.amount,
      refunded: made.refunded,
      paidAt: made.paid_at.toISOString(),
    })),
    charges: charges.map((charge) => ({
      chargeNo: charge.charge_no,
      amount: charge.amount,
      status: charge.status,
      statusTitle: chargeTitles[charge.status],
      ...(charge.reason === null ? {} : { reason: charge.reason }),
      at: charge.asked_at.toISOString(),
    })),
    refunds: (await refundsOf(database, order)).map((refund) => ({
      refundNo: refund.refund_no,
      amount: refund.amount,
      reason: refund.reason,
      status: refund.status,
      statusTitle: refundTitles[refund.status],
      by: refund.asked_by_name,
      at: refund.asked_at.toISOString(),
      ...(refund.done_at === null ? {} : { doneAt: refund.done_at.toISOString() }),
      ...(refund.failure === null ? {} : { failure: refund.failure }),
    })),
    receipts: receipts.map((receipt) => ({
      receiptNo: receipt.receipt_no,
      kind: receipt.kind,
      kindTitle: receiptKinds[receipt.kind],
      payer: receipt.payer === 'buyer' ? '买方' : '卖方',
      total: receipt.total,
      status: receipt.status,
      statusTitle: receiptTitles[receipt.status],
      issuedAt: receipt.issued_at.toISOString(),
    })),
    bills: (await billsOf(database, order)).map((bill) => ({
      ...(bill.bill_code === null ? {} : { billCode: bill.bill_code }),
      ...(bill.bill_no === null ? {} : { billNo: bill.bill_no }),
      ...(bill.check_code === null ? {} : { checkCode: bill.check_code }),
      amount: bill.amount,
      status: bill.status,
      statusTitle: billTitles[bill.status],
    })),
  };
}
