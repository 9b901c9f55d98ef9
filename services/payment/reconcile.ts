import { type Actor, type Database, platformErrors } from '@hengchan/platform';
import { endOfShanghaiDay, formatYuan, isDateText, startOfShanghaiDay } from '@hengchan/standards';
import { sql } from 'kysely';
import { askBank } from './chase.ts';
import type { Payment } from './payment.ts';
import type { Reconciliation } from './schema.ts';
import { type Order, tables } from './store.ts';
import { methodTitles } from './words.ts';

/** Orders asked about in one go; a day with more is reconciled without asking. */
const mostAsked = 200;

type Difference = Reconciliation['differences'][number];

/**
 * A day of one office: orders opened, money received by each way, settled and split, given back, and whatever does not agree.
 * With `ask` the bank is asked about every order of the day, and news that was lost on the way is taken.
 * Throws FORBIDDEN, INVALID_REQUEST. Rows REG-PAY-01, ONL-CLR-01, ONL-CLR-09.
 */
export async function reconcile(
  payment: Payment,
  actor: Actor,
  request: { office: string; day: string; ask?: boolean },
): Promise<Reconciliation> {
  const { office, day } = request;
  const { access, audit, database } = payment.platform;
  access.require(actor, 'payment.reconcile', { office });
  if (!isDateText(day))
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/day', message: '日期应为 YYYY-MM-DD' }] });
  const from = startOfShanghaiDay(day);
  const to = endOfShanghaiDay(day);
  const before = await ordersOfDay(database, office, from, to);
  const asked = request.ask === true && before.length <= mostAsked;
  const differences: Difference[] = [];
  if (asked) for (const order of before) differences.push(...(await compareWithBank(payment, order)));
  const orders = asked ? await ordersOfDay(database, office, from, to) : before;
  for (const order of orders)
    differences.push(...(await ownDifferences(database, order, payment.platform.clock.now())));
  await audit.recordRead(database, actor, {
    resource: 'payment',
    conditions: { day, asked },
    count: orders.length,
    office,
  });
  return { office, day, ...(await sums(database, office, from, to)), differences, asked };
}

/** Orders something happened to on the day. */
async function ordersOfDay(database: Database, office: string, from: Date, to: Date): Promise<Order[]> {
  return tables(database)
    .selectFrom('payment.orders as o')
    .selectAll('o')
    .where('o.office', '=', office)
    .where(
      sql<boolean>`(o.created_at BETWEEN ${from} AND ${to} OR o.settled_at BETWEEN ${from} AND ${to}
        OR EXISTS (SELECT FROM payment.payment AS p WHERE p.office = o.office AND p.order_no = o.order_no AND p.paid_at BETWEEN ${from} AND ${to})
        OR EXISTS (SELECT FROM payment.refund AS r WHERE r.office = o.office AND r.order_no = o.order_no
          AND (r.done_at BETWEEN ${from} AND ${to} OR r.asked_at BETWEEN ${from} AND ${to})))`,
    )
    .orderBy('o.order_no')
    .execute();
}

async function compareWithBank(payment: Payment, order: Order): Promise<Difference[]> {
  if (order.bank_order_no === null) return [];
  const about = { orderNo: order.order_no, caseNo: order.case_no };
  const bank = await askBank(payment, order);
  if (!bank) return [{ ...about, kind: 'not-answered', title: '银行未答复，未能核对' }];
  const found: Difference[] = [];
  const compare = (kind: string, title: string, ours: number, theirs: number) => {
    if (ours !== theirs) found.push({ ...about, kind, title, ours, bank: theirs });
  };
  compare('total', '应缴金额与银行不符', order.total, bank.total);
  compare('paid', '到账金额与银行不符（已按银行记录补记）', order.paid, bank.paid);
  compare('refunded', '退款金额与银行不符（已按银行记录补记）', order.refunded, bank.refunded);
  return found;
}

