import { Draft } from './draft.ts';
import type { EffectDefinition } from './effects/effect.ts';
import { firstRegistration } from './effects/first-registration.ts';
import { mortgage } from './effects/mortgage.ts';
import { mortgageCancellation } from './effects/mortgage-cancellation.ts';
import { seizure } from './effects/seizure.ts';
import { seizureRelease } from './effects/seizure-release.ts';
import { seizureRenewal } from './effects/seizure-renewal.ts';
import { transfer } from './effects/transfer.ts';
import type { Effect, EffectType } from './effects.ts';
import { lapse } from './seizure-queue.ts';
import type { Moment, Outcome, UnitState } from './state.ts';

/** Every kind of effect. A new one is one file and one line here and in `effects.ts`. */
export const effectDefinitions: {
  readonly [T in EffectType]: EffectDefinition<Extract<Effect, { type: T }>>;
} = {
  'first-registration': firstRegistration,
  transfer,
  mortgage,
  'mortgage-cancellation': mortgageCancellation,
  seizure,
  'seizure-renewal': seizureRenewal,
  'seizure-release': seizureRelease,
};

/**
 * What an effect would do to a unit at a moment: the changes, or every reason against it.
 * Pure: the same arguments always give the same answer, so the register can be folded again from its entries.
 * Seizures whose term is over end first, at the instant they were over.
 */
export function applyEffect(state: UnitState | undefined, effect: Effect, at: Moment): Outcome {
  const definition = effectDefinitions[effect.type] as EffectDefinition<Effect>;
  const draft = new Draft(state, at);
  lapse(draft, definition.lapseAt?.(effect, at.now) ?? at.now);
  const refusals = definition.apply(draft, effect);
  return refusals.length > 0 ? { refusals } : { changes: draft.changes };
}
