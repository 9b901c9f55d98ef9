import { rightTypeOf, titledUnit } from '../acts.ts';
import type { Recipe } from './recipe.ts';

/** 继承、受遗赠: the home of somebody who has died. */
export const leftBehind: Recipe = {
  prefers: () => ({ formerHolder: 'departed' }),
  async prepare(stage, definition, casting) {
    const holders = casting.all('formerHolder');
    const { facts, title } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders });
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: {
        certificateNumber: title.certificate,
        coOwnership: casting.all('transferee').length > 1 ? '1' : '0',
      },
    };
  },
};

/** 夫妻析产: what one of two who are married holds passes to the other. */
export const ofSpouses: Recipe = {
  async prepare(stage, definition, casting) {
    const couple = stage.cast.couples[stage.turn % Math.max(1, stage.cast.couples.length)];
    const [giver, taker] = couple ?? [casting.one('transferor'), casting.one('transferee')];
    const { facts, title } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders: [giver],
    });
    const others = casting.parties().filter(({ role }) => role !== 'transferor' && role !== 'transferee');
    return {
      units: [facts.code],
      parties: [{ role: 'transferor', member: giver }, { role: 'transferee', member: taker }, ...others],
      form: { certificateNumber: title.certificate, coOwnership: '0' },
    };
  },
};
