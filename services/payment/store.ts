import { holdCase } from '@hengchan/casework';
import { type Database, Problem, type Transaction } from '@hengchan/platform';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { errors } from './errors.ts';
import type {
  BillRow,
  ChargeRow,
  DeclarationRow,
  LineRow,
  OrderRow,
  PaymentRow,
  PaymentTables,
  ReceiptRow,
  RefundRow,
} from './tables.ts';

export type Order = Selectable<OrderRow>;
export type Line = Selectable<LineRow>;
export type Declaration = Selectable<DeclarationRow>;
export type Receipt = Selectable<ReceiptRow>;
export type PaymentMade = Selectable<PaymentRow>;
export type Charge = Selectable<ChargeRow>;
export type Refund = Selectable<RefundRow>;
export type Bill = Selectable<BillRow>;

export const tables = (database: Database) => database.withTables<PaymentTables>();

/** Order numbers are `JK`, the case number, and which order of the case it is. */
export const officeOfOrder = (orderNo: string) => orderNo.slice(2, 8);

/** Locks the case, then the order: the same way round as every action on the case, so that the two never wait for each other. */
export async function lockOrder(trx: Transaction, office: string, orderNo: string): Promise<Order> {
  const caseNo = /^JK(\d{20})\d{2,}$/.exec(orderNo)?.[1];
  if (caseNo === undefined) throw errors.ORDER_NOT_FOUND();
  await holdCase(trx, caseNo).catch((error: unknown) => {
    throw error instanceof Problem ? errors.ORDER_NOT_FOUND() : error;
  });
  const order = await tables(trx)
    .selectFrom('payment.orders')
    .selectAll()
    .where('office', '=', office)
    .where('order_no', '=', orderNo)
    .forUpdate()
    .executeTakeFirst();
  if (!order) throw errors.ORDER_NOT_FOUND();
  return order;
}

export async function findOrder(
  database: Database,
  office: string,
  orderNo: string,
): Promise<Order | undefined> {
  return tables(database)
    .selectFrom('payment.orders')
    .selectAll()
    .where('office', '=', office)
    .where('order_no', '=', orderNo)
    .executeTakeFirst();
}

/** Orders of a case, the newest first: that is the one that counts. */
export async function ordersOf(database: Database, office: string, caseNo: string): Promise<Order[]> {
  return tables(database)
    .selectFrom('payment.orders')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('sequence', 'desc')
    .execute();
}

type LineShown = Pick<Line, 'code' | 'title' | 'amount' | 'payee' | 'basis' | 'reduction_reason'>;
type ChargeShown = Pick<Charge, 'status' | 'reason'>;

/** The order of a case that counts, with what is shown of its lines and charges in their order. One statement. */
export async function newestOrder(
  database: Database,
  office: string,
  caseNo: string,
): Promise<{ order: Order; lines: LineShown[]; charges: ChargeShown[] } | undefined> {
  const row = await tables(database)
    .selectFrom('payment.orders')
    .selectAll()
    .select([
      sql<LineShown[]>`(
        SELECT coalesce(json_agg(line ORDER BY line.ordinal), '[]') FROM payment.line
        WHERE line.office = payment.orders.office AND line.order_no = payment.orders.order_no)`.as('lines'),
      sql<ChargeShown[]>`(
        SELECT coalesce(json_agg(charge ORDER BY charge.charge_no), '[]') FROM payment.charge
        WHERE charge.office = payment.orders.office AND charge.order_no = payment.orders.order_no)`.as(
        'charges',
      ),
    ])
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { lines, charges, ...order } = row;
  return { order, lines, charges };
}

/** What the standing of a case's money is told from: the order that counts, and all declarations, the newest first, and receipts. One statement. */
export async function moneyOf(
  database: Database,
  office: string,
  caseNo: string,
): Promise<{
  order: Pick<Order, 'total' | 'paid' | 'refunded'> | null;
  declarations: Pick<Declaration, 'declaration_no' | 'status' | 'assessment'>[];
  receipts: Pick<Receipt, 'receipt_no' | 'declaration_no' | 'payer' | 'status' | 'total'>[];
}> {
  const ofCase = (table: string) =>
    sql`FROM ${sql.table(table)} AS each WHERE each.office = ${office} AND each.case_no = ${caseNo}`;
  return tables(database)
    .selectNoFrom([
      sql<Order | null>`(SELECT to_json(each) ${ofCase('payment.orders')} ORDER BY each.sequence DESC LIMIT 1)`.as(
        'order',
      ),
      sql<
        Declaration[]
      >`(SELECT coalesce(json_agg(each ORDER BY each.sequence DESC), '[]') ${ofCase('payment.declaration')})`.as(
        'declarations',
      ),
      sql<
        Receipt[]
      >`(SELECT coalesce(json_agg(each ORDER BY each.receipt_no), '[]') ${ofCase('payment.receipt')})`.as(
        'receipts',
      ),
    ])
    .executeTakeFirstOrThrow();
}

