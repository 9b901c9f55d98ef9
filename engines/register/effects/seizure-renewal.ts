import type { Authority, Term } from '../state.ts';
import type { EffectBase } from './effect.ts';

/** 续封: before the old term ends, counted from its end, at most three years. */
export interface SeizureRenewal extends EffectBase {
  readonly type: 'seizure-renewal';
  /** Id of the seizure. */
  readonly seizure: string;
  readonly authority: Authority;
  readonly documentNumber: string;
  readonly deliveredAt: string;
  readonly term: Term;
}
