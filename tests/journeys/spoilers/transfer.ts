import { giveTitle, seizeUnit, titledUnit } from '@hengchan/demonstration';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about titles that pass: by a bargain, by judgment, by death, between spouses. */

/** Somebody of the same kind in place of whoever plays the role. */
function instead({ cast, situation }: Hands, role: string) {
  const { parties } = situation.application;
  const numbers = parties.map((party) => party.idNumber);
  const other = cast.members.person.find(({ identity }) => !numbers.includes(identity.idNumber));
  if (!other) throw new Error('everybody takes part already');
  return { parties: parties.map((party) => (party.role === role ? { role, ...other.identity } : party)) };
}

export const transferSpoilers: Readonly<Record<string, Spoiler>> = {
  PRICE_NAMED: { application: async (hands) => filled(hands, { price: '0' }) },
  LAND_IS_CLEAR: {
    // A house on the parcel has a title of its own by the time the application is handed in.
    before: {
      action: 'submit',
      async act(hands) {
        const [house] = await hands.stage.surveyOn(unitOf(hands).slice(0, 19), { rightType: '4' });
        if (house) await giveTitle(hands.stage, house, { rightType: '4', holders: hands.holders() });
      },
    },
  },
  HOMESTEAD_TRANSFEREE_ELIGIBLE: {
    // The buyer holds a homestead already.
    async application({ stage, member, rightType }) {
      await titledUnit(stage, { rightType, holders: [member('transferee')] });
      return undefined;
    },
  },
  FORMER_HOLDER_REGISTERED: { application: async (hands) => instead(hands, 'formerHolder') },
  ORDERED_BY_WHO_SEIZED: {
    async application(hands) {
      const [court] = hands.cast.members.court;
      const [respondent] = hands.holders();
      if (court && respondent) await seizeUnit(hands.stage, unitOf(hands), court, respondent);
      return filled(hands, { authority: '演示市仲裁委员会' });
    },
  },
  DECEDENT_DECEASED: {
    // The unit is of somebody who lives.
    async application(hands) {
      const { parties } = instead(hands, 'formerHolder');
      const alive = parties.find((party) => party.role === 'formerHolder');
      const holder = hands.cast.members.person.find(({ identity }) => identity.idNumber === alive?.idNumber);
      const { facts, title } = await titledUnit(hands.stage, {
        rightType: hands.rightType,
        holders: holder ? [holder] : [],
      });
      return { units: [facts.code], parties, ...filled(hands, { certificateNumber: title.certificate }) };
    },
  },
  SPOUSES_MARRIED: {
    // A third one is to hold with the two.
    async application(hands) {
      const { parties } = hands.situation.application;
      const third = instead(hands, 'transferee').parties.find(({ role }) => role === 'transferee');
      return { parties: third ? [...parties, third] : parties, ...filled(hands, { coOwnership: '1' }) };
    },
  },
};
