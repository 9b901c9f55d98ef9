import type { EffectBase } from './effect.ts';

/** 抵押权注销登记. */
export interface MortgageCancellation extends EffectBase {
  readonly type: 'mortgage-cancellation';
  /** Id of the mortgage. */
  readonly mortgage: string;
}
