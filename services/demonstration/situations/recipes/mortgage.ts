import type { BusinessDefinition } from '@hengchan/casework';
import { giveMortgage, rightTypeOf, titledUnit } from '../acts.ts';
import type { Casting } from '../casting.ts';
import type { Stage } from '../stage.ts';
import type { Recipe } from './recipe.ts';

/** A unit whose title is mortgaged to whoever plays the mortgagee. */
async function mortgagedUnit(
  stage: Stage,
  definition: BusinessDefinition,
  casting: Casting,
  mode: '1' | '2',
) {
  const holders = casting.holders();
  const { facts, title } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders });
  const mortgage = await giveMortgage(stage, facts.code, {
    mortgagee: casting.one('mortgagee'),
    debtors: holders,
    mode,
  });
  return { facts, title, mortgage };
}

const mortgagedAs = (mode: '1' | '2'): Recipe => ({
  async prepare(stage, definition, casting) {
    const { facts, title, mortgage } = await mortgagedUnit(stage, definition, casting, mode);
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: { proofNumber: mortgage.certificate, certificateNumber: title.certificate },
    };
  },
});

/** 抵押权变更、转移、注销: a mortgage is there. */
export const mortgaged = mortgagedAs('1');
/** 最高额抵押权确定: its claims are open yet. */
export const mortgagedUpToMaximum = mortgagedAs('2');
