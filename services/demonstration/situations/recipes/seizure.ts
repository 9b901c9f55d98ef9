import { rightTypeOf, seizeUnit, seizureDocument, titledUnit } from '../acts.ts';
import type { Recipe } from './recipe.ts';

/** 查封: a free unit whose holder is the respondent. */
export const toBeSeized: Recipe = {
  async prepare(stage, definition, casting) {
    const { facts } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders: casting.all('respondent'),
    });
    return { units: [facts.code], parties: casting.parties('respondent') };
  },
};

/** 续封、解封: seized by the court that comes again. */
export const seized: Recipe = {
  async prepare(stage, definition, casting) {
    const [respondent] = casting.all('respondent');
    if (!respondent) throw new Error('nobody to seize from');
    const { facts } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders: [respondent] });
    await seizeUnit(stage, facts.code, casting.one('authority'), respondent);
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: { originalDocumentNumber: seizureDocument(stage) },
    };
  },
};

/** 预查封: a home the respondent has bought and that nobody holds a title of yet. */
export const toBePreSeized: Recipe = {
  async prepare(stage, definition, casting) {
    const [facts] = await stage.survey({ rightType: rightTypeOf(definition) });
    if (!facts) throw new Error('the survey described nothing');
    return { units: [facts.code], parties: casting.parties('respondent') };
  },
};
