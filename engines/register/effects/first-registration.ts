import type { CoOwnership, SealedHolder, UnitFacts } from '../state.ts';
import type { EffectBase } from './effect.ts';

/** 首次登记: opens the unit's page and records the first ownership (or use right) on it. */
export interface FirstRegistration extends EffectBase {
  readonly type: 'first-registration';
  readonly facts: UnitFacts;
  /** QLLX code, for example 4 国有建设用地使用权/房屋所有权, 3 国有建设用地使用权. */
  readonly rightType: string;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  readonly certificate?: string;
  /** Price in fen. */
  readonly price?: number;
}
