import type { Draft } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import { noticeUntil } from '../lapse.ts';
import { law } from '../law.ts';
import type { AdvanceNoticeContent } from '../limited-rights.ts';
import { checkMortgageTerms, type MortgageTerms } from '../mortgage-terms.ts';
import { isAgainstOneOf } from '../pre-seizure.ts';
import { areAmong, checkNotSeized, noticesOfSale, originsOf } from '../restrictions.ts';
import type { AdvanceNoticeRight, Refusal, SealedPerson } from '../state.ts';
import { amount, date, type LimitedPolicy, optionally, text } from './policy.ts';

/** Kinds 3 and 4: a mortgage is promised, not a sale. */
export const isOfMortgage = (content: Pick<AdvanceNoticeContent, 'noticeKind'>): boolean =>
  content.noticeKind > '2';

/** AMOUNT_INVALID, MORTGAGE_NOT_EXPECTED, PRINCIPAL_MISSING, what is wrong with the promised mortgage, NOTICE_OVER. */
export function checkNoticeContent(draft: Draft, content: AdvanceNoticeContent): Refusal[] {
  const refusals: Refusal[] = [];
  if (content.amount !== undefined && !amount.accepts(content.amount)) {
    refusals.push(refuse('AMOUNT_INVALID', '金额应大于零，以分为单位。', law.noticeRules));
  }
  if (content.mortgage && !isOfMortgage(content)) {
    refusals.push(refuse('MORTGAGE_NOT_EXPECTED', '买卖预告登记不记载抵押内容。', law.noticeRules));
  }
  if (isOfMortgage(content) && !content.mortgage && content.amount === undefined) {
    refusals.push(refuse('PRINCIPAL_MISSING', '抵押预告登记须载明被担保的债权数额。', law.noticeRules));
  }
  if (content.mortgage && isOfMortgage(content)) refusals.push(...checkMortgageTerms(content.mortgage));
  return [...refusals, ...checkDay(draft, content)];
}

/** Only who has the title can promise it; before there is a title, whoever the contract names; a mortgage also who was promised the title. */
export function checkObligors(
  draft: Draft,
  content: Pick<AdvanceNoticeContent, 'noticeKind'>,
  obligors: readonly SealedPerson[],
  holders: readonly SealedPerson[],
): Refusal[] {
  if (obligors.length === 0) {
    return [refuse('OBLIGOR_MISSING', '没有预告登记义务人。', law.noticeRules)];
  }
  if (obligors.some((each) => areAmong([each], holders))) {
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
  const buyers = isOfMortgage(content) ? noticesOfSale(draft).flatMap((notice) => notice.holders) : [];
  if (areAmong(obligors, buyers)) return [];
  return [refuse('OBLIGOR_NOT_HOLDER', '预告登记义务人不是登记簿记载的权利人。', law.advanceNotice)];
}

/** A notice whose ninety days are over when it is entered would end at once. */
function checkDay(draft: Draft, content: AdvanceNoticeContent): Refusal[] {
  if (content.registrableFrom !== undefined && !date.accepts(content.registrableFrom)) {
    return [refuse('TERM_INVALID', '能够进行不动产登记之日有误。', law.advanceNotice)];
  }
  const until = noticeUntil(content);
  if (until === undefined || until > draft.at.now) return [];
  const message = '自能够进行不动产登记之日起已满九十日，预告登记已经失效。';
  return [refuse('NOTICE_OVER', message, law.advanceNotice)];
}

/**
 * Who relies on the claim a notice protects must agree before it goes: the holder of an advance notice of a mortgage
 * given by its claimant, and whoever pre-seized the claimant's expectation (实施细则 28). CONSENT_MISSING, UNIT_SEIZED.
 */
function checkDependents(draft: Draft, notice: AdvanceNoticeRight, consents?: readonly string[]): Refusal[] {
  if (isOfMortgage(notice.content)) return [];
  const agreed = originsOf(draft, consents);
  const seized = draft.seizures().some((seizure) => isAgainstOneOf(seizure, notice.holders));
  const missing = draft
    .of('advance-notice')
    .filter((each) => isOfMortgage(each.content) && !agreed.has(each.origin))
    .filter((each) => areAmong(each.content.obligors, notice.holders))
    .map((each) => {
      const names = each.holders.map((holder) => holder.name).join('、');
      return refuse('CONSENT_MISSING', `须经抵押预告登记权利人（${names}）同意。`, law.cancellation);
    });
  return seized ? [...checkNotSeized(draft, '处分预告登记的权利'), ...missing] : missing;
}

const isMortgage = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const { mode, termFrom, termTo, transferRestricted, debtors } = value as Record<string, unknown>;
  return (
    (mode === '1' || mode === '2') &&
    [termFrom, termTo].every(date.accepts) &&
    typeof transferRestricted === 'boolean' &&
    Array.isArray(debtors) &&
    amount.accepts((value as Partial<MortgageTerms>).principal)
  );
};

const isPeople = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each: Partial<SealedPerson>) =>
    [each.name, each.idType, each.idIndex].every((part) => typeof part === 'string' && part !== ''),
  );

export const advanceNoticePolicy: LimitedPolicy<AdvanceNoticeRight> = {
  title: '预告登记',
  law: law.advanceNotice,
  fields: {
    amount: optionally(amount),
    contractNumber: optionally(text),
    registrableFrom: optionally(date),
    mortgage: optionally({ accepts: isMortgage }),
    // Where what was promised passes to others, the mortgage promised on it is promised by them.
    obligors: { accepts: isPeople },
  },
  checkAlteration: (draft, before, after) => [
    ...(after.content.obligors === before.content.obligors
      ? []
      : checkObligors(draft, after.content, after.content.obligors, after.holders)),
    ...checkNoticeContent(draft, after.content),
  ],
  checkTransfer: (draft, notice, effect) => [
    ...(effect.obligors ? checkObligors(draft, notice.content, effect.obligors, effect.holders) : []),
    ...checkDependents(draft, notice, effect.consents),
  ],
  checkCancellation: (draft, notice, effect) => checkDependents(draft, notice, effect.consents),
};
