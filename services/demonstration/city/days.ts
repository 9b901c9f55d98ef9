import type { Chance } from './chance.ts';

/** Days of the city's history, counted from the day the unified register began here. */
const start = Date.UTC(2016, 0, 1);
const startWeekday = 5;
export const dayLength = 86_400_000;

/** The last day an entry may fall on: history ends before the day the city is made, weekends left out. */
export function lastDayBefore(now: number): number {
  return Math.floor((now - start) / dayLength) - 4;
}

/** A moment within office hours in China on the day, or on the Monday after when it is a weekend. */
export function atWork(chance: Chance, day: number): number {
  const weekday = (day + startWeekday) % 7;
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return start + (day + shift) * dayLength + chance.integer(65 * 60, 8 * 3_600) * 1_000;
}

/** A little later the same day. */
export const soonAfter = (chance: Chance, at: number): number => at + chance.integer(3 * 60, 20 * 60) * 1_000;

export const dateOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

export const dayOf = (at: number): number => Math.floor((at - start) / dayLength);

/** The calendar day so many years on, less one: the last day of a term. */
export function endOfTerm(from: string, years: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}
