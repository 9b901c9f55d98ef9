import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkNoticeContent, isOfMortgage } from '../limited/advance-notice.ts';
import type { AdvanceNoticeContent } from '../limited-rights.ts';
import { checkPage } from '../page-opening.ts';
import { areAmong, checkNotices, checkNotLocked, checkNotSeized, noticesOfSale } from '../restrictions.ts';
import { noticeRightType } from '../right-types.ts';
import type { CoOwnership, Refusal, SealedHolder, SealedPerson, UnitFacts } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 预告登记: of a sale (kinds 1, 2; one on a unit) or of a mortgage (3, 4). Opens the page of a unit that has none. */
export interface AdvanceNotice extends EffectBase {
  readonly type: 'advance-notice';
  /** Local right-type code; 96 when left out. */
  readonly rightType?: string;
  /** YGDJZL code. */
  readonly noticeKind: AdvanceNoticeContent['noticeKind'];
  /** 预告登记权利人. */
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** 预告登记义务人: holders of the title once there is one; of a mortgage also those who have the notice of sale. */
  readonly obligors: readonly SealedPerson[];
  /** Fen. */
  readonly amount?: number;
  readonly contractNumber?: string;
  /** What the mortgage will say; of kinds 3 and 4. */
  readonly mortgage?: AdvanceNoticeContent['mortgage'];
  /** From this calendar date registration is possible: the ninety days run from it. */
  readonly registrableFrom?: string;
  /** For a unit that has no page yet. */
  readonly facts?: UnitFacts;
  /** Ids or origins of the notices whose holders agreed. */
  readonly consents?: readonly string[];
  /** Number of the proof of registration. */
  readonly certificate?: string;
}

export const advanceNotice: EffectDefinition<AdvanceNotice> = {
  type: 'advance-notice',
  title: '预告登记',
  law: [law.advanceNotice, law.noticeRules],
  apply(draft, effect) {
    const content = contentOf(effect);
    const refusals = [
      ...checkNotLocked(draft),
      ...checkNotSeized(draft, '办理预告登记'),
      ...checkPage(draft, effect),
      ...checkHolders(effect.holders, effect.coOwnership),
      ...checkObligors(draft, effect),
      ...checkOthers(draft, effect),
      ...checkNoticeContent(draft, content),
    ];
    if (refusals.length > 0) return refusals;

    if (!draft.unit && effect.facts) draft.setUnit(effect.facts);
    const right = draft.open({
      kind: 'advance-notice',
      rightType: effect.rightType ?? noticeRightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content,
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    return [];
  },
};

function contentOf(effect: AdvanceNotice): AdvanceNoticeContent {
  return {
    noticeKind: effect.noticeKind,
    obligors: effect.obligors,
    ...optional('amount', effect.amount),
    ...optional('contractNumber', effect.contractNumber),
    ...optional('mortgage', effect.mortgage),
    ...optional('registrableFrom', effect.registrableFrom),
    reason: effect.reason,
  };
}

/** Only who has the title can promise it; before there is a title, whoever the contract names. */
function checkObligors(draft: Draft, effect: AdvanceNotice): Refusal[] {
  const { obligors } = effect;
  if (obligors.length === 0) {
    return [refuse('OBLIGOR_MISSING', '没有预告登记义务人。', law.noticeRules)];
  }
  if (obligors.some((each) => areAmong([each], effect.holders))) {
    return [refuse('OBLIGOR_HOLDS', '预告登记义务人不能同时是权利人。', law.noticeRules)];
  }
  const ownership = draft.ownership();
  if (!ownership || areAmong(obligors, ownership.holders)) {
    const all = ownership?.coOwnership === '2' || areAmong(ownership?.holders ?? [], obligors);
    if (all) return [];
    return [
      refuse('ALL_OWNERS_NEEDED', '共同共有的不动产须由全体共有人作为义务人。', law.disposalOfCommonThing),
    ];
  }
  const buyers = isOfMortgage(effect) ? noticesOfSale(draft).flatMap((notice) => notice.holders) : [];
  if (areAmong(obligors, buyers)) return [];
  return [refuse('OBLIGOR_NOT_HOLDER', '预告登记义务人不是登记簿记载的权利人。', law.advanceNotice)];
}

/** A second notice of sale has no place; a mortgage promised by another than the noticed buyer needs the buyer's consent. */
function checkOthers(draft: Draft, effect: AdvanceNotice): Refusal[] {
  if (isOfMortgage(effect)) {
    return checkNotices(draft, { consents: effect.consents, actors: effect.obligors });
  }
  if (noticesOfSale(draft).length === 0) return [];
  return [refuse('NOTICE_TWICE', '该不动产已办理买卖等转移的预告登记，不能重复办理。', law.advanceNotice)];
}
