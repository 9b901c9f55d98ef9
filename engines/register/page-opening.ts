import type { Draft } from './draft.ts';
import { type EffectBase, refuse } from './effects/effect.ts';
import { law } from './law.ts';
import type { Refusal, UnitFacts } from './state.ts';

/** Whether the unit has a page, or the effect brings the facts to open one with. UNIT_NOT_REGISTERED, UNIT_CODE_DIFFERS. */
export function checkPage(draft: Draft, effect: EffectBase & { readonly facts?: UnitFacts }): Refusal[] {
  if (draft.unit) return [];
  if (!effect.facts) return [refuse('UNIT_NOT_REGISTERED', '该不动产单元没有登记簿页，须提供自然状况。')];
  if (effect.facts.code === effect.unit) return [];
  return [refuse('UNIT_CODE_DIFFERS', '登记内容的不动产单元号与所登记单元不一致。', law.unitHasOneCode)];
}
