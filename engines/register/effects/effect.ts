import type { Citation } from '../law.ts';
import type { Moment, Outcome, Refusal, UnitState } from '../state.ts';

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
  /** Decides and computes; looks at nothing but its arguments. `state` is undefined for a unit never registered. */
  apply(state: UnitState | undefined, effect: E, at: Moment): Outcome;
}

export const refuse = (code: string, message: string, citation?: Citation): Refusal =>
  citation ? { code, message, citation } : { code, message };

export const unitNotRegistered = refuse('UNIT_NOT_REGISTERED', '该不动产单元尚未登记，不能办理此项登记。');
