import type { BusinessDefinition } from '@hengchan/casework';
import type { UnitFacts } from '@hengchan/register';
import { rightTypeOf, titledUnit } from '../acts.ts';
import { giveMortgageNotice, giveNotice } from '../acts-limited.ts';
import type { Member } from '../cast.ts';
import type { Casting, Preferences } from '../casting.ts';
import type { Stage } from '../stage.ts';
import type { Recipe } from './recipe.ts';

/** Whether the home is still being built: what it will be is known from the survey only. Citizens sell what they have the title of. */
function isPlanned({ units: { source = 'register' }, entrances, parties }: BusinessDefinition): boolean {
  const citizensSell = parties.some(({ role, kinds }) => role === 'obligor' && kinds.includes('person'));
  return source !== 'register' && !(citizensSell && entrances.includes('person'));
}

/** Sellers of homes under construction are developers. */
const sellers = (definition: BusinessDefinition): Preferences =>
  isPlanned(definition) ? { obligor: 'developer', transferor: 'developer' } : {};

const firstRole = (casting: Casting, roles: readonly string[]): readonly Member[] =>
  casting.all(roles.find((role) => casting.has(role)) ?? roles[0] ?? '');

/** Who was promised the home, and who promised it. */
const claimantsOf = (casting: Casting) =>
  firstRole(casting, ['transferee', 'claimant', 'mortgagor', 'newClaimant']);
const obligorsOf = (casting: Casting) => firstRole(casting, ['obligor', 'transferor']);

/** The home the notice is about: on the survey's list only, or with the title of whoever promised it. */
async function homeOf(stage: Stage, definition: BusinessDefinition, holders: readonly Member[]) {
  const rightType = rightTypeOf(definition);
  if (!isPlanned(definition)) return (await titledUnit(stage, { rightType, holders })).facts;
  const [facts] = await stage.survey({ rightType });
  if (!facts) throw new Error('the survey described nothing');
  return facts;
}

/** 预告登记、双预告: nothing is noted on the home yet. */
export const toBeNoticed: Recipe = {
  prefers: sellers,
  async prepare(stage, definition, casting) {
    const facts = await homeOf(stage, definition, obligorsOf(casting));
    return { units: [facts.code], parties: casting.parties() };
  },
};

/** Notes the sale, and the mortgage too where the business is about both or about the mortgage's notice. */
async function noted(stage: Stage, definition: BusinessDefinition, casting: Casting, facts: UnitFacts) {
  const planned = isPlanned(definition);
  // Of a new home the sale was noted before it had a title.
  const presold = obligorsOf(casting).every(({ kind }) => kind === 'developer');
  const claimants = claimantsOf(casting);
  const sale = await giveNotice(stage, facts.code, {
    kind: presold ? '1' : '2',
    claimants,
    obligors: obligorsOf(casting),
    ...(planned ? { facts } : {}),
  });
  const aboutMortgage = definition.effects.some((effect) => effect.includes('mortgage-notice'));
  if (!aboutMortgage || definition.effects[0] === 'give-mortgage-notice')
    return { sale, mortgage: undefined };
  const mortgage = await giveMortgageNotice(stage, facts.code, {
    kind: presold ? '3' : '4',
    mortgagee: casting.one('mortgagee'),
    obligors: claimants,
  });
  return { sale, mortgage };
}

/** 预告的变更、转移、注销和转本: the sale is noted, with the mortgage where the business is about it. */
export const noticed: Recipe = {
  prefers: sellers,
  async prepare(stage, definition, casting) {
    const facts = await homeOf(stage, definition, obligorsOf(casting));
    const { sale, mortgage } = await noted(stage, definition, casting, facts);
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: {
        noticeNumber: sale.certificate,
        proofNumber: sale.certificate,
        mortgageNoticeNumber: mortgage?.certificate,
        mortgageProofNumber: mortgage?.certificate,
      },
    };
  },
};
