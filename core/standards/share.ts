/**
 * Exact shares of a right (份额). Arithmetic is on bigints; the fraction that leaves a function has
 * safe integers, lowest terms and a denominator of at most {@link largestDenominator}.
 */
export interface Share {
  numerator: number;
  denominator: number;
}

/** Far beyond any registered share, and small enough to stay exact in JSON. */
export const largestDenominator = 1_000_000_000_000;

/** The whole right. */
export const wholeShare: Share = { numerator: 1, denominator: 1 };

interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

/** Lowest terms: 2/4 becomes 1/2. Throws RangeError for a negative numerator or a denominator out of range. */
export function reduceShare(share: Share): Share {
  return toShare(toFraction(share));
}

/** Sum in lowest terms; of nothing it is 0/1. Throws RangeError when the denominator grows past the limit. */
export function addShares(...shares: Share[]): Share {
  return toShare(sumOf(shares));
}

/** What is left of the first share. Throws RangeError when more is taken than there is. */
export function subtractShare(from: Share, taken: Share): Share {
  const a = toFraction(from);
  const b = toFraction(taken);
  return toShare({
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  });
}

/** A share of a share: selling half of one third gives one sixth. */
export function multiplyShare(share: Share, by: Share): Share {
  const a = toFraction(share);
  const b = toFraction(by);
  return toShare({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator });
}

/** Whether the shares make exactly the whole. No limit applies to the common denominator. */
export function sharesSumToOne(shares: readonly Share[]): boolean {
  const sum = sumOf(shares);
  return sum.numerator === sum.denominator;
}

/** Negative, zero or positive as the first is smaller, equal or larger. */
export function compareShare(a: Share, b: Share): number {
  const left = toFraction(a);
  const right = toFraction(b);
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `'1/2'`, `'50%'`, `'33.33%'`, `'0.5'` or `'1'` in lowest terms; undefined for anything else or more than the whole. */
export function parseShare(text: string): Share | undefined {
  const fraction = fractionOf(text.normalize('NFKC').replace(/\s+/g, ''));
  if (!fraction || fraction.denominator === 0n || fraction.numerator > fraction.denominator) return undefined;
  const share = lowestTerms(fraction);
  return share.denominator > BigInt(largestDenominator) ? undefined : toShare(share);
}

function fractionOf(text: string): Fraction | undefined {
  const ratio = /^(\d{1,13})\/(\d{1,13})$/.exec(text);
  if (ratio) return { numerator: BigInt(ratio[1] ?? ''), denominator: BigInt(ratio[2] ?? '') };
  const decimal = /^(\d{1,3})(?:\.(\d{1,10}))?(%?)$/.exec(text);
  if (!decimal) return undefined;
  const [, whole = '', decimals = '', percent] = decimal;
  const scale = 10n ** BigInt(decimals.length);
  return { numerator: BigInt(whole + decimals), denominator: percent ? scale * 100n : scale };
}

/** `'1/2'` as given, not reduced: a register shows the denominator the parties chose. The whole is `'1/1'`. */
export function formatShare(share: Share): string {
  toFraction(share);
  return `${share.numerator}/${share.denominator}`;
}

/** `'33.33%'`, rounded half up to two decimals; for display only. */
export function formatSharePercent(share: Share): string {
  const { numerator, denominator } = toFraction(share);
  const hundredths = (numerator * 20_000n + denominator) / (denominator * 2n);
  const digits = String(hundredths).padStart(3, '0');
  const decimal = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return `${decimal.replace(/\.?0+$/, '')}%`;
}

function sumOf(shares: readonly Share[]): Fraction {
  let sum: Fraction = { numerator: 0n, denominator: 1n };
  for (const share of shares) {
    const { numerator, denominator } = toFraction(share);
    sum = lowestTerms({
      numerator: sum.numerator * denominator + numerator * sum.denominator,
      denominator: sum.denominator * denominator,
    });
  }
  return sum;
}

function toFraction(share: Share): Fraction {
  const { numerator, denominator } = share;
  if (!Number.isSafeInteger(numerator) || numerator < 0) {
    throw new RangeError('the numerator of a share is a whole number from 0');
  }
  if (!Number.isSafeInteger(denominator) || denominator < 1 || denominator > largestDenominator) {
    throw new RangeError(`the denominator of a share lies in 1 to ${largestDenominator}`);
  }
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

function toShare(fraction: Fraction): Share {
  const { numerator, denominator } = lowestTerms(fraction);
  const share = { numerator: Number(numerator), denominator: Number(denominator) };
  toFraction(share);
  return share;
}

function lowestTerms({ numerator, denominator }: Fraction): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { numerator: numerator / a, denominator: denominator / a } : { numerator, denominator };
}
