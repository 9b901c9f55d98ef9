import { objectTo, titledUnit } from '@hengchan/demonstration';
import { mortgageUnit } from './alteration.ts';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about splits and mergers. */

const successors = ({ situation }: Hands): string[] =>
  (situation.application.form.successors as string[] | undefined) ?? [];

const splits = ({ effects }: { effects: readonly string[] }) => effects.includes('split-unit');

export const divisionSpoilers: Readonly<Record<string, Spoiler>> = {
  SUCCESSORS_SURVEYED: {
    fits: splits,
    application: async (hands) =>
      filled(hands, {
        successors: successors(hands).map((code, at) => `${code.slice(0, 19)}F9999000${at + 1}`),
      }),
  },
  DIVISION_COUNTS: {
    fits: splits,
    application: async (hands) => filled(hands, { successors: successors(hands).slice(0, 1) }),
  },
  SAME_HOLDERS_MERGE: {
    fits: ({ effects }) => effects.includes('merge-units'),
    async application(hands) {
      const { cast, stage, rightType, situation } = hands;
      const numbers = situation.application.parties.map((party) => party.idNumber);
      const other = cast.members.person.find(({ identity }) => !numbers.includes(identity.idNumber));
      const { facts } = await titledUnit(stage, { rightType, holders: other ? [other] : [] });
      return { units: [unitOf(hands), facts.code] };
    },
  },
  DIVISION_UNDISPUTED: {
    fits: splits,
    async application(hands) {
      const [stranger] = hands.cast.members.company;
      if (stranger) await objectTo(hands.stage, unitOf(hands), stranger);
      return undefined;
    },
  },
  DIVISION_CONSENTED: {
    fits: splits,
    async application(hands) {
      await mortgageUnit(hands);
      return undefined;
    },
  },
};
