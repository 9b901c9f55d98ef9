import type { Draft } from './draft.ts';
import { optional, refuse } from './effects/effect.ts';
import { checkHolders } from './holders.ts';
import { law } from './law.ts';
import { checkMortgageTerms } from './mortgage-terms.ts';
import { mortgageRightType } from './right-types.ts';
import type { CoOwnership, MortgageContent, Refusal, SealedHolder } from './state.ts';

/** A mortgage of a closed page that goes on with the unit that took its place (分割、合并、重新编码). */
export interface CarriedMortgage {
  /** Exactly as it was registered. */
  readonly content: MortgageContent;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  readonly rank: number;
  /** Number of the proof its holder has in hands and keeps. */
  readonly certificate?: string;
  /** QLLX code in use for mortgages; 23 when left out. */
  readonly rightType?: string;
}

/** What is wrong with the mortgages that come along: their terms, their holders, two with one rank. */
export function checkCarried(mortgages: readonly CarriedMortgage[]): Refusal[] {
  const refusals = mortgages.flatMap((each) => [
    ...checkHolders(each.holders, each.coOwnership),
    ...checkMortgageTerms(each.content),
  ]);
  const ranks = mortgages.map((each) => each.rank);
  if (new Set(ranks).size < ranks.length || !ranks.every((rank) => Number.isSafeInteger(rank) && rank > 0)) {
    refusals.push(refuse('RANK_INVALID', '随不动产单元延续的抵押权顺位重复或有误。', law.mortgageRank));
  }
  return refusals;
}

/**
 * Opens the mortgages on the new page. The proof of registration stays in its holder's hands and still proves the
 * mortgage, so its number is written on the right but not issued again: a number is issued once, and after a split
 * the same proof stands for the mortgage on every part.
 */
export function openCarried(draft: Draft, mortgages: readonly CarriedMortgage[]): void {
  for (const { content, holders, coOwnership, rank, certificate, rightType } of mortgages) {
    draft.open({
      kind: 'mortgage',
      rightType: rightType ?? mortgageRightType,
      holders,
      coOwnership,
      rank,
      ...optional('certificate', certificate),
      content,
    });
  }
}
