import { type CaseRecord, type StepContext, signalCase } from '@hengchan/casework';
import { enqueue } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { addFen, endOfShanghaiDay, formatYuan, toShanghaiDate } from '@hengchan/standards';
import type { Insertable } from 'kysely';
import { endOrder } from './close.ts';
import { feeFactsOf } from './fees/fee-facts.ts';
import { type BilledFee, feesFor } from './fees/fee-for.ts';
import type { Payment } from './payment.ts';
import {
  type Declaration,
  declarationsOf,
  inForce,
  insertOrder,
  type Line,
  linesOf,
  type Order,
  ordersOf,
} from './store.ts';
import type { LineRow } from './tables.ts';
import { taxSubjectOf } from './tax-subject.ts';

/** Days an order can be paid, unless the tax bureau gives longer. */
const daysToPay = 30;

type NewLine = Omit<Insertable<LineRow>, 'office' | 'order_no' | 'line_no' | 'ordinal'>;

/**
 * Opens the one order for the taxes and the fee of a case. Returns `nothing` when nothing is owed, which is kept as a settled order of zero.
 * An order with the same lines is used again; an unpaid one with other lines is closed first, and money on it goes back.
 * Throws when taxes were not assessed yet, or when another sum was already settled. Rows ONL-CLR-03, REG-PAY-04.
 */
export async function openPayment(
  payment: Payment,
  trx: Transaction,
  { record, definition, tokenId }: StepContext,
): Promise<string | undefined> {
  const { office, no } = record.case;
  const today = toShanghaiDate(payment.platform.clock.now());
  const declaration = (await declarationsOf(trx, office, no)).find(inForce);
  if (definition.taxed && !declaration?.assessment)
    throw new Error(`taxes of case ${no} were not assessed yet`);
  const fees = definition.fee
    ? feesFor(definition.fee, await feeFactsOf(trx, record, definition, today))
    : [];
  const wanted = [...taxLines(declaration), ...fees.map((fee) => feeLine(fee, no))];
  const orders = await ordersOf(trx, office, no);
  const current = orders.find(
    (each) => each.ending === null && (each.status === 'open' || each.status === 'settled'),
  );
  if (current && sameLines(await linesOf(trx, current), wanted)) {
    if (current.total === 0) return 'nothing';
    if (current.status === 'settled')
      await signalCase(payment.casework(), trx, {
        caseNo: no,
        event: 'payment.settled',
        message: `again-${tokenId}`,
      });
    return undefined;
  }
  if (current?.status === 'settled' && current.total > 0)
    throw new Error(
      `case ${no} has paid ${formatYuan(current.total)} on other grounds: it has to be refunded first`,
    );
  if (current) await endOrder(payment, trx, current, '应缴税费已变更');
  const order = await insert(payment, trx, record, {
    sequence: (orders[0]?.sequence ?? 0) + 1,
    title: `${definition.name}税费`,
    payer: payersOf(record, taxSubjectOf(definition).buyers),
    lines: wanted,
    payBefore: declaration?.assessment?.payBefore,
  });
  return order.total === 0 ? 'nothing' : undefined;
}

/** The same lines once more under a new number: the earlier order can no longer be paid. */
export async function renewOrder(
  payment: Payment,
  trx: Transaction,
  record: CaseRecord,
  expired: Order,
): Promise<Order> {
  const lines = await linesOf(trx, expired);
  await endOrder(payment, trx, expired, '缴款单已过期');
  return insert(payment, trx, record, {
    sequence: expired.sequence + 1,
    title: expired.title,
    payer: expired.payer,
    lines: lines.map(
      ({ line_no: _no, ordinal: _ordinal, settled: _settled, refunded: _refunded, ...line }) => line,
    ),
    payBefore: undefined,
  });
}

interface Wanted {
  sequence: number;
  title: string;
  payer: string;
  lines: readonly NewLine[];
  payBefore: string | undefined;
}

