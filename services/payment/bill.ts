import { type AnswerTo, enqueue } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import type { Payment } from './payment.ts';
import { type Bill, billsOf, linesOf, lockOrder, type Order, saveBill, tables } from './store.ts';

const standing = (bill: Bill) => ['requested', 'issued', 'voiding'].includes(bill.status);

/**
 * Sees to it that the fiscal e-bill says what the office holds of the fee: asks for one after settlement, and after a refund has it voided
 * and another issued for the rest. Waits while the treasury has something in hand, and is called again when it answers.
 */
export async function settleBill(payment: Payment, trx: Transaction, order: Order): Promise<void> {
  if (order.settled_at === null) return;
  const lines = (await linesOf(trx, order)).filter(
    (line) => line.account === 'fee' && line.settled > line.refunded,
  );
  const amount = lines.reduce((sum, line) => sum + line.settled - line.refunded, 0);
  const bills = await billsOf(trx, order);
  const current = bills.find(standing);
  const { office, case_no: caseNo, order_no: orderNo } = order;
  if (current) {
    if (current.status !== 'issued' || current.amount === amount || current.bill_no === null) return;
    await saveBill(trx, current, { status: 'voiding' });
    const messageNo = `${orderNo}-void-${current.sequence}`;
    const payload = { office, caseNo, billNo: current.bill_no, reason: '登记费退还' };
    await enqueue(payment.exchange, trx, {
      office,
      peer: 'finance',
      operation: 'void-bill',
      messageNo,
      payload,
      caseNo,
    });
    return;
  }
  if (amount === 0) return;
  const sequence = bills.length + 1;
  await tables(trx)
    .insertInto('payment.bill')
    .values({
      office,
      order_no: orderNo,
      sequence,
      amount,
      status: 'requested',
      bill_code: null,
      bill_no: null,
      check_code: null,
      issued_at: null,
      red_bill_no: null,
      note: null,
    })
    .execute();
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'finance',
    operation: 'issue-bill',
    messageNo: `${orderNo}-bill-${sequence}`,
    payload: {
      office,
      caseNo,
      orderNo,
      payer: order.payer,
      items: lines.map((line) => ({
        code: line.code,
        title: line.title,
        amount: line.settled - line.refunded,
      })),
      total: amount,
    },
    caseNo,
  });
}

/** The treasury issued the bill. */
export async function takeBill(
  payment: Payment,
  trx: Transaction,
  office: string,
  orderNo: string,
  answer: AnswerTo<'finance', 'issue-bill'>,
): Promise<void> {
  await change(payment, trx, office, orderNo, (bill) => bill.status === 'requested', {
    status: 'issued',
    bill_code: answer.billCode,
    bill_no: answer.billNo,
    check_code: answer.checkCode,
    issued_at: new Date(answer.issuedAt),
  });
}

/** The treasury voided the bill: the next one, if any fee is left, is asked for at once. */
export async function takeVoidedBill(
  payment: Payment,
  trx: Transaction,
  office: string,
  orderNo: string,
  answer: AnswerTo<'finance', 'void-bill'>,
): Promise<void> {
  await change(
    payment,
    trx,
    office,
    orderNo,
    (bill) => bill.bill_no === answer.billNo && bill.status === 'voiding',
    {
      status: 'void',
      red_bill_no: answer.redBillNo,
    },
  );
}

/** Refused, or not to be reached for a day: shown in the reconciliation, and taken up again when the message is sent again. */
export async function takeBillFailure(
  payment: Payment,
  trx: Transaction,
  office: string,
  orderNo: string,
  note: string,
): Promise<void> {
  await change(payment, trx, office, orderNo, standing, { note: note.slice(0, 500) });
}

async function change(
  payment: Payment,
  trx: Transaction,
  office: string,
  orderNo: string,
  which: (bill: Bill) => boolean,
  changes: Parameters<typeof saveBill>[2],
): Promise<void> {
  const order = await lockOrder(trx, office, orderNo);
  const bill = (await billsOf(trx, order)).find(which);
  if (!bill) return;
  await saveBill(trx, bill, changes);
  await settleBill(payment, trx, order);
}
