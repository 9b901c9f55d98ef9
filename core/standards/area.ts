/**
 * Areas as decimal strings (square metres unless said otherwise), so a registered 89.30 stays 89.30.
 * Up to 15 digits before and 6 after the point.
 */

const pattern = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;
const scale = 1_000_000n;

/** Whether the text is a non-negative area. */
export function isArea(text: string): boolean {
  return pattern.test(text) && !text.startsWith('-');
}

/** Negative, zero or positive as the first is smaller, equal or larger; `'89.3'` equals `'89.30'`. */
export function compareArea(a: string, b: string): number {
  const difference = millionths(a) - millionths(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Exact sum, with at least two decimals. */
export function addAreas(...areas: string[]): string {
  return textOf(areas.reduce((sum, area) => sum + millionths(area), 0n));
}

/** Exact difference, with at least two decimals; may be negative. */
export function subtractArea(from: string, taken: string): string {
  return textOf(millionths(from) - millionths(taken));
}

/** Two decimals, half away from zero: the form printed on certificates. */
export function formatArea(text: string): string {
  return textOf(roundedTo(millionths(text), 10_000n));
}

/** Square metres to hectares with four decimals (土地 and 林地 are registered in either). */
export function squareMetresToHectares(text: string): string {
  const value = roundedTo(millionths(text), scale) / scale;
  return decimal(value, 4, 4);
}

/** Square metres to mu (亩, 1/15 hectare) with two decimals. */
export function squareMetresToMu(text: string): string {
  return textOf(roundedTo((millionths(text) * 3n) / 2_000n, 10_000n));
}

function millionths(text: string): bigint {
  const match = pattern.exec(text);
  if (!match) throw new RangeError(`not an area with at most 6 decimals: ${text}`);
  const [, sign, whole = '', decimals = ''] = match;
  const value = BigInt(whole) * scale + BigInt(decimals.padEnd(6, '0'));
  return sign ? -value : value;
}

function roundedTo(value: bigint, unit: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const rounded = ((magnitude + unit / 2n) / unit) * unit;
  return value < 0n ? -rounded : rounded;
}

function textOf(value: bigint): string {
  return decimal(value, 6, 2);
}

function decimal(value: bigint, digits: number, kept: number): string {
  const magnitude = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  const whole = magnitude.slice(0, -digits);
  const fraction = magnitude.slice(-digits);
  const trimmed = fraction.slice(0, kept) + fraction.slice(kept).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}.${trimmed}`;
}
