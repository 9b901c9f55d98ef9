import { checkDependents, endEverything } from '../dependents.ts';
import type { Draft } from '../draft.ts';
import { law } from '../law.ts';
import { checkNotLocked, checkNotSeized } from '../restrictions.ts';
import type { Refusal } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/**
 * Closes the page of a unit that is divided, joined with others or coded anew: title and mortgages end here and go
 * on with the successors, whose first registrations name this unit as predecessor in the same transaction.
 */
export interface PageClosure extends EffectBase {
  readonly type: 'closure';
  readonly how: 'split' | 'merger' | 'renumbering';
  /** Codes of the units that take its place: several after a split, one otherwise. */
  readonly successors: readonly string[];
  /** Ids or origins of the rights whose holders agreed. */
  readonly consents?: readonly string[];
}

const names = { split: '分割', merger: '合并', renumbering: '重新编码' };

export const closure: EffectDefinition<PageClosure> = {
  type: 'closure',
  title: '登记簿页关闭',
  law: [law.alteration, law.unitHasOneCode, law.disposalUnderSeizure],
  apply(draft, effect) {
    if (!draft.ownership()) {
      return [refuse('NO_OWNERSHIP', '该不动产单元没有现势权利，不能办理。', law.refusal)];
    }
    const what = `办理${names[effect.how]}`;
    const refusals = [
      ...checkSuccessors(effect),
      ...checkNotLocked(draft),
      ...checkNotSeized(draft, what),
      ...checkClaims(draft, what),
      ...checkDependents(draft, effect.consents, ['advance-notice']),
    ];
    if (refusals.length > 0) return refusals;

    endEverything(draft, effect.reason, `不动产单元${names[effect.how]}，原登记簿页关闭`);
    // No disposal in law, but what may not be disposed of may not be divided: the database too refuses it under seizure.
    draft.dispose();
    draft.close({ how: effect.how, reason: effect.reason, successors: effect.successors });
    return [];
  },
};

function checkSuccessors({ unit, how, successors }: PageClosure): Refusal[] {
  const distinct = new Set(successors);
  const enough = how === 'split' ? successors.length >= 2 : successors.length === 1;
  if (enough && distinct.size === successors.length && !distinct.has(unit)) return [];
  const message =
    how === 'split' ? '分割后应有两个以上新的不动产单元。' : `${names[how]}后应有一个新的不动产单元。`;
  return [refuse('SUCCESSORS_INVALID', message, law.unitHasOneCode)];
}

/** Who claims the unit, or was promised it, must not find it gone: neither can be carried to parts of it. */
function checkClaims(draft: Draft, what: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (draft.of('advance-notice').length > 0) {
    refusals.push(
      refuse('NOTICED', `该不动产已办理预告登记，预告登记存续期间不得${what}。`, law.advanceNotice),
    );
  }
  if (draft.of('objection').length > 0) {
    refusals.push(refuse('OBJECTED', `该不动产有异议登记，异议登记存续期间不得${what}。`, law.objection));
  }
  return refusals;
}
