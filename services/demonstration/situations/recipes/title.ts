import { giveTitle, rightTypeOf, titledUnit } from '../acts.ts';
import type { Recipe } from './recipe.ts';

/** One unit held by those who dispose of it, free of everything: what most businesses begin with. */
export const heldUnit: Recipe = {
  async prepare(stage, definition, casting) {
    const holders = casting.holders();
    const units: string[] = [];
    let certificate: string | undefined;
    const { minimum } = definition.units;
    for (let count = 0; count < Math.max(1, minimum); count++) {
      const { facts, title } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders });
      units.push(facts.code);
      certificate ??= title.certificate;
    }
    return { units, parties: casting.parties(), form: { certificateNumber: certificate } };
  },
};

/** Several units of one building or parcel held by the same people: to be joined, or to be divided among them. */
export const heldTogether: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = rightTypeOf(definition);
    const count = Math.max(1, definition.units.minimum);
    const facts = await stage.survey({ rightType, count });
    for (const each of facts) await giveTitle(stage, each, { rightType, holders: casting.holders() });
    return { units: facts.map((each) => each.code), parties: casting.parties() };
  },
};