async function insert(
  payment: Payment,
  trx: Transaction,
  record: CaseRecord,
  wanted: Wanted,
): Promise<Order> {
  const { office, no } = record.case;
  const now = payment.platform.clock.now();
  const orderNo = `JK${no}${String(wanted.sequence).padStart(2, '0')}`;
  const sum = (account: 'tax' | 'fee') =>
    addFen(0, ...wanted.lines.filter((line) => line.account === account).map((line) => line.amount));
  const [tax, fee] = [sum('tax'), sum('fee')];
  const total = addFen(tax, fee);
  const lines = wanted.lines.map((line, index) => ({
    ...line,
    office,
    order_no: orderNo,
    line_no: String(index + 1),
    ordinal: index + 1,
    reference: line.account === 'fee' ? orderNo : line.reference,
  }));
  const nothing = total === 0;
  const expires = new Date(now.getTime() + daysToPay * 86_400_000);
  const given = wanted.payBefore === undefined ? expires : new Date(endOfShanghaiDay(wanted.payBefore));
  const order = await insertOrder(
    trx,
    {
      office,
      order_no: orderNo,
      case_no: no,
      sequence: wanted.sequence,
      title: wanted.title,
      payer: wanted.payer,
      total,
      tax,
      fee,
      status: nothing ? 'settled' : 'open',
      ending: null,
      fault: null,
      bank_order_no: null,
      cashier_url: null,
      method: null,
      settlement_no: null,
      created_at: now,
      expires_at: given > expires || given <= now ? expires : given,
      settled_at: nothing ? now : null,
      closed_at: null,
    },
    lines,
  );
  if (!nothing) await tellBank(payment, trx, order, lines);
  return order;
}

async function tellBank(
  payment: Payment,
  trx: Transaction,
  order: Order,
  lines: readonly Insertable<LineRow>[],
): Promise<void> {
  const { office, case_no: caseNo, order_no: orderNo, title, total } = order;
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'bank',
    operation: 'create-order',
    messageNo: `${orderNo}-create`,
    caseNo,
    payload: {
      office,
      caseNo,
      orderNo,
      title,
      total,
      lines: lines
        .filter((line) => line.amount > 0)
        .map((line) => ({
          lineNo: line.line_no,
          account: line.account,
          title: line.title,
          amount: line.amount,
          reference: line.reference,
        })),
      allowPartial: true,
      expiresAt: order.expires_at.toISOString(),
    },
  });
}

const sides = { buyer: '买方', seller: '卖方' } as const;

function taxLines(declaration: Declaration | undefined): NewLine[] {
  const { assessment, declaration_no } = declaration ?? {};
  return (assessment?.lines ?? []).map((line) => ({
    account: 'tax',
    code: `tax-${line.tax}-${line.payer}`,
    title: `${line.title}（${sides[line.payer]}）`,
    payee: '国家金库（税务）',
    basis: line.reason,
    reference: declaration_no ?? '',
    quantity: 1,
    measure: '项',
    unit_price: line.amount,
    reduction: 0,
    reduction_reason: null,
    amount: line.amount,
  }));
}

function feeLine(fee: BilledFee, reference: string): NewLine {
  return {
    account: 'fee',
    code: fee.code,
    title: fee.title,
    payee: '非税收入（登记机构）',
    basis: `由${fee.payer}承担，${fee.citation.law}`,
    reference,
    quantity: fee.quantity,
    measure: fee.measure,
    unit_price: fee.unitPrice,
    reduction: fee.reduction,
    reduction_reason: fee.reductionReason ?? null,
    amount: fee.amount,
  };
}

function sameLines(known: readonly Line[], wanted: readonly NewLine[]): boolean {
  const text = (line: Pick<Line, 'code' | 'amount' | 'account' | 'reference'>) =>
    `${line.code} ${line.amount} ${line.account === 'tax' ? line.reference : ''}`;
  return JSON.stringify(known.map(text)) === JSON.stringify(wanted.map(text));
}

/** Who becomes holder pays the fee: the buyers, or where there are none the mortgagee. */
function payersOf(record: CaseRecord, roles: readonly string[]): string {
  const having = (wanted: readonly string[]) => record.parties.filter((party) => wanted.includes(party.role));
  const payers = [having(roles), having(['mortgagee']), record.parties].find((each) => each.length > 0) ?? [];
  return (
    payers
      .map((party) => party.name)
      .join('、')
      .slice(0, 200) || '申请人'
  );
}
