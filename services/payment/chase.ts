import { callService } from '@hengchan/exchange';
import { sql } from 'kysely';
import type { Payment } from './payment.ts';
import { type Order, tables } from './store.ts';
import { takeOrderState } from './take-money.ts';

/** How long news of an order may take before the bank is asked. */
const patienceMs = 10 * 60_000;
const atOnce = 20;

/**
 * Asks the bank about orders whose news may have been lost: a charge was accepted and no money told of, money arrived and no settlement,
 * a refund was asked for and nothing heard. Returns how many were asked about.
 */
export async function chaseOrders(payment: Payment): Promise<number> {
  const before = new Date(payment.platform.clock.now().getTime() - patienceMs);
  const orders = await tables(payment.platform.database)
    .selectFrom('payment.orders as o')
    .selectAll('o')
    .where('o.bank_order_no', 'is not', null)
    .where('o.created_at', '<', before)
    .where((where) =>
      where.or([
        where.and([where('o.status', '=', 'open'), where('o.paid', '>=', where.ref('o.total'))]),
        where.and([where('o.status', 'in', ['open', 'settled']), where('o.ending', 'is not', null)]),
        where.exists(
          where
            .selectFrom('payment.charge as c')
            .select('c.charge_no')
            .whereRef('c.office', '=', 'o.office')
            .whereRef('c.order_no', '=', 'o.order_no')
            .where('c.status', '=', 'accepted')
            .where('c.answered_at', '<', before),
        ),
      ]),
    )
    // By chance, so that orders nobody can help do not keep the others waiting.
    .orderBy(sql`random()`)
    .limit(atOnce)
    .execute();
  for (const order of orders) await askBank(payment, order);
  return orders.length;
}

/** What the bank knows of the order, taken as if it had told by itself. Undefined when it does not answer: nothing changes then. */
export async function askBank(
  payment: Payment,
  { office, order_no, case_no }: Pick<Order, 'office' | 'order_no' | 'case_no'>,
) {
  const outcome = await callService(
    payment.exchange,
    'bank',
    'query-order',
    { office, orderNo: order_no },
    { office, caseNo: case_no },
  );
  if (outcome.outcome !== 'answered') return undefined;
  await payment.platform.database.transaction().execute((trx) => takeOrderState(payment, trx, outcome.data));
  return outcome.data;
}
