import { checkDependents, endEverything } from '../dependents.ts';
import { law } from '../law.ts';
import { checkNotLocked, checkNotSeized } from '../restrictions.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/**
 * 注销登记 of the title (实施细则 28): given up, taken, its term over, or the thing is no more. What rested on it ends
 * with it, so its holders must have agreed; no agreement helps against a seizure.
 */
export interface Cancellation extends EffectBase {
  readonly type: 'cancellation';
  /** 灭失: the unit is no more, and its page is closed for good. */
  readonly loss?: boolean;
  /** Ids or origins of the rights whose holders agreed. */
  readonly consents?: readonly string[];
}

export const cancellation: EffectDefinition<Cancellation> = {
  type: 'cancellation',
  title: '注销登记',
  law: [law.cancellation, law.disposalUnderSeizure],
  apply(draft, effect) {
    if (!draft.ownership()) {
      return [refuse('NO_OWNERSHIP', '该不动产单元没有可以注销的现势权利。', law.refusal)];
    }
    const refusals = [
      ...checkNotLocked(draft),
      ...checkNotSeized(draft, '办理注销登记'),
      ...checkDependents(draft, effect.consents),
    ];
    if (refusals.length > 0) return refusals;

    endEverything(draft, effect.reason, '所依附的不动产权利注销');
    // To give a right up is to dispose of it: written down, so that the database too refuses it under seizure.
    draft.dispose();
    if (effect.loss) draft.close({ how: 'loss', reason: effect.reason, successors: [] });
    return [];
  },
};
