import type { Authority, SealedPerson, Term, UnitFacts } from '../state.ts';
import type { EffectBase } from './effect.ts';

/** 查封登记. Whether it is in force or waits (轮候) follows from the time of delivery, never from the order of entry. */
export interface Seizure extends EffectBase {
  readonly type: 'seizure';
  /** 1 seizure, 3 pre-seizure (预查封). Codes 2 and 4 (queued) are a result, not an input. */
  readonly kind: '1' | '3';
  readonly authority: Authority;
  /** Number of the ruling (裁定书). */
  readonly caseNumber: string;
  /** Number of the notice to assist in enforcement (协助执行通知书). */
  readonly documentNumber: string;
  /** When the notice reached the registry, ISO instant. */
  readonly deliveredAt: string;
  /** At most three years in all. */
  readonly term: Term;
  /** First day, calendar date; left out: the day of delivery. Without meaning for one that waits. */
  readonly from?: string;
  /** 申请执行人. */
  readonly applicant?: string;
  /** 被执行人; needed for a pre-seizure. */
  readonly respondent?: SealedPerson;
  /** For a pre-seizure of a unit that has no page yet. */
  readonly facts?: UnitFacts;
}
