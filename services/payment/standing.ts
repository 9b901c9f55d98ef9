import type { BusinessDefinition, CaseRecord } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import type { PaymentHandlers } from './handlers.ts';
import type { PaymentStanding } from './payment.ts';
import type { PaymentOfCase } from './schema.ts';
import { inForce, moneyOf, newestOrder } from './store.ts';
import { isComplete } from './take-tax.ts';
import { awaitsPayer, statusOf } from './words.ts';

/** Steps at whose work a case gets a declaration or an order; before the first of them there is neither, and nothing is asked. */
const steps: readonly string[] = ['declare-taxes', 'open-payment'] satisfies (keyof PaymentHandlers)[];

function hasMoney({ tokens }: CaseRecord, { process }: BusinessDefinition): boolean {
  const nodes = new Set(
    process.nodes.flatMap((node) =>
      node.kind === 'automatic' && steps.includes(node.handler) ? [node.id] : [],
    ),
  );
  return tokens.some((token) => nodes.has(token.node));
}

/** See `Payment.standing`. The newest order counts; money given back does not. */
export async function standingOf(
  db: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<PaymentStanding> {
  if (!hasMoney(record, definition)) return { taxSettled: false, receipts: [], due: 0, paid: 0 };
  const { order, declarations, receipts: all } = await moneyOf(db, record.case.office, record.case.no);
  const declaration = declarations.find(inForce);
  const receipts = all.filter(
    (receipt) => receipt.status === 'valid' && receipt.declaration_no === declaration?.declaration_no,
  );
  return {
    taxSettled: declaration !== undefined && isComplete(declaration, receipts),
    receipts: receipts.map((receipt) => receipt.receipt_no),
    due: order?.total ?? 0,
    paid: order ? order.paid - order.refunded : 0,
  };
}

/** See `Payment.view`. */
export async function viewOf(
  db: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
  now: Date,
): Promise<PaymentOfCase | undefined> {
  if (!hasMoney(record, definition)) return undefined;
  const found = await newestOrder(db, record.case.office, record.case.no);
  if (!found) return undefined;
  const { order, lines, charges } = found;
  const standing = statusOf(order, charges, now);
  const payable = awaitsPayer(standing.status);
  return {
    orderNo: order.order_no,
    ...standing,
    payable,
    total: order.total,
    paid: order.paid - order.refunded,
    lines: lines.map(({ code, title, amount, payee, basis, reduction_reason }) => ({
      code,
      title,
      amount,
      payee,
      basis: reduction_reason ? `${reduction_reason}（${basis}）` : basis,
    })),
    ...(payable && order.cashier_url !== null ? { cashierUrl: order.cashier_url } : {}),
  };
}
