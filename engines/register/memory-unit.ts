import { applyEffect } from './apply-effect.ts';
import type { Effect } from './effects.ts';
import { foldEntry } from './fold.ts';
import { emptyProjection, stateOf, type UnitProjection } from './projection.ts';
import type { MortgageRight, OwnershipRight, SeizureRight } from './state.ts';

/** A unit on which effects are entered one after another in memory; for tests. */
export class MemoryUnit {
  projection: UnitProjection;
  #number: number;

  /** `after` is the number of the last entry before the unit's first. */
  constructor(code: string, after = 0) {
    this.projection = emptyProjection(code);
    this.#number = after;
  }

  get state() {
    return stateOf(this.projection);
  }

  get rights() {
    return this.state?.rights ?? [];
  }

  get ownership(): OwnershipRight | undefined {
    return this.rights.find((right) => right.kind === 'ownership');
  }

  get mortgages(): MortgageRight[] {
    return this.rights.filter((right) => right.kind === 'mortgage').sort((a, b) => a.rank - b.rank);
  }

  get seizures(): SeizureRight[] {
    return this.rights.filter((right) => right.kind === 'seizure').sort((a, b) => a.queue - b.queue);
  }

  /** Codes of the reasons against it; when there are none it is entered. */
  enter(effect: Effect, now: string | Date): string[] {
    const moment = new Date(now);
    const number = this.#number + 1;
    const outcome = applyEffect(this.state, effect, { now: moment, entryNumber: number });
    if ('refusals' in outcome) return outcome.refusals.map((refusal) => refusal.code);
    this.projection = foldEntry(this.projection, { number, enteredAt: moment, effect });
    this.#number = number;
    return [];
  }
}
