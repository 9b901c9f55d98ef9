import { toShanghaiDate } from '@hengchan/standards';
import type { Draft } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import type { RightAlteration } from '../effects/right-alteration.ts';
import { law } from '../law.ts';
import { checkMortgageTerms } from '../mortgage-terms.ts';
import { checkNotices, checkNotSeized, originsOf } from '../restrictions.ts';
import type { MortgageRight, Refusal } from '../state.ts';
import { checkRankExchange } from './mortgage-rank.ts';
import { amount, date, type LimitedPolicy, optionally, text, yesOrNo } from './policy.ts';

/** More security than before burdens the unit anew: like a mortgage, it needs what disposal needs, and the lower ranks (民法典 409). */
function checkIncrease(draft: Draft, before: MortgageRight, effect: RightAlteration): Refusal[] {
  const consents = originsOf(draft, effect.consents);
  const lower = draft
    .mortgages()
    .filter((each) => each.rank > before.rank && !consents.has(each.origin))
    .map((each) =>
      refuse(
        'RANK_CONSENT_MISSING',
        `增加被担保的债权数额须经第 ${each.rank} 顺位抵押权人（${each.holders.map((holder) => holder.name).join('、')}）书面同意。`,
        law.mortgageAlteration,
      ),
    );
  return [
    ...checkNotSeized(draft, '增加被担保的债权数额'),
    ...checkNotices(draft, { consents: effect.consents }),
    ...lower,
  ];
}

/**
 * 最高额抵押权确定 (民法典 423): the claims are fixed on a day that has come, once, at no more than the highest amount.
 * NOT_MAXIMUM, TERM_INVALID, CLAIMS_FIXED, MAXIMUM_EXCEEDED.
 */
function checkDetermination(draft: Draft, before: MortgageRight, after: MortgageRight): Refusal[] {
  const { determinedOn, principal } = after.content;
  const fixed = before.content.determinedOn;
  if (fixed !== undefined && (determinedOn !== fixed || principal > before.content.principal)) {
    return [
      refuse('CLAIMS_FIXED', '最高额抵押担保的债权已经确定，不能再变更确定日或增加数额。', law.claimsFixed),
    ];
  }
  if (determinedOn === undefined || fixed !== undefined) return [];
  if (before.content.mode !== '2') {
    return [refuse('NOT_MAXIMUM', '只有最高额抵押权办理债权确定。', law.claimsFixed)];
  }
  if (determinedOn > toShanghaiDate(draft.at.now)) {
    return [refuse('TERM_INVALID', '债权确定之日不得晚于登簿之日。', law.claimsFixed)];
  }
  if (principal <= before.content.principal) return [];
  return [refuse('MAXIMUM_EXCEEDED', '确定的债权数额不得超过最高债权额。', law.maximumMortgage)];
}

export const mortgagePolicy: LimitedPolicy<MortgageRight> = {
  title: '抵押权',
  law: law.mortgageAlteration,
  fields: {
    principal: amount,
    termFrom: date,
    termTo: date,
    transferRestricted: yesOrNo,
    scope: optionally(text),
    contractNumber: optionally(text),
    determinedOn: optionally(date),
  },
  checkAlteration(draft, before, after, effect) {
    const terms = [...checkMortgageTerms(after.content), ...checkDetermination(draft, before, after)];
    const more = after.content.principal > before.content.principal;
    return [
      ...terms,
      ...(more && terms.length === 0 ? checkIncrease(draft, before, effect) : []),
      ...(effect.rank === undefined ? [] : checkRankExchange(draft, before, effect.rank, effect.consents)),
    ];
  },
  /** While the claims are open, a maximum mortgage does not go with a part of them unless agreed (民法典 421). */
  checkTransfer(_draft, { content }, effect) {
    if (content.mode === '1' || content.determinedOn !== undefined || effect.agreed === true) return [];
    return [
      refuse(
        'CLAIMS_NOT_FIXED',
        '最高额抵押担保的债权确定前，最高额抵押权不得转让，但是当事人另有约定的除外。',
        law.maximumMortgageTransfer,
      ),
    ];
  },
};
