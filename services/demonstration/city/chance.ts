import { type Random, seededRandom } from '@hengchan/platform';

/** A repeatable stream of randomness that belongs to one thing. */
export interface Chance extends Random {
  /** True in so many of a hundred cases. */
  percent(of: number): boolean;
}

/**
 * The stream of the thing named by the numbers: a unit, a family, a quarter. The same names always give the same
 * stream, so anything in the city can be made alone and in any order.
 */
export function chanceOf(...names: readonly number[]): Chance {
  let mixed = 0x9e3779b9;
  for (const name of names) {
    mixed = Math.imul(mixed ^ name, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  const random = seededRandom(mixed);
  return { ...random, percent: (of) => random.integer(1, 1_000) <= of * 10 };
}

/** What a stream is for, so that two questions about the same thing do not get the same answers. */
export const topics = { quarter: 1, parcel: 2, family: 3, unit: 4, owner: 5, company: 6, staff: 7 } as const;
