import type { BusinessDefinition } from '@hengchan/casework';
import { giveMortgage, seizeUnit } from '@hengchan/demonstration';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about alterations and rectifications. */

const has =
  (...fields: readonly string[]) =>
  ({ form }: BusinessDefinition): boolean =>
    fields.every((field) => field in form.properties);

export async function mortgageUnit(hands: Hands): Promise<void> {
  const [bank] = hands.cast.members.bank;
  if (!bank) throw new Error('no bank');
  await giveMortgage(hands.stage, unitOf(hands), { mortgagee: bank, debtors: hands.holders() });
}

export const alterationSpoilers: Readonly<Record<string, Spoiler>> = {
  CHANGE_NAMED: {
    fits: has('newLocation'),
    // What is said to be new is what the register says already.
    async application(hands) {
      const [facts] = await hands.stage.survey({ rightType: hands.rightType });
      const { units } = await hands.titled(facts);
      return { units, ...filled(hands, { newLocation: facts?.location }) };
    },
  },
  FORMER_NAME_REGISTERED: {
    fits: has('newName', 'oldName'),
    application: async (hands) => filled(hands, { oldName: '查无此人', newName: '另有其人' }),
  },
  CHANGE_READABLE: {
    fits: has('matter'),
    application: async (hands) => filled(hands, { matter: 'area', newValue: '八十八平方米' }),
  },
  SEIZED_ONLY_RENAMED: {
    fits: has('matter'),
    async application(hands) {
      const [court] = hands.cast.members.court;
      const [holder] = hands.holders();
      if (court && holder) await seizeUnit(hands.stage, unitOf(hands), court, holder);
      return filled(hands, { matter: 'area', newValue: '123.45' });
    },
  },
  NOT_DISPOSED_SINCE: {
    async application(hands) {
      await mortgageUnit(hands);
      return undefined;
    },
  },
  AREA_DECREASE_CONSENTED: {
    fits: has('matter'),
    async application(hands) {
      await mortgageUnit(hands);
      return filled(hands, { matter: 'area', newValue: '10.00' });
    },
  },
};
