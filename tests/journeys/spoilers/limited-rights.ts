import type { BusinessDefinition } from '@hengchan/casework';
import { giveMortgage, giveNotice, lockPage, objectTo, seizeUnit, titledUnit } from '@hengchan/demonstration';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about rights that limit a title, and of stops on a page. */

const enters =
  (...effects: readonly string[]) =>
  (definition: BusinessDefinition): boolean =>
    effects.includes(definition.effects[0] ?? '');

/** A unit of the holders on which nothing stands, and no proof of anything. */
async function freeUnit(hands: Hands, changes?: Parameters<typeof titledUnit>[2]) {
  const { facts } = await titledUnit(
    hands.stage,
    { rightType: hands.rightType, holders: hands.holders() },
    changes,
  );
  const { proofNumber: _none, ...form } = hands.situation.application.form;
  return { units: [facts.code], form };
}

/** Another mortgage on a new unit in place of the one the case is about. */
async function otherwiseMortgaged(hands: Hands, mode: '1' | '2', rank: 'alone' | 'first') {
  const { stage, member } = hands;
  const { units, form } = await freeUnit(hands);
  const mortgagee = member('mortgagee');
  const debtors = hands.holders().length > 0 ? hands.holders() : [mortgagee];
  const mortgage = await giveMortgage(stage, units[0] ?? '', { mortgagee, debtors, mode });
  const other = hands.cast.members.bank.find((bank) => bank !== mortgagee);
  if (rank === 'first' && other) await giveMortgage(stage, units[0] ?? '', { mortgagee: other, debtors });
  return { units, form: { ...form, proofNumber: mortgage.certificate } };
}

export const limitedRightSpoilers: Readonly<Record<string, Spoiler>> = {
  MORTGAGEABLE: {
    // A homestead without a house.
    async application({ stage, holders }) {
      const { facts } = await titledUnit(stage, { rightType: '5', holders: holders() });
      return { units: [facts.code] };
    },
  },
  TERM_IN_ORDER: {
    fits: ({ form }) => 'termFrom' in form.properties && 'termTo' in form.properties,
    application: async (hands) => filled(hands, { termFrom: '2026-11-20', termTo: '2025-11-19' }),
  },
  RIGHT_CHOSEN: {
    fits: enters('cancel-habitation'),
    application: (hands) => freeUnit(hands),
  },
  RIGHT_CHANGE_NAMED: {
    application: async (hands) => filled(hands, { matter: 'term', newValue: '很久以后' }),
  },
  INCREASE_CONSENTED: {
    fits: enters('alter-mortgage'),
    // A second mortgagee, who is not asked.
    async application(hands) {
      const changed = await otherwiseMortgaged(hands, '1', 'first');
      return { ...changed, form: { ...changed.form, matter: 'principal', newValue: '99999999.00' } };
    },
  },
  SEIZED_NOT_BURDENED: {
    fits: enters('alter-mortgage'),
    async application(hands) {
      const [court] = hands.cast.members.court;
      const [respondent] = hands.holders();
      if (court && respondent) await seizeUnit(hands.stage, unitOf(hands), court, respondent);
      return filled(hands, { matter: 'principal', newValue: '99999999.00' });
    },
  },
  NOTICED_NOT_BURDENED: {
    fits: enters('alter-mortgage'),
    async application(hands) {
      const [claimant] = hands.cast.members.company;
      const obligors = hands.holders();
      if (claimant)
        await giveNotice(hands.stage, unitOf(hands), { kind: '2', claimants: [claimant], obligors });
      return filled(hands, { matter: 'principal', newValue: '99999999.00' });
    },
  },
  MAXIMUM_TRANSFER_AGREED: {
    fits: enters('transfer-mortgage'),
    async application(hands) {
      const { agreed: _none, ...form } = hands.situation.application.form;
      const mortgagee = hands.member('mortgagee');
      const [holder] = hands.cast.members.person;
      if (!holder) throw new Error('nobody to lend to');
      const { facts } = await titledUnit(hands.stage, { rightType: hands.rightType, holders: [holder] });
      const mortgage = await giveMortgage(hands.stage, facts.code, {
        mortgagee,
        debtors: [holder],
        mode: '2',
      });
      return { units: [facts.code], form: { ...form, proofNumber: mortgage.certificate } };
    },
  },
  MAXIMUM_TO_DETERMINE: {
    application: (hands) => otherwiseMortgaged(hands, '1', 'alone'),
  },
  EASEMENT_PARTIES_HOLD: {
    // The two lands the wrong way round.
    application: async ({ situation }) => ({ units: [...situation.application.units].reverse() }),
  },
  HOME_ONLY: {
    application: (hands) => freeUnit(hands, { use: '21', location: '常州市天宁区演练路厂房' }),
  },
  OBJECTOR_NOT_HOLDER: {
    async application(hands) {
      const { facts } = await titledUnit(hands.stage, {
        rightType: hands.rightType,
        holders: [hands.member('objector')],
      });
      return { units: [facts.code] };
    },
  },
  OBJECTION_NEW: {
    async application(hands) {
      await objectTo(hands.stage, unitOf(hands), hands.member('objector'));
      return undefined;
    },
  },
  LOCK_STANDS: {
    // Somebody else's stop than the one the authority comes to lift.
    async application(hands) {
      const { units } = await freeUnit({ ...hands, holders: () => hands.cast.members.person.slice(0, 1) });
      await lockPage(hands.stage, units[0] ?? '');
      return { units };
    },
  },
};
