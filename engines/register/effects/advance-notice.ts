import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkNoticeContent, checkObligors, isOfMortgage } from '../limited/advance-notice.ts';
import type { AdvanceNoticeContent } from '../limited-rights.ts';
import { checkPage } from '../page-opening.ts';
import { checkNotices, checkNotLocked, checkNotSeized, noticesOfSale } from '../restrictions.ts';
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
      ...checkObligors(draft, effect, effect.obligors, effect.holders),
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

/** A second notice of sale has no place; a mortgage promised by another than the noticed buyer needs the buyer's consent. */
function checkOthers(draft: Draft, effect: AdvanceNotice): Refusal[] {
  if (isOfMortgage(effect)) {
    return checkNotices(draft, { consents: effect.consents, actors: effect.obligors });
  }
  if (noticesOfSale(draft).length === 0) return [];
  return [refuse('NOTICE_TWICE', '该不动产已办理买卖等转移的预告登记，不能重复办理。', law.advanceNotice)];
}
