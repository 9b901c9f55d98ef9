import { isDateText } from '@hengchan/standards';
import { refuse } from './effects/effect.ts';
import { law } from './law.ts';
import type { Refusal } from './state.ts';

/** What a mortgage secures and for how long: of one that is entered, altered, or promised in an advance notice. */
export interface MortgageTerms {
  readonly principal: number;
  readonly termFrom: string;
  readonly termTo: string;
}

/** PRINCIPAL_INVALID and TERM_INVALID. */
export function checkMortgageTerms(terms: MortgageTerms): Refusal[] {
  const refusals: Refusal[] = [];
  if (!Number.isSafeInteger(terms.principal) || terms.principal <= 0) {
    refusals.push(
      refuse('PRINCIPAL_INVALID', '被担保债权数额（最高债权额）应大于零，以分为单位。', law.mortgageOnEntry),
    );
  }
  if (!isTerm(terms.termFrom, terms.termTo)) {
    refusals.push(
      refuse('TERM_INVALID', '债务履行期限（债权确定期间）的起止日期有误。', law.mortgageOnEntry),
    );
  }
  return refusals;
}

/** Two calendar dates in their order. */
export const isTerm = (from: string, to: string): boolean => isDateText(from) && isDateText(to) && from <= to;
