import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkDominantHolders, checkEasementContent, isOnFirstPage } from '../limited/easement.ts';
import type { EasementContent } from '../limited-rights.ts';
import { checkNotices, checkNotLocked, checkNotSeized } from '../restrictions.ts';
import { easementRightType } from '../right-types.ts';
import type { CoOwnership, Refusal, SealedHolder, SealedPerson } from '../state.ts';
import { checkProviders } from '../title-holders.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 地役权首次登记 on one page: the same easement is one effect on each page of the land that serves and is served. */
export interface Easement extends EffectBase {
  readonly type: 'easement';
  /** QLLX code; 19 when left out. */
  readonly rightType?: string;
  /** Which of the two this page is. */
  readonly side: EasementContent['side'];
  /** Names the easement on every page it is on: number of its proof. */
  readonly key: string;
  /** Codes of the units that serve (供役地) and of those they serve (需役地). */
  readonly servient: readonly string[];
  readonly dominant: readonly string[];
  /** 地役权人: those who hold the dominant land. */
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** 供役地权利人. */
  readonly providers: readonly SealedPerson[];
  readonly purpose: string;
  readonly termFrom: string;
  readonly termTo: string;
  /** Ids or origins of the advance notices whose holders agreed. */
  readonly consents?: readonly string[];
  /** Number of the proof: shown on every page, issued with the first servient one, so that it is issued once. */
  readonly certificate?: string;
}

export const easement: EffectDefinition<Easement> = {
  type: 'easement',
  title: '地役权首次登记',
  law: [law.easement, law.easementOnEntry, law.easementTerm],
  apply(draft, effect) {
    const content = contentOf(effect);
    const refusals = [
      ...checkNotLocked(draft),
      ...checkHolders(effect.holders, effect.coOwnership),
      ...checkUnits(effect),
      ...checkSide(draft, effect),
      ...checkEasementContent(draft, content),
    ];
    if (draft.of('easement').some((each) => each.content.key === effect.key)) {
      refusals.push(refuse('EASEMENT_TWICE', '该地役权已在本登记簿页记载。', law.easement));
    }
    if (refusals.length > 0) return refusals;

    const right = draft.open({
      kind: 'easement',
      rightType: effect.rightType ?? easementRightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content,
    });
    if (isOnFirstPage(content, effect.unit)) {
      issueCertificates(draft, right, effect.certificate, effect.holders);
    }
    return [];
  },
};

function contentOf(effect: Easement): EasementContent {
  const { side, key, servient, dominant, providers, purpose, termFrom, termTo, reason } = effect;
  return { side, key, servient, dominant, providers, purpose, termFrom, termTo, reason };
}

/** The land that serves must be free to be burdened; the land that is served must belong to who has the easement. */
function checkSide(draft: Draft, effect: Easement): Refusal[] {
  if (effect.side === 'servient') {
    return [
      ...checkNotSeized(draft, '设立地役权'),
      ...checkNotices(draft, { consents: effect.consents }),
      ...checkProviders(draft, effect.providers),
    ];
  }
  if (effect.providers.length === 0) {
    return [refuse('PROVIDER_NOT_HOLDER', '没有供役地权利人。', law.easement)];
  }
  return checkDominantHolders(draft, 'dominant', effect.holders);
}

function checkUnits(effect: Easement): Refusal[] {
  const { servient, dominant, side, unit, key } = effect;
  const all = [...servient, ...dominant];
  const named = (side === 'servient' ? servient : dominant).includes(unit);
  if (servient.length > 0 && dominant.length > 0 && named && new Set(all).size === all.length && key !== '') {
    return [];
  }
  return [
    refuse('EASEMENT_UNITS_INVALID', '供役地、需役地的不动产单元有误，应各有其一且互不相同。', law.easement),
  ];
}
