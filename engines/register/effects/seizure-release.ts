import { law } from '../law.ts';
import { leaveQueue } from '../seizure-queue.ts';
import type { Authority } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 解封: the next in the queue comes into force by itself, and its term counts from then. */
export interface SeizureRelease extends EffectBase {
  readonly type: 'seizure-release';
  /** Id or origin of the seizure. */
  readonly seizure: string;
  readonly authority: Authority;
  readonly documentNumber: string;
  /** True when an authority above the one that seized orders the release. */
  readonly superior?: boolean;
}

export const seizureRelease: EffectDefinition<SeizureRelease> = {
  type: 'seizure-release',
  title: '查封注销登记（解封）',
  law: [law.seizureRelease, law.queuedSeizure],
  apply(draft, effect) {
    const old = draft.get(effect.seizure);
    if (old?.kind !== 'seizure') {
      return [refuse('SEIZURE_NOT_CURRENT', '该查封已失效或不存在，不必解封。', law.seizureEnds)];
    }
    if (effect.authority.name !== old.content.authority.name && effect.superior !== true) {
      return [refuse('OTHER_AUTHORITY', '解封应由原查封机关或其上级机关办理。', law.seizureRelease)];
    }
    leaveQueue(draft, old, effect.reason, draft.at.now);
    return [];
  },
};
