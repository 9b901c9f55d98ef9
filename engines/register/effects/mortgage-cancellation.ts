import { law } from '../law.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 抵押权注销登记. Lower ranks keep their numbers: the number is what was registered, satisfaction follows the order. */
export interface MortgageCancellation extends EffectBase {
  readonly type: 'mortgage-cancellation';
  /** Id or origin of the mortgage. */
  readonly mortgage: string;
}

export const mortgageCancellation: EffectDefinition<MortgageCancellation> = {
  type: 'mortgage-cancellation',
  title: '抵押权注销登记',
  law: [law.securityEnds],
  apply(draft, effect) {
    const old = draft.get(effect.mortgage);
    if (old?.kind !== 'mortgage') {
      return [refuse('MORTGAGE_NOT_CURRENT', '没有这项现势抵押权，不能注销。', law.securityEnds)];
    }
    draft.end(old.id, effect.reason);
    return [];
  },
};
