import { type Share, wholeShare } from '@hengchan/standards';
import { refuse } from './effects/effect.ts';
import { law } from './law.ts';
import { addUpTo, isShare } from './shares.ts';
import type { CoOwnership, Refusal, SealedHolder, SealedPerson } from './state.ts';

/** What is wrong with a set of holders, if anything. `total` is what their shares must add up to. */
export function checkHolders(
  holders: readonly SealedHolder[],
  coOwnership: CoOwnership,
  total: Share = wholeShare,
): Refusal[] {
  const refusals: Refusal[] = [];
  const count = holders.length;
  if (count === 0) refusals.push(refuse('HOLDERS_MISSING', '没有权利人。', law.coOwnership));
  if (coOwnership === '0' && count > 1) {
    refusals.push(refuse('SOLE_HOLDER_EXPECTED', '单独所有只能有一名权利人。', law.coOwnership));
  }
  if ((coOwnership === '1' || coOwnership === '2') && count === 1) {
    refusals.push(refuse('CO_OWNERS_EXPECTED', '共有须有两名以上权利人。', law.coOwnership));
  }
  const people = new Set(holders.map((holder) => `${holder.idType} ${holder.idIndex}`));
  if (people.size < count) {
    refusals.push(refuse('HOLDER_TWICE', '同一权利人重复出现。', law.coOwnership));
  }
  return coOwnership === '2'
    ? [...refusals, ...checkShares(holders, total)]
    : [...refusals, ...checkNoShares(holders)];
}

/** Shares are all there, each is a real part, and together they are exactly `total`. */
export function checkShares(holders: readonly SealedHolder[], total: Share): Refusal[] {
  const shares = holders.flatMap((holder) => (holder.share ? [holder.share] : []));
  if (shares.length < holders.length) {
    return [refuse('SHARE_MISSING', '按份共有须载明每名权利人的份额。', law.shares)];
  }
  if (!shares.every(isShare)) return [refuse('SHARE_INVALID', '份额应为不超过一的正分数。', law.shares)];
  if (!addUpTo(shares, total)) {
    const expected = `${total.numerator}/${total.denominator}`;
    return [refuse('SHARES_NOT_WHOLE', `份额之和应等于 ${expected}。`, law.shares)];
  }
  return [];
}

function checkNoShares(holders: readonly SealedHolder[]): Refusal[] {
  if (holders.every((holder) => holder.share === undefined)) return [];
  return [refuse('SHARE_NOT_EXPECTED', '单独所有和共同共有不记载份额。', law.jointOwnership)];
}

/** Whether both name the same people, each once, in whatever order. */
export function areSamePeople(some: readonly SealedPerson[], others: readonly SealedPerson[]): boolean {
  const keys = (people: readonly SealedPerson[]) =>
    people
      .map((each) => `${each.idType} ${each.idIndex}`)
      .sort()
      .join('\n');
  return keys(some) === keys(others);
}
