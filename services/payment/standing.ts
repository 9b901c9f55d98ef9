import type { Database } from '@hengchan/platform';
import type { PaymentStanding } from './payment.ts';
import type { PaymentOfCase } from './schema.ts';
import { declarationsOf, inForce, newestOrder, ordersOf, receiptsOf } from './store.ts';
import { isComplete } from './take-tax.ts';
import { awaitsPayer, statusOf } from './words.ts';

/** See `Payment.standing`. The newest order counts; money given back does not. */
export async function standingOf(db: Database, office: string, caseNo: string): Promise<PaymentStanding> {
  const [order] = await ordersOf(db, office, caseNo);
  const declaration = (await declarationsOf(db, office, caseNo)).find(inForce);
  const receipts = (await receiptsOf(db, office, caseNo)).filter(
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
  office: string,
  caseNo: string,
  now: Date,
): Promise<PaymentOfCase | undefined> {
  const found = await newestOrder(db, office, caseNo);
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
