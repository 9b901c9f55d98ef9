import type { BusinessDefinition } from '@hengchan/casework';
import { giveMortgage, seizeUnit } from '@hengchan/demonstration';
import { filled, type Hands, type Spoiler, unitOf } from './spoiler.ts';

/** Spoilers of the rules about alterations and rectifications. */

const has =
  (...fields: readonly string[]) =>
  ({ form }: BusinessDefinition): boolean =>
    fields.every((field) => field in form.properties);

/** The form with nothing of what changes the register but this. */
function only({ situation }: Hands, changes: Record<string, unknown>) {
  const changing = ['newName', 'oldName', 'newLocation', 'newArea', 'newUse', 'newTermTo', 'coOwnership'];
  const rest = Object.entries(situation.application.form).filter(([field]) => !changing.includes(field));
  return { form: { ...Object.fromEntries(rest), ...changes } };
}

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
      return { units, ...only(hands, { newLocation: facts?.location }) };
    },
  },
  FORMER_NAME_REGISTERED: {
    fits: has('newName', 'oldName'),
    application: async (hands) => filled(hands, { oldName: '查无此人', newName: '另有其人' }),
  },
  SEIZED_ONLY_RENAMED: {
    fits: has('newArea'),
    async application(hands) {
      const [court] = hands.cast.members.court;
      const [holder] = hands.holders();
      if (court && holder) await seizeUnit(hands.stage, unitOf(hands), court, holder);
      return only(hands, { newArea: '123.45' });
    },
  },
  AREA_DECREASE_CONSENTED: {
    fits: has('newArea'),
    async application(hands) {
      await mortgageUnit(hands);
      return only(hands, { newArea: '10.00' });
    },
  },
};