export async function saveOrder(trx: Database, order: Order, changes: Updateable<OrderRow>): Promise<void> {
  await tables(trx)
    .updateTable('payment.orders')
    .set(changes)
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .execute();
  Object.assign(order, changes);
}

export async function linesOf(
  database: Database,
  order: Pick<Order, 'office' | 'order_no'>,
): Promise<Line[]> {
  return tables(database)
    .selectFrom('payment.line')
    .selectAll()
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .orderBy('ordinal')
    .execute();
}

/** Each line has come to where it goes. */
export async function settleLines(trx: Database, order: Order): Promise<void> {
  await tables(trx)
    .updateTable('payment.line')
    .set((line) => ({ settled: line.ref('amount') }))
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .execute();
}

export async function saveLine(trx: Database, line: Line, changes: Updateable<LineRow>): Promise<void> {
  await tables(trx)
    .updateTable('payment.line')
    .set(changes)
    .where('office', '=', line.office)
    .where('order_no', '=', line.order_no)
    .where('line_no', '=', line.line_no)
    .execute();
  Object.assign(line, changes);
}

export async function paymentsOf(
  database: Database,
  order: Pick<Order, 'office' | 'order_no'>,
): Promise<PaymentMade[]> {
  return tables(database)
    .selectFrom('payment.payment')
    .selectAll()
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .orderBy('paid_at')
    .orderBy('payment_no')
    .execute();
}

export async function chargesOf(
  database: Database,
  order: Pick<Order, 'office' | 'order_no'>,
): Promise<Charge[]> {
  return tables(database)
    .selectFrom('payment.charge')
    .selectAll()
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .orderBy('charge_no')
    .execute();
}

export const underWay = (charge: Pick<Charge, 'status'>) =>
  charge.status === 'pending' || charge.status === 'accepted';

export async function saveCharge(
  trx: Database,
  office: string,
  chargeNo: string,
  changes: Updateable<ChargeRow>,
): Promise<void> {
  await tables(trx)
    .updateTable('payment.charge')
    .set(changes)
    .where('office', '=', office)
    .where('charge_no', '=', chargeNo)
    .execute();
}

export async function refundsOf(
  database: Database,
  order: Pick<Order, 'office' | 'order_no'>,
): Promise<Refund[]> {
  return tables(database)
    .selectFrom('payment.refund')
    .selectAll()
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .orderBy('asked_at')
    .orderBy('refund_no')
    .execute();
}

export async function billsOf(
  database: Database,
  order: Pick<Order, 'office' | 'order_no'>,
): Promise<Bill[]> {
  return tables(database)
    .selectFrom('payment.bill')
    .selectAll()
    .where('office', '=', order.office)
    .where('order_no', '=', order.order_no)
    .orderBy('sequence')
    .execute();
}

export async function saveBill(trx: Database, bill: Bill, changes: Updateable<BillRow>): Promise<void> {
  await tables(trx)
    .updateTable('payment.bill')
    .set(changes)
    .where('office', '=', bill.office)
    .where('order_no', '=', bill.order_no)
    .where('sequence', '=', bill.sequence)
    .execute();
}

/** Declarations of a case, the newest first. */
export async function declarationsOf(
  database: Database,
  office: string,
  caseNo: string,
): Promise<Declaration[]> {
  return tables(database)
    .selectFrom('payment.declaration')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('sequence', 'desc')
    .execute();
}

export const inForce = (declaration: Pick<Declaration, 'status'>) =>
  ['declared', 'assessed', 'receipted'].includes(declaration.status);

export async function saveDeclaration(
  trx: Database,
  declaration: Declaration,
  changes: Updateable<DeclarationRow>,
): Promise<void> {
  await tables(trx)
    .updateTable('payment.declaration')
    .set(changes)
    .where('office', '=', declaration.office)
    .where('case_no', '=', declaration.case_no)
    .where('sequence', '=', declaration.sequence)
    .execute();
}

export async function receiptsOf(database: Database, office: string, caseNo: string): Promise<Receipt[]> {
  return tables(database)
    .selectFrom('payment.receipt')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('receipt_no')
    .execute();
}

export async function insertOrder(
  trx: Transaction,
  order: Insertable<OrderRow>,
  lines: readonly Insertable<LineRow>[],
): Promise<Order> {
  const inserted = await tables(trx)
    .insertInto('payment.orders')
    .values(order)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (lines.length > 0)
    await tables(trx)
      .insertInto('payment.line')
      .values([...lines])
      .execute();
  return inserted;
}
