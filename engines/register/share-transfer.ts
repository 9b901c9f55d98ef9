import { addShares, compareShare, type Share, subtractShare, wholeShare } from '@hengchan/standards';
import { refuse } from './effects/effect.ts';
import { checkShares } from './holders.ts';
import { law } from './law.ts';
import { isShare } from './shares.ts';
import type { CoOwnership, OwnershipRight, Refusal, SealedHolder } from './state.ts';

export type PassedOwnership =
  | { readonly holders: readonly SealedHolder[]; readonly coOwnership: CoOwnership }
  | { readonly refusals: readonly Refusal[] };

interface From {
  readonly idIndex: string;
  readonly share?: Share;
  readonly certificate?: string;
}

/**
 * Who holds after a co-owner passes a share, or a part of it, to others (民法典 305).
 * A co-owner who receives more has one share afterwards; someone who ends up with everything holds alone.
 */
export function passShare(
  ownership: OwnershipRight,
  from: From,
  receivers: readonly SealedHolder[],
): PassedOwnership {
  const refused = (code: string, message: string) => ({
    refusals: [refuse(code, message, law.transferOfShare)],
  });
  if (ownership.coOwnership !== '2') {
    return refused('NOT_HELD_BY_SHARES', '该不动产不是按份共有，不能只转让份额。');
  }
  const transferor = ownership.holders.find((holder) => holder.idIndex === from.idIndex);
  if (!transferor?.share) return refused('TRANSFEROR_NOT_HOLDER', '转让人不是登记簿记载的按份共有人。');
  const amount = from.share ?? transferor.share;
  if (!isShare(amount) || compareShare(amount, transferor.share) > 0) {
    return refused('SHARE_TOO_LARGE', '转让的份额超过转让人享有的份额。');
  }
  if (receivers.length === 0) return refused('HOLDERS_MISSING', '没有受让人。');
  if (receivers.some((each) => each.idIndex === from.idIndex)) {
    return refused('TRANSFEROR_RECEIVES', '转让人不能同时是受让人。');
  }
  if (new Set(receivers.map((each) => `${each.idType} ${each.idIndex}`)).size < receivers.length) {
    return refused('HOLDER_TWICE', '同一受让人重复出现。');
  }
  const sole = receivers.length === 1 ? receivers[0] : undefined;
  const shared = sole && !sole.share ? [{ ...sole, share: amount }] : receivers;
  const wrong = checkShares(shared, amount);
  if (wrong.length > 0) return { refusals: wrong };
  try {
    return settle([...remaining(ownership, transferor, amount, from.certificate), ...shared]);
  } catch (error) {
    if (error instanceof RangeError) return refused('SHARE_TOO_FINE', '转让后的份额过于细碎，无法登记。');
    throw error;
  }
}

/** The old co-owners after the transferor has given the amount away; others keep their own certificates. */
function remaining(
  ownership: OwnershipRight,
  transferor: SealedHolder,
  amount: Share,
  certificate: string | undefined,
): SealedHolder[] {
  const left = subtractShare(transferor.share ?? wholeShare, amount);
  return ownership.holders.flatMap((holder) => {
    if (holder !== transferor) return [holder];
    if (left.numerator === 0) return [];
    const { certificate: _void, ...rest } = holder;
    return [{ ...rest, share: left, ...(certificate === undefined ? {} : { certificate }) }];
  });
}

/** Adds up the shares of the same person and drops the share of someone left alone. */
function settle(holders: readonly SealedHolder[]): PassedOwnership {
  const people = new Map<string, SealedHolder>();
  for (const holder of holders) {
    const key = `${holder.idType} ${holder.idIndex}`;
    const before = people.get(key);
    const share =
      before?.share && holder.share ? addShares(before.share, holder.share) : (holder.share ?? wholeShare);
    people.set(key, { ...holder, share });
  }
  const settled = [...people.values()];
  const [first] = settled;
  if (settled.length > 1 || !first) return { holders: settled, coOwnership: '2' };
  const { share: _whole, ...alone } = first;
  return { holders: [alone], coOwnership: '0' };
}
