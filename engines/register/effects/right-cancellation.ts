import { law } from '../law.ts';
import { isLimited, policyOf } from '../limited/policies.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 抵押权、预告、异议、地役权、居住权、土地经营权的注销登记. It frees the page, so neither seizure nor stop is in its way. */
export interface RightCancellation extends EffectBase {
  readonly type: 'right-cancellation';
  /** Id or origin of the right. */
  readonly right: string;
  /** Ids or origins of the rights whose holders agreed. */
  readonly consents?: readonly string[];
}

export const rightCancellation: EffectDefinition<RightCancellation> = {
  type: 'right-cancellation',
  title: '他项权利注销登记',
  law: [law.cancellation, law.securityEnds, law.habitationEnds],
  apply(draft, effect) {
    const old = draft.get(effect.right);
    if (!isLimited(old)) {
      return [refuse('RIGHT_NOT_CURRENT', '没有这项可以注销的现势权利，不能注销。', law.cancellation)];
    }
    const refusals = policyOf(old).checkCancellation?.(draft, old, effect) ?? [];
    if (refusals.length > 0) return refusals;
    draft.end(old.id, effect.reason);
    return [];
  },
};
