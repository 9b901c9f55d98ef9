import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkManagementContent } from '../limited/management.ts';
import { checkNotices, checkNotLocked, checkNotSeized } from '../restrictions.ts';
import { isRuralTitle, otherRightType } from '../right-types.ts';
import type { CoOwnership, Refusal, SealedHolder, SealedPerson } from '../state.ts';
import { checkProviders } from '../title-holders.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 土地经营权首次登记: of five years or more, on contracted and other rural land; one at a time. */
export interface Management extends EffectBase {
  readonly type: 'management';
  /** Local right-type code; 99 when left out. */
  readonly rightType?: string;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** 承包方: those who hold the land. */
  readonly providers: readonly SealedPerson[];
  readonly contractNumber?: string;
  readonly termFrom: string;
  readonly termTo: string;
  /** Ids or origins of the advance notices whose holders agreed. */
  readonly consents?: readonly string[];
  readonly certificate?: string;
}

export const management: EffectDefinition<Management> = {
  type: 'management',
  title: '土地经营权首次登记',
  law: [law.management],
  apply(draft, effect) {
    const { providers, termFrom, termTo, reason } = effect;
    const contract = optional('contractNumber', effect.contractNumber);
    const content = { providers, ...contract, termFrom, termTo, reason };
    const refusals = [
      ...checkNotLocked(draft),
      ...checkNotSeized(draft, '设立土地经营权'),
      ...checkNotices(draft, { consents: effect.consents }),
      ...checkLand(draft),
      ...checkProviders(draft, providers),
      ...checkHolders(effect.holders, effect.coOwnership),
      ...checkManagementContent(draft, content),
    ];
    if (refusals.length > 0) return refusals;

    const right = draft.open({
      kind: 'management',
      rightType: effect.rightType ?? otherRightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content,
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    return [];
  },
};

function checkLand(draft: Draft): Refusal[] {
  const [title, unit] = [draft.ownership(), draft.unit];
  const refusals: Refusal[] = [];
  if (title && unit && !isRuralTitle(title.rightType, unit)) {
    refusals.push(refuse('RURAL_LAND_EXPECTED', '土地经营权只能在承包地等农村土地上设立。', law.management));
  }
  if (draft.of('management').length > 0) {
    refusals.push(refuse('MANAGEMENT_TWICE', '该土地已有现势土地经营权，不能重复设立。', law.management));
  }
  return refusals;
}
