/**
 * Money as whole fen in a safe integer: the largest amount is about 90 万亿元. No function here
 * passes through a fraction of a `number`.
 */

/** A rate written as a decimal (`'0.015'`), a percentage (`'1.5%'`) or a fraction. */
export type Rate = string | { numerator: number | bigint; denominator: number | bigint };

const amountPattern = /^([-−]?)(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** Whether the number can be an amount in fen. */
export function isFen(value: number): boolean {
  return Number.isSafeInteger(value);
}

/** `'1,280,000.00'` yuan to fen. Throws RangeError for more than two decimals or anything that is no amount. */
export function yuan(text: string): number {
  const fen = parseYuan(text);
  if (fen === undefined) throw new RangeError(`not an amount in yuan with at most two decimals: ${text}`);
  return fen;
}

/** As {@link yuan}, but undefined instead of an error: for what people typed. */
export function parseYuan(text: string): number | undefined {
  const match = amountPattern.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const fen = Number(BigInt(whole.replace(/[,，]/g, '') + decimals.padEnd(2, '0')));
  if (!isFen(fen)) return undefined;
  return sign && fen !== 0 ? -fen : fen;
}

/** Fen to `'1,280,000.00'`; without grouping `'1280000.00'`. */
export function formatYuan(fen: number, options: { grouping?: boolean } = {}): string {
  assertFen(fen);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  const grouped = options.grouping === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${grouped}.${digits.slice(-2)}`;
}

/** Sum of amounts. Throws RangeError when the sum is no safe integer. */
export function addFen(...amounts: number[]): number {
  return toFen(amounts.reduce((sum, fen) => sum + bigintOf(fen), 0n));
}

/** An amount times a rate, rounded to whole fen; a half goes away from zero (四舍五入). */
export function multiplyRate(fen: number, rate: Rate): number {
  const { numerator, denominator } = ratioOf(rate);
  return toFen(roundedQuotient(bigintOf(fen) * numerator, denominator));
}

/**
 * Splits an amount by weights so that the parts sum to it exactly: the left-over fen go to the
 * largest remainders, the earlier part first. Throws RangeError without a positive weight.
 */
export function splitFen(fen: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError('weights must be positive');
  const amount = BigInt(Math.abs(assertFen(fen)));
  const parts = weights.map((weight, index) => {
    const product = amount * BigInt(weight);
    return { index, part: product / total, remainder: product % total };
  });
  const left = amount - parts.reduce((sum, { part }) => sum + part, 0n);
  const byRemainder = parts.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const entry of byRemainder.slice(0, Number(left))) entry.part += 1n;
  return parts.map(({ part }) => (fen < 0 && part > 0n ? -Number(part) : Number(part)));
}

function ratioOf(rate: Rate): { numerator: bigint; denominator: bigint } {
  if (typeof rate !== 'string') {
    const ratio = { numerator: BigInt(rate.numerator), denominator: BigInt(rate.denominator) };
    if (ratio.denominator <= 0n) throw new RangeError('the denominator must be positive');
    return ratio;
  }
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?([%‰]?)$/.exec(rate.trim());
  if (!match) throw new RangeError(`not a rate: ${rate}`);
  const [, sign, whole = '', decimals = '', unit] = match;
  const scale = unit === '%' ? 100n : unit === '‰' ? 1000n : 1n;
  const numerator = BigInt(whole + decimals);
  return { numerator: sign ? -numerator : numerator, denominator: 10n ** BigInt(decimals.length) * scale };
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n;
  const rounded = ((negative ? -numerator : numerator) * 2n + denominator) / (denominator * 2n);
  return negative ? -rounded : rounded;
}

function bigintOf(fen: number): bigint {
  return BigInt(assertFen(fen));
}

function toFen(value: bigint): number {
  const fen = Number(value);
  if (!isFen(fen)) throw new RangeError('the amount is too large');
  return fen;
}

function assertFen(fen: number): number {
  if (!isFen(fen)) throw new RangeError('an amount is a whole number of fen');
  return fen;
}
