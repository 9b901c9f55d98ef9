import type { AutomaticHandler } from '@hengchan/casework';
import { declareAgainIfChanged, declareTaxes } from './declare-taxes.ts';
import { openPayment } from './open-payment.ts';
import type { Payment } from './payment.ts';

export type PaymentHandlers = Record<'declare-taxes' | 'open-payment', AutomaticHandler<never>>;

/**
 * Automatic steps of definitions. `declare-taxes` (outcome `nothing` for a business that is not taxed) is followed by a step waiting for
 * `tax.assessed`; `open-payment` (outcome `nothing` when nothing is owed) by the step that ends with `payment.settled`;
 * in a taxed business a step waiting for `tax.receipted` comes after either, for proofs of exemption arrive without a payment.
 */
export function paymentHandlers(payment: Payment): PaymentHandlers {
  const opening: AutomaticHandler<void> = {
    prepare: (context) => declareAgainIfChanged(payment, context),
    apply: (trx, context) => openPayment(payment, trx, context),
  };
  return {
    'declare-taxes': { apply: (trx, context) => declareTaxes(payment, trx, context) },
    'open-payment': opening as AutomaticHandler<never>,
  };
}
