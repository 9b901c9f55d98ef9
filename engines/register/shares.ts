import type { Share } from './state.ts';

/** Exact arithmetic on shares. Sums are kept in lowest terms, so denominators stay small. */

const greatestDivisor = (left: bigint, right: bigint): bigint =>
  right === 0n ? left : greatestDivisor(right, left % right);

function reduced(numerator: bigint, denominator: bigint): Share {
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator) || 1n;
  return { numerator: Number(numerator / divisor), denominator: Number(denominator / divisor) };
}

export const isShare = (share: Share): boolean =>
  Number.isSafeInteger(share.numerator) &&
  Number.isSafeInteger(share.denominator) &&
  share.numerator > 0 &&
  share.denominator > 0 &&
  share.numerator <= share.denominator;

export function addShares(left: Share, right: Share): Share {
  return combine(left, right, 1n);
}

export function subtractShares(left: Share, right: Share): Share {
  return combine(left, right, -1n);
}

function combine(left: Share, right: Share, sign: bigint): Share {
  const [a, b] = [BigInt(left.numerator), BigInt(left.denominator)];
  const [c, d] = [BigInt(right.numerator), BigInt(right.denominator)];
  return reduced(a * d + sign * c * b, b * d);
}

/** Negative, zero or positive as `left` is less than, equal to or more than `right`. */
export function compareShares(left: Share, right: Share): number {
  const difference =
    BigInt(left.numerator) * BigInt(right.denominator) - BigInt(right.numerator) * BigInt(left.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const sumOfShares = (shares: readonly Share[]): Share =>
  shares.reduce(addShares, { numerator: 0, denominator: 1 });

export const whole: Share = { numerator: 1, denominator: 1 };
