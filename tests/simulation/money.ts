import { type BankOrder, paidOf, refundedOf } from '../support/town/bank.ts';
import type { Play } from './play.ts';

interface OrderRow extends Record<string, unknown> {
  order_no: string;
  phase: string;
  status: string;
  ending: string | null;
  fault: string | null;
  entries: number;
  total: string;
  paid: string;
  refunded: string;
  arrived: string;
  sent_back: string;
  split: string;
  split_back: string;
}

const sums = ['total', 'paid', 'refunded', 'arrived', 'sent_back', 'split', 'split_back'] as const;
type Sums = Record<(typeof sums)[number], number>;

const ended = ['declined', 'refused', 'withdrawn', 'cancelled'];

/**
 * What does not add up in the orders: at any moment nothing is counted that the bank does not have, money is split wholly or not at
 * all, a registration is paid for, and an order of a case that ended without one is on its way back. When everything has `settled`,
 * both sides count alike, what was paid was split or given back, and nobody was charged for a case without an entry.
 */
export async function moneyFaults(play: Play, settled: boolean): Promise<string[]> {
  const rows = await play.ask<OrderRow>(
    `SELECT o.order_no, c.phase, o.status, o.ending, o.fault, o.total, o.paid, o.refunded,
       (SELECT count(*)::int FROM register.entry AS e WHERE e.office = o.office AND e.case_no = o.case_no) AS entries,
       coalesce(p.arrived, 0) AS arrived, coalesce(p.sent_back, 0) AS sent_back,
       coalesce(l.split, 0) AS split, coalesce(l.split_back, 0) AS split_back
     FROM payment.orders AS o
     JOIN casework.cases AS c ON c.office = o.office AND c.no = o.case_no
     LEFT JOIN (SELECT office, order_no, sum(amount) AS arrived, sum(refunded) AS sent_back FROM payment.payment GROUP BY 1, 2) AS p
       ON p.office = o.office AND p.order_no = o.order_no
     LEFT JOIN (SELECT office, order_no, sum(settled) AS split, sum(refunded) AS split_back FROM payment.line GROUP BY 1, 2) AS l
       ON l.office = o.office AND l.order_no = o.order_no`,
  );
  return rows.flatMap((row) => {
    const has = Object.fromEntries(sums.map((name) => [name, Number(row[name])])) as unknown as Sums;
    const there = play.hall.bank.orders.get(row.order_no);
    const found = [...always(row, has, there), ...(settled ? atTheEnd(row, has, there) : [])];
    return found.map(
      (fault) => `order ${row.order_no} (${row.phase}, ${row.status}, ${row.ending}, ${row.fault}): ${fault}`,
    );
  });
}

function always(row: OrderRow, has: Sums, there: BankOrder | undefined): string[] {
  const { total, paid, refunded, arrived, split, split_back } = has;
  const isSplit = row.status === 'settled' || row.status === 'refunded';
  const faults = [
    paid > (there ? paidOf(there) : 0) && `${paid} count as paid that the bank does not have`,
    refunded > (there ? refundedOf(there) : 0) && `${refunded} count as given back that are not`,
    arrived > paid && `${arrived} arrived one by one and ${paid} in all`,
    refunded > paid && `${refunded} of ${paid} were given back`,
    split_back > split && `${split_back} of ${split} were taken back from the shares`,
    total > 0 && split !== (isSplit ? total : 0) && `${split} of ${total} are split`,
    row.entries > 0 && row.ending === null && !isSplit && 'was not paid, and its case is entered',
    ended.includes(row.phase) &&
      row.ending === null &&
      row.status !== 'closed' &&
      'is still wanted after its case ended',
  ];
  return faults.filter((fault) => fault !== false);
}

function atTheEnd(row: OrderRow, has: Sums, there: BankOrder | undefined): string[] {
  const { total, paid, refunded, arrived, sent_back, split, split_back } = has;
  const [bankPaid, bankRefunded] = there ? [paidOf(there), refundedOf(there)] : [0, 0];
  const kept = row.entries > 0 && row.ending === null;
  const faults = [
    (bankPaid !== paid || bankRefunded !== refunded) &&
      `the bank has ${bankPaid} and ${bankRefunded} back, here are ${paid} and ${refunded}`,
    (arrived !== paid || sent_back !== refunded) &&
      `${arrived} arrived and ${sent_back} went back one by one, ${paid} and ${refunded} in all`,
    paid !== split + (refunded - split_back) &&
      `${paid} were paid, ${split} split, ${refunded - split_back} given back before`,
    kept && paid - refunded !== total && `${paid - refunded} of ${total} was kept for a registration`,
    !kept && paid !== refunded && `${paid - refunded} fen were not given back`,
    row.phase !== 'completed' && there?.status === 'open' && 'can still be paid',
  ];
  return faults.filter((fault) => fault !== false);
}
