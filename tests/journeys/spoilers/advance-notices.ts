import { giveMortgageNotice, giveNotice, titledUnit } from '@hengchan/demonstration';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about advance notices. */

/** Somebody who takes no part. */
function stranger({ cast, situation }: Hands) {
  const numbers = situation.application.parties.map((party) => party.idNumber);
  const found = cast.members.person.find(({ identity }) => !numbers.includes(identity.idNumber));
  if (!found) throw new Error('everybody takes part already');
  return found;
}

/** A home of somebody else on which nothing is noted. */
async function homeOfStranger(hands: Hands): Promise<{ units: string[] }> {
  const { facts } = await titledUnit(hands.stage, { rightType: '4', holders: [stranger(hands)] });
  return { units: [facts.code] };
}

export const advanceNoticeSpoilers: Readonly<Record<string, Spoiler>> = {
  OBLIGOR_MAY_PROMISE: { business: 'per-notice', application: homeOfStranger },
  NOT_NOTICED_YET: {
    business: 'per-notice',
    async application(hands) {
      const claimants = [stranger(hands)];
      await giveNotice(hands.stage, unitOf(hands), { kind: '2', claimants, obligors: hands.holders() });
      return undefined;
    },
  },
  NOTICE_CHOSEN: {
    business: 'per-notice-cancellation',
    async application(hands) {
      const { proofNumber: _none, ...form } = hands.situation.application.form;
      return { ...(await homeOfStranger(hands)), form };
    },
  },
  NOTICE_DEPENDENTS_CONSENTED: {
    business: 'per-notice-cancellation',
    // The buyer has promised a bank the mortgage meanwhile.
    async application(hands) {
      const [mortgagee] = hands.cast.members.bank;
      if (!mortgagee) throw new Error('no bank');
      const obligors = [hands.member('claimant')];
      await giveMortgageNotice(hands.stage, unitOf(hands), { kind: '3', mortgagee, obligors });
      return undefined;
    },
  },
  NOTICE_NOT_SEIZED: {
    business: 'per-notice-transfer',
    async application(hands) {
      const { stage } = hands;
      await stage.enter([
        {
          type: 'seizure',
          unit: unitOf(hands),
          reason: '预查封',
          kind: '3',
          authority: { name: '演示市人民法院', kind: 'court' },
          caseNumber: '（2026）苏演预2号',
          documentNumber: '（2026）苏演预协2号',
          deliveredAt: stage.now.toISOString(),
          term: { unit: 'month', count: 36 },
          respondent: stage.seal(hands.member('claimant').identity),
        },
      ]);
      return undefined;
    },
  },
  NOTICE_CHANGES: {
    business: 'per-notice-alteration',
    application: async (hands) => filled(hands, { matter: 'registrable', newValue: '交房那一天' }),
  },
  NEW_CLAIMANT_DIFFERS: {
    business: 'per-notice-transfer',
    async application({ situation }) {
      const claimant = situation.application.parties.find((party) => party.role === 'claimant');
      if (!claimant) throw new Error('nobody was promised anything');
      return {
        parties: situation.application.parties.map((party) =>
          party.role === 'newClaimant' ? { ...claimant, role: 'newClaimant' } : party,
        ),
      };
    },
  },
  NOTICED_TERMS_KEPT: {
    business: 'bnk-double-notice-conversion',
    application: async (hands) => filled(hands, { principal: '800000.01' }),
  },
  SECURED_AMOUNT_NAMED: {
    business: 'bnk-double-notice',
    application: async (hands) => filled(hands, { principal: '0' }),
  },
};
