import type { CarriedMortgage } from './carried-mortgages.ts';
import type { Alteration } from './effects/alteration.ts';
import type { FirstRegistration } from './effects/first-registration.ts';
import type { Mortgage } from './effects/mortgage.ts';
import type { MortgageCancellation } from './effects/mortgage-cancellation.ts';
import type { Seizure } from './effects/seizure.ts';
import type { SeizureRelease } from './effects/seizure-release.ts';
import type { SeizureRenewal } from './effects/seizure-renewal.ts';
import type { Transfer } from './effects/transfer.ts';

export type {
  Alteration,
  CarriedMortgage,
  FirstRegistration,
  Mortgage,
  MortgageCancellation,
  Seizure,
  SeizureRelease,
  SeizureRenewal,
  Transfer,
};

/** What one entry of the register does to one unit. A business that touches several units is several effects. */
export type Effect =
  | Alteration
  | FirstRegistration
  | Transfer
  | Mortgage
  | MortgageCancellation
  | Seizure
  | SeizureRenewal
  | SeizureRelease;

export type EffectType = Effect['type'];
