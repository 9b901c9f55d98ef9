import fc from 'fast-check';
import type { Effect } from './effects.ts';
import * as make from './fixtures.ts';
import type { MemoryUnit } from './memory-unit.ts';
import type { CoOwnership, SealedHolder } from './state.ts';

/** An effect that depends on how the unit stands by then; some of what comes out must be refused. */
export type Choice = (unit: MemoryUnit, now: Date) => Effect;

/** A step of a random history: the effect depends on how the unit stands by then. */
export interface Step {
  /** Hours since the step before. */
  readonly hours: number;
  readonly effect: Choice;
}

export const names = ['甲', '乙', '丙', '丁', '戊'];
export const courts = ['第一法院', '第二法院', '第三法院'];

const people = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });

/** Holders with a way of holding that fits, or nearly fits: some of what comes out must be refused. */
export const ownership = fc
  .tuple(
    people,
    fc.constantFrom<CoOwnership>('0', '1', '2'),
    fc.nat(9),
    fc.array(fc.integer({ min: 1, max: 5 })),
  )
  .map(([chosen, wanted, odd, weights]) => {
    const coOwnership = odd === 0 ? wanted : chosen.length === 1 ? '0' : wanted === '0' ? '1' : wanted;
    const parts = chosen.map((_, at) => weights[at] ?? 1);
    const total = parts.reduce((sum, part) => sum + part, odd === 1 ? 1 : 0);
    const holders = chosen.map((name, at): SealedHolder => {
      const share = { numerator: parts[at] ?? 1, denominator: total };
      return make.holder(name, coOwnership === '2' ? { share } : {});
    });
    return { holders, coOwnership };
  });

export const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(list.length, 1)];
export const idOf = (list: readonly { id: string }[], at: number): string => pick(list, at)?.id ?? '0-0';
