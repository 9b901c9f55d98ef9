import { until } from '../../support/client.ts';
import type { Hands, Spoiler } from './spoiler.ts';

/** Spoilers of the rules about papers, identity, taxes and fees. */

/** The cashier gives all the money back before the decision; the tax office then takes its receipts back. */
const refunded: Spoiler = {
  business: 'resale-transfer',
  before: {
    action: 'approve',
    async act({ enter, situation, cast }: Hands, view) {
      const [cashier] = cast.clerks(situation.application.office, 'cashier');
      if (!cashier || !view.payment) throw new Error('nobody to give the money back');
      const desk = await enter(cashier.account);
      const asked = await desk.post(`/api/payments/${view.payment.orderNo}/refunds`, {
        amount: view.payment.paid,
        reason: '退款演练',
      });
      if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
      const watcher = await enter(situation.opener.account);
      await until(watcher, view.caseNo, ({ payment }) => payment?.paid === 0);
    },
  },
};

export const evidenceSpoilers: Readonly<Record<string, Spoiler>> = {
  MATERIALS_COMPLETE: { business: 'mortgage-first', withholds: true },
  IDENTITY_CONFIRMED: {
    business: 'resale-transfer',
    // The number is the buyer's, the name is nobody's.
    async application({ situation }) {
      return {
        parties: situation.application.parties.map((party) =>
          party.role === 'transferee' ? { ...party, name: '查无此人' } : party,
        ),
      };
    },
  },
  NOTICE_PERIOD_OVER: {
    alone: true,
    // The notice was over by a clock that went wrong and was put right before the decision.
    before: { action: 'approve', act: ({ moveClock }) => moveClock(0) },
  },
  TAX_SETTLED: refunded,
  FEE_PAID: refunded,
};
