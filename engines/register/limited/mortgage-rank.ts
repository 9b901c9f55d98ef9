import { type Draft, wording } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import { law } from '../law.ts';
import { originsOf } from '../restrictions.ts';
import type { MortgageRight, Refusal } from '../state.ts';

/**
 * 抵押权顺位变更 (民法典 409): two mortgages exchange their ranks; whoever stands between them or moves back must have
 * agreed. RANK_NOT_HELD, NOTHING_CHANGES, RANK_CONSENT_MISSING.
 */
export function checkRankExchange(
  draft: Draft,
  mortgage: MortgageRight,
  rank: number,
  consents: readonly string[] | undefined,
): Refusal[] {
  if (rank === mortgage.rank) {
    return [refuse('NOTHING_CHANGES', '抵押权顺位没有变化。', law.mortgageAlteration)];
  }
  const other = draft.mortgages().find((each) => each.rank === rank);
  if (!other) {
    return [
      refuse('RANK_NOT_HELD', `没有第 ${rank} 顺位的现势抵押权，不能互换顺位。`, law.mortgageAlteration),
    ];
  }
  const agreed = originsOf(draft, consents);
  const [first, last] = [Math.min(rank, mortgage.rank), Math.max(rank, mortgage.rank)];
  return draft
    .mortgages()
    .filter((each) => each.rank > first && each.rank < last)
    .concat(other.rank < mortgage.rank ? [other] : [])
    .filter((each) => !agreed.has(each.origin))
    .map((each) =>
      refuse(
        'RANK_CONSENT_MISSING',
        `变更顺位须经第 ${each.rank} 顺位抵押权人书面同意。`,
        law.mortgageAlteration,
      ),
    );
}

/** Gives the mortgage the rank and the one that had it the mortgage's; both rows end before either goes on. */
export function exchangeRanks(draft: Draft, next: MortgageRight, rank: number, reason: string): string {
  const other = draft.mortgages().find((each) => each.rank === rank);
  if (!other) throw new Error(`no mortgage has rank ${rank}`);
  draft.end(next.id, reason);
  draft.end(other.id, '抵押权顺位变更');
  const right = draft.open({ ...wording(next), rank }, draft.at.now, next);
  draft.open({ ...wording(other), rank: next.rank }, draft.at.now, other);
  return right;
}
