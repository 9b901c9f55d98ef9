import { issueCertificates } from '../certificates.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkHabitationContent } from '../limited/habitation.ts';
import { checkNotices, checkNotLocked, checkNotSeized } from '../restrictions.ts';
import { habitationRightType } from '../right-types.ts';
import type { CoOwnership, Refusal, SealedHolder, SealedPerson, UnitFacts } from '../state.ts';
import { checkProviders } from '../title-holders.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 居住权首次登记: begins with the entry (民法典 368); a home may have several. */
export interface Habitation extends EffectBase {
  readonly type: 'habitation';
  /** Local right-type code; 92 when left out. */
  readonly rightType?: string;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** Those who hold the home. */
  readonly providers: readonly SealedPerson[];
  readonly conditions: string;
  readonly termFrom: string;
  /** Left out: for life. */
  readonly termTo?: string;
  readonly mayLet: boolean;
  /** Ids or origins of the advance notices whose holders agreed. */
  readonly consents?: readonly string[];
  readonly certificate?: string;
}

export const habitation: EffectDefinition<Habitation> = {
  type: 'habitation',
  title: '居住权首次登记',
  law: [law.habitation, law.habitationOnEntry, law.habitationStays],
  apply(draft, effect) {
    const { providers, conditions, termFrom, mayLet, reason } = effect;
    const term = { termFrom, ...optional('termTo', effect.termTo) };
    const content = { providers, conditions, ...term, mayLet, reason };
    const refusals = [
      ...checkNotLocked(draft),
      ...checkNotSeized(draft, '设立居住权'),
      ...checkNotices(draft, { consents: effect.consents }),
      ...checkHome(draft.unit),
      ...checkProviders(draft, providers),
      ...checkHolders(effect.holders, effect.coOwnership),
      ...checkHabitationContent(draft, content),
    ];
    if (refusals.length > 0) return refusals;

    const right = draft.open({
      kind: 'habitation',
      rightType: effect.rightType ?? habitationRightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content,
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    return [];
  },
};

/** GHYT codes of homes all begin with 1 (10 住宅 … 13 集体宿舍). */
function checkHome(unit: UnitFacts | undefined): Refusal[] {
  if (!unit || (unit.kind === 'house' && unit.use.startsWith('1'))) return [];
  return [refuse('HOME_EXPECTED', '居住权只能在住宅上设立。', law.habitation)];
}
