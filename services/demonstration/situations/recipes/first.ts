import { giveTitle, rightTypeOf } from '../acts.ts';
import { landTitleOf } from '../ground.ts';
import type { Recipe } from './recipe.ts';

/** 首次登记: units the survey described; the land under a building has its title where a rule asks for it. */
export const surveyedUnits: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = rightTypeOf(definition);
    const facts = await stage.survey({ rightType, count: Math.max(1, definition.units.minimum) });
    const [first] = facts;
    const landTitle = landTitleOf(rightType);
    if (first && landTitle && definition.rules.some((use) => use.rule === 'LAND_TITLED_FIRST')) {
      const [land] = await stage.surveyOn(first.parcelCode, { rightType: landTitle });
      if (land) await giveTitle(stage, land, { rightType: landTitle, holders: casting.all('applicant') });
    }
    return { units: facts.map((each) => each.code), parties: casting.parties() };
  },
};