async function ownDifferences(database: Database, order: Order, now: Date): Promise<Difference[]> {
  const row = await tables(database)
    .selectNoFrom([
      sql<number>`(SELECT COALESCE(sum(amount), 0)::float8 FROM payment.payment AS p
        WHERE p.office = ${order.office} AND p.order_no = ${order.order_no})`.as('arrived'),
      sql<number>`(SELECT COALESCE(sum(settled), 0)::float8 FROM payment.line AS l
        WHERE l.office = ${order.office} AND l.order_no = ${order.order_no})`.as('settled'),
      sql<number>`(SELECT COALESCE(sum(refunded), 0)::float8 FROM payment.line AS l
        WHERE l.office = ${order.office} AND l.order_no = ${order.order_no})`.as('returned'),
      sql<boolean>`EXISTS (SELECT FROM payment.bill AS b
        WHERE b.office = ${order.office} AND b.order_no = ${order.order_no} AND b.status <> 'issued' AND b.status <> 'void')`.as(
        'billing',
      ),
    ])
    .executeTakeFirstOrThrow();
  const about = { orderNo: order.order_no, caseNo: order.case_no };
  const found: Difference[] = [];
  const say = (kind: string, title: string, amounts: { ours?: number; bank?: number } = {}) =>
    found.push({ ...about, kind, title, ...amounts });
  if (order.fault !== null) say('fault', order.fault);
  if (row.arrived !== order.paid)
    say('payments', '逐笔到账合计与到账总额不符', { ours: row.arrived, bank: order.paid });
  if (order.settled_at !== null && row.settled !== order.total)
    say('split', '分账合计与应缴金额不符', { ours: order.total, bank: row.settled });
  if (order.status === 'open' && order.paid - order.refunded >= order.total)
    say('unsettled', '已付足但未收到清分结果');
  if (order.settled_at !== null && row.returned !== order.refunded)
    say('refund-split', '退款分账合计与退款总额不符', { ours: row.returned, bank: order.refunded });
  if (order.refund_requested > order.refunded)
    say('refunding', `退款 ${formatYuan(order.refund_requested - order.refunded)} 元尚未到账`);
  if (row.billing) say('bill', '非税电子票据尚未开具或冲红');
  if (
    order.status === 'open' &&
    order.ending === null &&
    order.paid > order.refunded &&
    order.expires_at <= now
  )
    say('expired', '缴款单过期但已有部分到账');
  return found;
}

async function sums(database: Database, office: string, from: Date, to: Date) {
  const db = tables(database);
  const count = sql<number>`count(*)::float8`.as('count');
  const sum = (column: string) => sql<number>`COALESCE(sum(${sql.ref(column)}), 0)::float8`;
  const orders = await db
    .selectFrom('payment.orders')
    .select([count, sum('total').as('amount')])
    .where('office', '=', office)
    .where('created_at', '>=', from)
    .where('created_at', '<=', to)
    .executeTakeFirstOrThrow();
  const byMethod = await db
    .selectFrom('payment.payment')
    .select(['method', count, sum('amount').as('amount')])
    .where('office', '=', office)
    .where('paid_at', '>=', from)
    .where('paid_at', '<=', to)
    .groupBy('method')
    .orderBy('method')
    .execute();
  const settled = await db
    .selectFrom('payment.orders')
    .select([count, sum('total').as('amount'), sum('tax').as('tax'), sum('fee').as('fee')])
    .where('office', '=', office)
    .where('total', '>', 0)
    .where('settled_at', '>=', from)
    .where('settled_at', '<=', to)
    .executeTakeFirstOrThrow();
  const refunds = await db
    .selectFrom('payment.refund')
    .select([count, sum('amount').as('amount')])
    .where('office', '=', office)
    .where('done_at', '>=', from)
    .where('done_at', '<=', to)
    .executeTakeFirstOrThrow();
  return {
    orders,
    received: {
      count: byMethod.reduce((total, each) => total + each.count, 0),
      amount: byMethod.reduce((total, each) => total + each.amount, 0),
    },
    byMethod: byMethod.map((each) => ({ ...each, title: methodTitles[each.method] ?? each.method })),
    settled,
    refunds,
  };
}

/**
 * The same to take away, first a line that says who took it and when. Throws EXPORT_NEEDS_CONSENT for more rows than anybody may take
 * alone. Rows SEC-LEK-01, SEC-LEK-02.
 */
export async function takeReconciliation(
  { platform }: Payment,
  actor: Actor,
  day: Reconciliation,
  approval: string | undefined,
): Promise<string> {
  const watermark = await platform.exports.take(actor, {
    resource: 'payment',
    title: '日对账',
    rows: day.differences.length,
    approval,
    office: day.office,
    conditions: { day: day.day },
  });
  return reconciliationCsv(day, watermark);
}

/** The same as a table for a spreadsheet, amounts in yuan. Fields that a spreadsheet would take for a formula are quoted as text. */
export function reconciliationCsv(day: Reconciliation, watermark?: string): string {
  const yuan = (fen: number | undefined) => (fen === undefined ? '' : formatYuan(fen, { grouping: false }));
  const rows: (string | number)[][] = [
    ...(watermark === undefined ? [] : [[watermark]]),
    ['项目', '笔数', '金额（元）', '说明'],
    ['开单', day.orders.count, yuan(day.orders.amount), ''],
    ...day.byMethod.map((each) => ['到账', each.count, yuan(each.amount), each.title]),
    ['到账合计', day.received.count, yuan(day.received.amount), ''],
    [
      '清分',
      day.settled.count,
      yuan(day.settled.amount),
      `税款 ${yuan(day.settled.tax)}，登记费 ${yuan(day.settled.fee)}`,
    ],
    ['退款', day.refunds.count, yuan(day.refunds.amount), ''],
    ['差异', day.differences.length, '', day.asked ? '已与银行逐笔核对' : '未与银行逐笔核对'],
    [],
    ['缴款单号', '受理编号', '差异', '本系统（元）', '银行（元）'],
    ...day.differences.map((each) => [
      each.orderNo,
      each.caseNo,
      each.title,
      yuan(each.ours),
      yuan(each.bank),
    ]),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
