import type { CoOwnership, SealedHolder, SealedPerson } from '../state.ts';
import type { EffectBase } from './effect.ts';

/** 抵押权首次登记: general or maximum; its rank is the next one. */
export interface Mortgage extends EffectBase {
  readonly type: 'mortgage';
  /** QLLX code in use for mortgages; 23 when left out. */
  readonly rightType?: string;
  /** DYFS code: 1 general, 2 maximum. */
  readonly mode: '1' | '2';
  /** Secured principal, or the highest amount, in fen. */
  readonly principal: number;
  /** First and last day, calendar dates. */
  readonly termFrom: string;
  readonly termTo: string;
  readonly transferRestricted: boolean;
  readonly scope?: string;
  readonly contractNumber?: string;
  readonly mortgagees: readonly SealedHolder[];
  readonly coOwnership?: CoOwnership;
  readonly debtors: readonly SealedPerson[];
  /** Blind indexes of the co-owners who mortgage their shares; left out: all owners mortgage the whole. */
  readonly mortgagors?: readonly string[];
  /** Number of the proof of registration (不动产登记证明). */
  readonly certificate?: string;
}
