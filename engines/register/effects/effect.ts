import type { Draft } from '../draft.ts';
import type { LapseDeadlines } from '../lapse.ts';
import type { Citation } from '../law.ts';
import type { Refusal } from '../state.ts';

/** What every effect carries. Effects are stored as JSON, so times in them are ISO strings and never `Date`. */
export interface EffectBase {
  /** Code of the unit it is about. */
  readonly unit: string;
  /** Registration reason (DJYY), free text. */
  readonly reason: string;
}

/** One kind of effect: its name, its law and its pure function. */
export interface EffectDefinition<E extends EffectBase & { readonly type: string }> {
  readonly type: E['type'];
  readonly title: string;
  readonly law: readonly Citation[];
  /**
   * Writes the changes into the draft, or returns why it may not; with a refusal the draft is thrown away.
   * Looks at nothing but its arguments: the clock is `draft.at.now`.
   */
  apply(draft: Draft, effect: E): Refusal[];
  /** What this effect keeps alive, judged before `apply` as of the moment it came and not of its entry. */
  lapseAt?(effect: E, now: Date): LapseDeadlines;
}

export const refuse = (code: string, message: string, citation?: Citation): Refusal =>
  citation ? { code, message, citation } : { code, message };

/** `{ [key]: value }`, or nothing when there is no value: optional properties are left out, never undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}
