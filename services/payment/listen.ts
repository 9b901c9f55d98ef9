import { onAbandoned, onDelivered, onIncoming, received } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { takeBill, takeBillFailure, takeVoidedBill } from './bill.ts';
import { takeChargeAnswer, takeChargeFailure } from './charge.ts';
import { chaseOrders } from './chase.ts';
import { takeClosingFailure } from './close.ts';
import { makeDocumentsOf, requestDocument } from './documents.ts';
import type { Payment } from './payment.ts';
import { takeRefundFailure } from './refund.ts';
import { lockOrder, saveOrder } from './store.ts';
import { takeOrderState, takeRefund } from './take-money.ts';
import {
  takeAssessment,
  takeDeclarationFailure,
  takeDeclarationNumber,
  takeReceipts,
  takeVoiding,
} from './take-tax.ts';

/** Seconds between two looks for orders the bank may have told more of than arrived. */
const chaseSeconds = 300;

/** Takes what the tax bureau, the bank and the treasury say. Once for each exchange: a second time throws. */
export function listenForPayment(payment: Payment): void {
  listenToTax(payment);
  listenToBank(payment);
  listenToTreasury(payment);
  makeDocumentsOf(payment);
  payment.platform.jobs.every(chaseSeconds, 'payment.chase', async () => {
    await chaseOrders(payment);
  });
}

function listenToTax(payment: Payment): void {
  const { exchange } = payment;
  onIncoming(exchange, 'tax', 'assessed', (trx, message) => takeAssessment(payment, trx, message));
  onIncoming(exchange, 'tax', 'receipted', (trx, message) => takeReceipts(payment, trx, message));
  onIncoming(exchange, 'tax', 'voided', (trx, message) => takeVoiding(payment, trx, message));
  onDelivered(exchange, 'tax', 'declare', (trx, { office, messageNo, payload, answer }) =>
    takeDeclarationNumber(payment, trx, {
      office,
      messageNo,
      caseNo: payload.caseNo,
      declarationNo: answer.declarationNo,
    }),
  );
  onAbandoned(exchange, 'tax', 'declare', (trx, { office, messageNo, payload, text }) =>
    takeDeclarationFailure(payment, trx, { office, messageNo, caseNo: payload.caseNo, text }),
  );
}

function listenToBank(payment: Payment): void {
  const { exchange } = payment;
  onIncoming(exchange, 'bank', 'paid', async (trx, { payment: made, ...state }) => {
    await takeOrderState(payment, trx, { ...state, payments: [made] });
    return received;
  });
  onIncoming(exchange, 'bank', 'settled', async (trx, state) => {
    await takeOrderState(payment, trx, state);
    return received;
  });
  onIncoming(exchange, 'bank', 'refunded', async (trx, result) => {
    await takeRefund(payment, trx, result);
    return received;
  });
  onDelivered(exchange, 'bank', 'create-order', async (trx, { answer }) => {
    await takeOrderState(payment, trx, answer);
    await requestDocument(
      payment,
      trx,
      await lockOrder(trx, answer.office, answer.orderNo),
      'payment-notice',
    );
  });
  onDelivered(exchange, 'bank', 'close-order', (trx, { answer }) => takeOrderState(payment, trx, answer));
  onDelivered(exchange, 'bank', 'refund', (trx, { answer }) => takeRefund(payment, trx, answer));
  onDelivered(exchange, 'bank', 'charge', (trx, { office, answer }) =>
    takeChargeAnswer(payment, trx, office, answer),
  );
  onAbandoned(exchange, 'bank', 'create-order', (trx, { office, payload, text }) =>
    keepFault(trx, office, payload.orderNo, `缴款单未能在银行建立：${text}`),
  );
  onAbandoned(exchange, 'bank', 'close-order', (trx, { office, payload, text }) =>
    takeClosingFailure(payment, trx, office, payload.orderNo, text),
  );
  onAbandoned(exchange, 'bank', 'refund', (trx, { office, payload, text }) =>
    takeRefundFailure(trx, office, payload.orderNo, payload.refundNo, text),
  );
  onAbandoned(exchange, 'bank', 'charge', (trx, { office, payload, text }) =>
    takeChargeFailure(payment, trx, office, payload, text),
  );
}

function listenToTreasury(payment: Payment): void {
  const { exchange } = payment;
  onDelivered(exchange, 'finance', 'issue-bill', (trx, { office, payload, answer }) =>
    takeBill(payment, trx, office, payload.orderNo, answer),
  );
  onDelivered(exchange, 'finance', 'void-bill', async (trx, { office, messageNo, answer }) => {
    await takeVoidedBill(payment, trx, office, orderOfMessage(messageNo), answer);
  });
  onAbandoned(exchange, 'finance', 'issue-bill', (trx, { office, payload, text }) =>
    takeBillFailure(payment, trx, office, payload.orderNo, text),
  );
  onAbandoned(exchange, 'finance', 'void-bill', (trx, { office, messageNo, text }) =>
    takeBillFailure(payment, trx, office, orderOfMessage(messageNo), text),
  );
}

/** Messages about an order are numbered from the order's own number. */
const orderOfMessage = (messageNo: string) => messageNo.split('-')[0] ?? '';

async function keepFault(trx: Transaction, office: string, orderNo: string, fault: string): Promise<void> {
  await saveOrder(trx, await lockOrder(trx, office, orderNo), { fault: fault.slice(0, 500) });
}
