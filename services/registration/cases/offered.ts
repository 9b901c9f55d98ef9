import { type CaseRecord, type Offer, offersOf } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import type { Registration } from '../registration.ts';
import type { CaseView } from '../schema.ts';

type Payment = CaseView['payment'];

const pays = ({ action }: Offer) => action.work === 'authorise-payment';

/** Whether the payer is still to do something: while the bank confirms there is nothing to pay twice. */
export const isToBePaid = (payment: Payment): boolean => payment?.payable ?? true;

/** What this person may do in the case now, as it stands with its money. `payment`: where it was read already. */
export async function offeredNow(
  { casework, payment, platform }: Registration,
  actor: Actor,
  record: CaseRecord,
  known?: { payment: Payment },
): Promise<Offer[]> {
  const offers = offersOf(casework, actor, record);
  if (!offers.some(pays)) return offers;
  const { business, business_version: version } = record.case;
  const definition = casework.definitions.version(business, version);
  const money = known ? known.payment : await payment.view(platform.database, record, definition);
  return isToBePaid(money) ? offers : offers.filter((offer) => !pays(offer));
}
