import type { UnitFacts } from '@hengchan/register';
import type { Chance } from './chance.ts';
import { atWork, soonAfter } from './days.ts';
import type { Holding, PlannedEvent } from './events.ts';
import type { Identity, Region } from './people.ts';
import type { Wish } from './wishes.ts';

export interface HistoryContext {
  readonly region: Region;
  readonly office: string;
  readonly companies: readonly Identity[];
  readonly lastDay: number;
  /** The wish of a home whose holders get accounts. */
  chosen(unit: number): Wish | undefined;
}

/** A history while it is being made up. */
export interface Making {
  readonly context: HistoryContext;
  readonly chance: Chance;
  readonly unit: number;
  readonly facts: UnitFacts;
  readonly events: PlannedEvent[];
  /** Fen a square metre. */
  readonly value: number;
  readonly began: number;
}

/** Office hours of the day, or shortly after what happened last when that is later. */
export function timeOn({ chance, events }: Making, day: number): number {
  const wanted = atWork(chance, day);
  const last = events.length > 0 ? lastAt(events) : 0;
  return wanted > last ? wanted : soonAfter(chance, last);
}

export const lastAt = (events: readonly PlannedEvent[]): number => events.at(-1)?.at ?? 0;

/** Who holds after the events so far. */
export function ownersOf(events: readonly PlannedEvent[]): Holding {
  const last = events.findLast((event) => 'holding' in event);
  if (!last || !('holding' in last)) throw new Error('nobody holds this unit');
  return last.holding;
}

/** What a square metre costs at the end of history, in fen. */
export function unitPriceOf(chance: Chance, facts: UnitFacts): number {
  if (facts.kind === 'land') return chance.integer(600, 3_000) * 100;
  if (facts.use === '80') return chance.integer(5_000, 9_000) * 100;
  return chance.integer(9_500, 22_000) * 100;
}

/** Prices rose by half over the decade. Whole hundreds of yuan. */
export function priceAt({ context, facts, value }: Making, day: number): number {
  const risen = 0.66 + (0.34 * day) / context.lastDay;
  return Math.max(1, Math.round((value * Number(facts.area) * risen) / 10_000)) * 10_000;
}
