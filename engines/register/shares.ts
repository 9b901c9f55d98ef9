import { largestDenominator, type Share } from '@hengchan/standards';

/** A real part of a whole with numbers the register can hold. */
export const isShare = (share: Share): boolean =>
  Number.isSafeInteger(share.numerator) &&
  Number.isSafeInteger(share.denominator) &&
  share.numerator > 0 &&
  share.numerator <= share.denominator &&
  share.denominator <= largestDenominator;

/** Whether the shares add up to exactly `total`; no limit applies to the common denominator. */
export function addUpTo(shares: readonly Share[], total: Share): boolean {
  let [numerator, denominator] = [0n, 1n];
  for (const share of shares) {
    numerator = numerator * BigInt(share.denominator) + BigInt(share.numerator) * denominator;
    denominator *= BigInt(share.denominator);
  }
  return numerator * BigInt(total.denominator) === BigInt(total.numerator) * denominator;
}
