import { giveMortgage, titledUnit } from '@hengchan/demonstration';
import { filled, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about who takes part. */

export const partySpoilers: Readonly<Record<string, Spoiler>> = {
  PARTIES_HOLD_THE_RIGHT: {
    // The unit is somebody else's.
    async application({ stage, rightType, cast, situation }) {
      const numbers = situation.application.parties.map((party) => party.idNumber);
      const others = cast.members.person.filter(({ identity }) => !numbers.includes(identity.idNumber));
      const { facts } = await titledUnit(stage, { rightType, holders: others.slice(0, 1) });
      return { units: [facts.code] };
    },
  },
  GUARDIAN_TAKES_PART: {
    business: 'sep-house-transfer',
    channel: 'counter',
    // The police know the seller as a child, and nobody acts for it.
    async application({ stage, rightType, cast, situation }) {
      const child = cast.members.minor[0];
      if (!child) throw new Error('no child');
      const { facts } = await titledUnit(stage, { rightType, holders: [child] });
      const parties = situation.application.parties.filter(({ role }) => role !== 'transferor');
      const { certificateNumber: _former, ...form } = situation.application.form;
      return { units: [facts.code], parties: [{ role: 'transferor', ...child.identity }, ...parties], form };
    },
  },
  PARTIES_DIFFER: {
    business: 'resale-transfer',
    async application({ situation }) {
      const seller = situation.application.parties.find((party) => party.role === 'transferor');
      if (!seller) throw new Error('nobody sells');
      return {
        parties: situation.application.parties.map((party) =>
          party.role === 'transferee' ? { ...seller, role: 'transferee' } : party,
        ),
      };
    },
  },
  MORTGAGEE_IS_ANOTHER: {
    business: 'sep-mortgage-first',
    channel: 'counter',
    async application({ situation }) {
      const parties = situation.application.parties.filter((party) => party.role === 'mortgagor');
      return { parties: parties.flatMap((party) => [party, { ...party, role: 'mortgagee' }]) };
    },
  },
  SHARES_ADD_UP: {
    business: 'resale-transfer',
    application: async (hands) => filled(hands, { coOwnership: '2' }),
  },
  RESTRICTED_TRANSFER_CONSENTED: {
    business: 'resale-transfer',
    async application(hands) {
      const [bank] = hands.cast.members.bank;
      if (!bank) throw new Error('no bank');
      const debtors = hands.holders();
      await giveMortgage(hands.stage, unitOf(hands), { mortgagee: bank, debtors, transferRestricted: true });
      return undefined;
    },
  },
  MORTGAGEES_REGISTERED: {
    business: 'resale-transfer-mortgaged',
    // Another bank than the one that stands in the register.
    async application({ cast, situation, member }) {
      const other = cast.members.bank.find((bank) => bank !== member('mortgagee'));
      if (!other) throw new Error('no other bank');
      return {
        parties: situation.application.parties.map((party) =>
          party.role === 'mortgagee' ? { role: 'mortgagee', ...other.identity } : party,
        ),
      };
    },
  },
};
