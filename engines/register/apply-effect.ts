import { Draft } from './draft.ts';
import { advanceNotice } from './effects/advance-notice.ts';
import { alteration } from './effects/alteration.ts';
import { cancellation } from './effects/cancellation.ts';
import { closure } from './effects/closure.ts';
import { easement } from './effects/easement.ts';
import { type EffectDefinition, refuse } from './effects/effect.ts';
import { firstRegistration } from './effects/first-registration.ts';
import { habitation } from './effects/habitation.ts';
import { lock } from './effects/lock.ts';
import { management } from './effects/management.ts';
import { mortgage } from './effects/mortgage.ts';
import { mortgageCancellation } from './effects/mortgage-cancellation.ts';
import { objection } from './effects/objection.ts';
import { objectionSuit } from './effects/objection-suit.ts';
import { rectification } from './effects/rectification.ts';
import { reissue } from './effects/reissue.ts';
import { rightAlteration } from './effects/right-alteration.ts';
import { rightCancellation } from './effects/right-cancellation.ts';
import { rightTransfer } from './effects/right-transfer.ts';
import { seizure } from './effects/seizure.ts';
import { seizureRelease } from './effects/seizure-release.ts';
import { seizureRenewal } from './effects/seizure-renewal.ts';
import { transfer } from './effects/transfer.ts';
import { unlock } from './effects/unlock.ts';
import type { Effect, EffectType } from './effects.ts';
import { lapse } from './lapse.ts';
import { law } from './law.ts';
import type { Closure } from './limited-rights.ts';
import type { Moment, Outcome, Refusal, UnitState } from './state.ts';

/** Every kind of effect. A new one is one file and one line here and in `effects.ts`. */
export const effectDefinitions: {
  readonly [T in EffectType]: EffectDefinition<Extract<Effect, { type: T }>>;
} = {
  'first-registration': firstRegistration,
  transfer,
  alteration,
  rectification,
  cancellation,
  closure,
  reissue,
  mortgage,
  'mortgage-cancellation': mortgageCancellation,
  seizure,
  'seizure-renewal': seizureRenewal,
  'seizure-release': seizureRelease,
  'advance-notice': advanceNotice,
  objection,
  'objection-suit': objectionSuit,
  easement,
  habitation,
  management,
  lock,
  unlock,
  'right-alteration': rightAlteration,
  'right-transfer': rightTransfer,
  'right-cancellation': rightCancellation,
};

/**
 * What an effect would do to a unit at a moment: the changes, or every reason against it.
 * Pure: the same arguments always give the same answer, so the register can be folded again from its entries.
 * What is over by the passing of time ends first, at the instant it was over. On a closed page nothing is entered.
 */
export function applyEffect(state: UnitState | undefined, effect: Effect, at: Moment): Outcome {
  const definition = effectDefinitions[effect.type] as EffectDefinition<Effect>;
  const draft = new Draft(state, at);
  if (draft.closed) return { refusals: [pageClosed(draft.closed)] };
  lapse(draft, at.now, definition.lapseAt?.(effect, at.now));
  const refusals = definition.apply(draft, effect);
  return refusals.length > 0 ? { refusals } : { changes: draft.changes };
}

function pageClosed({ successors }: Closure): Refusal {
  const where = successors.length > 0 ? `，现不动产单元号为 ${successors.join('、')}` : '';
  return refuse('PAGE_CLOSED', `该不动产单元的登记簿页已关闭${where}，不能再记载。`, law.unitHasOneCode);
}
