import type { ActionWork } from '@hengchan/casework';
import { authorisePayment } from './charge.ts';
import type { Payment } from './payment.ts';

/** Work of actions: `authorise-payment`, with `{ method: 'quick' | 'cashier' | 'qr' | 'pos' | 'ecny' }`. */
export function paymentWorks(payment: Payment): Record<string, ActionWork> {
  return { 'authorise-payment': (trx, context) => authorisePayment(payment, trx, context) };
}
