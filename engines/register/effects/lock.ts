import { law } from '../law.ts';
import { lockOf } from '../restrictions.ts';
import { otherRightType } from '../right-types.ts';
import type { Authority } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/**
 * 限制登记（锁定）: stops what disposes of, burdens or alters what the page says until it is lifted. Seizures, objections
 * and what only frees the page go on.
 */
export interface Lock extends EffectBase {
  readonly type: 'lock';
  /** Local right-type code; 99 when left out. */
  readonly rightType?: string;
  readonly authority: Authority;
  readonly documentNumber: string;
}

export const lock: EffectDefinition<Lock> = {
  type: 'lock',
  title: '限制登记',
  law: [law.refusal],
  apply(draft, effect) {
    if (!draft.unit) return [refuse('UNIT_NOT_REGISTERED', '该不动产单元没有登记簿页。', law.refusal)];
    if (lockOf(draft)) return [refuse('LOCK_TWICE', '该不动产已被限制登记。', law.refusal)];
    if (effect.documentNumber.trim() === '') {
      return [refuse('DOCUMENT_MISSING', '没有写明限制登记的文号。', law.refusal)];
    }
    const { authority, documentNumber, reason } = effect;
    draft.open({
      kind: 'lock',
      rightType: effect.rightType ?? otherRightType,
      holders: [],
      coOwnership: '0',
      content: { authority, documentNumber, reason },
    });
    return [];
  },
};
