import { toShanghaiDate } from '@hengchan/standards';
import type { Draft } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import { type Citation, law } from '../law.ts';
import { isTerm } from '../mortgage-terms.ts';
import type { Refusal } from '../state.ts';

interface Span {
  readonly termFrom: string;
  readonly termTo?: string;
}

/** TERM_INVALID when the dates are none or in the wrong order, TERM_OVER when the right's time is over (条例 22). */
export function checkTerm(draft: Draft, { termFrom, termTo }: Span, citation: Citation): Refusal[] {
  if (!isTerm(termFrom, termTo ?? termFrom)) {
    return [refuse('TERM_INVALID', '权利期限的起止日期有误。', citation)];
  }
  if (termTo === undefined || termTo >= toShanghaiDate(draft.at.now)) return [];
  return [refuse('TERM_OVER', '申请登记的权利已经超过规定的期限。', law.refusal)];
}

/** TERM_TOO_LONG when a right outlasts the land-use term the page records, as far as it records one. */
export function checkWithinLandTerm(draft: Draft, { termTo }: Span, citation: Citation): Refusal[] {
  const last = draft.unit?.landTermTo;
  if (last === undefined || termTo === undefined || termTo <= last) return [];
  return [
    refuse('TERM_TOO_LONG', `权利期限不得超过土地使用权、承包经营权的剩余期限（至 ${last}）。`, citation),
  ];
}
