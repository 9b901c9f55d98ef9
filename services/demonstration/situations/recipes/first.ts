import type { BusinessDefinition } from '@hengchan/casework';
import type { UnitFacts } from '@hengchan/register';
import { giveTitle, rightTypeOf } from '../acts.ts';
import { landTitleOf } from '../ground.ts';
import type { Recipe } from './recipe.ts';

/** 首次登记: units the survey described; the land under a building has its title where a rule asks for it. */
export const surveyedUnits: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = rightTypeOf(definition);
    const withCommonParts = definition.effects.includes('first-register-common-parts');
    const count = Math.max(1, definition.units.minimum, withCommonParts ? 2 : 1);
    const facts = await stage.survey({ rightType, count, changes: natureWanted(definition) });
    const [first] = facts;
    const landTitle = landTitleOf(rightType);
    if (first && landTitle && definition.rules.some((use) => use.rule === 'LAND_TITLED_FIRST')) {
      const [land] = await stage.surveyOn(first.parcelCode, { rightType: landTitle });
      if (land) await giveTitle(stage, land, { rightType: landTitle, holders: casting.all('applicant') });
    }
    const units = facts.map((each) => each.code);
    if (!withCommonParts || !first) return { units, parties: casting.parties() };
    const [shared] = await stage.surveyOn(first.parcelCode, {
      rightType,
      from: count + 1,
      changes: { location: `${first.location.replace(/\d+室$/, '')}物业管理用房`, use: '81', houseType: '5' },
    });
    const commonParts = shared ? [shared.code] : [];
    return {
      units,
      parties: casting.parties(),
      form: { commonParts },
      entries: units.length + commonParts.length,
    };
  },
};

/** 权利性质 as the business wants it: granted, allotted. */
function natureWanted({ rules }: BusinessDefinition): Partial<UnitFacts> {
  const nature = rules.find((use) => use.rule === 'RIGHTS_NATURE_FITS')?.parameters?.nature;
  return typeof nature === 'string' ? { rightsNature: nature } : {};
}
