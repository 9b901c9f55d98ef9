import type { Authority, CoOwnership, Share, Term } from '@hengchan/register';
import type { Household, Identity } from './people.ts';

/** An event of the register before anything is sealed, numbered or entered: people in clear, times as milliseconds. */

export interface PlannedHolder {
  readonly person: Identity;
  readonly share?: Share;
}

/** Who holds, and how. */
export interface Holding {
  readonly holders: readonly PlannedHolder[];
  readonly coOwnership: CoOwnership;
  /** The family behind the holders; undefined for companies. */
  readonly household?: Household;
}

interface EventBase {
  readonly at: number;
  /** Code of the business in the catalogue. */
  readonly business: string;
  readonly reason: string;
}

export interface PlannedAcquisition extends EventBase {
  readonly type: 'first-registration' | 'transfer';
  readonly holding: Holding;
  /** Fen. */
  readonly price?: number;
}

export interface PlannedMortgage extends EventBase {
  readonly type: 'mortgage';
  readonly mode: '1' | '2';
  readonly mortgagee: Identity;
  readonly debtors: readonly Identity[];
  readonly principal: number;
  readonly termFrom: string;
  readonly termTo: string;
  readonly transferRestricted: boolean;
  readonly contractNumber: string;
}

interface PlannedMortgageCancellation extends EventBase {
  readonly type: 'mortgage-cancellation';
  /** Which event of the unit established it, counted from 0. */
  readonly of: number;
}

export interface PlannedSeizure extends EventBase {
  readonly type: 'seizure';
  readonly authority: Authority;
  readonly caseNumber: string;
  readonly documentNumber: string;
  readonly deliveredAt: number;
  readonly term: Term;
  readonly respondent: Identity;
  readonly applicant: string;
}

interface PlannedSeizureRenewal extends EventBase {
  readonly type: 'seizure-renewal';
  readonly of: number;
  readonly authority: Authority;
  readonly documentNumber: string;
  readonly deliveredAt: number;
  readonly term: Term;
}

interface PlannedSeizureRelease extends EventBase {
  readonly type: 'seizure-release';
  readonly of: number;
  readonly authority: Authority;
  readonly documentNumber: string;
}

export type PlannedEvent =
  | PlannedAcquisition
  | PlannedMortgage
  | PlannedMortgageCancellation
  | PlannedSeizure
  | PlannedSeizureRenewal
  | PlannedSeizureRelease;
