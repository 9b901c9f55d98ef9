import type { Migrations } from '@hengchan/platform';

export const paymentMigrations: Migrations = {
  room: 'payment',
  folder: new URL('./migrations/', import.meta.url),
};

export { closePayment } from './close.ts';
export { describeFees, type FeeDescription } from './fees/describe.ts';
export { type FeeFacts, type FeeLine, feeFor } from './fees/fee-for.ts';
export { feeSchedules } from './fees/schedules.ts';
export { paymentHandlers } from './handlers.ts';
export { listenForPayment } from './listen.ts';
export {
  createPayment,
  type Payment,
  type PaymentOffice,
  type PaymentOptions,
  type PaymentStanding,
} from './payment.ts';
export { paymentPlugin } from './plugin.ts';
export type { PaymentOfCase } from './schema.ts';
export { paymentWorks } from './works.ts';
