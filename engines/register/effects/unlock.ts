import { law } from '../law.ts';
import type { Authority } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 解除限制登记. */
export interface Unlock extends EffectBase {
  readonly type: 'unlock';
  /** Id or origin of the lock. */
  readonly lock: string;
  /** Who lifts it, when another authority than the registry put it there: must then be the same one. */
  readonly authority?: Authority;
  readonly documentNumber: string;
}

export const unlock: EffectDefinition<Unlock> = {
  type: 'unlock',
  title: '解除限制登记',
  law: [law.refusal],
  apply(draft, effect) {
    const old = draft.get(effect.lock);
    if (old?.kind !== 'lock') {
      return [refuse('LOCK_NOT_CURRENT', '该限制登记已解除或不存在。', law.refusal)];
    }
    if (effect.authority && effect.authority.name !== old.content.authority.name) {
      return [refuse('OTHER_AUTHORITY', '解除限制登记应由原限制机关办理。', law.refusal)];
    }
    if (effect.documentNumber.trim() === '') {
      return [refuse('DOCUMENT_MISSING', '没有写明解除限制登记的文号。', law.refusal)];
    }
    draft.end(old.id, effect.reason);
    return [];
  },
};
