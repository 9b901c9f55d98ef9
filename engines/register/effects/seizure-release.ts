import type { Authority } from '../state.ts';
import type { EffectBase } from './effect.ts';

/** 解封: the next in the queue comes into force by itself. */
export interface SeizureRelease extends EffectBase {
  readonly type: 'seizure-release';
  /** Id of the seizure. */
  readonly seizure: string;
  readonly authority: Authority;
  readonly documentNumber: string;
}
