import type { CarriedMortgage } from './carried-mortgages.ts';
import type { AdvanceNotice } from './effects/advance-notice.ts';
import type { Alteration } from './effects/alteration.ts';
import type { Cancellation } from './effects/cancellation.ts';
import type { PageClosure } from './effects/closure.ts';
import type { Easement } from './effects/easement.ts';
import type { FirstRegistration } from './effects/first-registration.ts';
import type { Habitation } from './effects/habitation.ts';
import type { Lock } from './effects/lock.ts';
import type { Management } from './effects/management.ts';
import type { Mortgage } from './effects/mortgage.ts';
import type { MortgageCancellation } from './effects/mortgage-cancellation.ts';
import type { Objection } from './effects/objection.ts';
import type { ObjectionSuit } from './effects/objection-suit.ts';
import type { Rectification } from './effects/rectification.ts';
import type { Reissue } from './effects/reissue.ts';
import type { RightAlteration } from './effects/right-alteration.ts';
import type { RightCancellation } from './effects/right-cancellation.ts';
import type { RightTransfer } from './effects/right-transfer.ts';
import type { Seizure } from './effects/seizure.ts';
import type { SeizureRelease } from './effects/seizure-release.ts';
import type { SeizureRenewal } from './effects/seizure-renewal.ts';
import type { Transfer } from './effects/transfer.ts';
import type { Unlock } from './effects/unlock.ts';

export type {
  AdvanceNotice,
  Alteration,
  Cancellation,
  CarriedMortgage,
  Easement,
  FirstRegistration,
  Habitation,
  Lock,
  Management,
  Mortgage,
  MortgageCancellation,
  Objection,
  ObjectionSuit,
  PageClosure,
  Rectification,
  Reissue,
  RightAlteration,
  RightCancellation,
  RightTransfer,
  Seizure,
  SeizureRelease,
  SeizureRenewal,
  Transfer,
  Unlock,
};

/** What one entry of the register does to one unit. A business that touches several units is several effects. */
export type Effect =
  | Cancellation
  | PageClosure
  | Rectification
  | Reissue
  | Alteration
  | FirstRegistration
  | Transfer
  | Mortgage
  | MortgageCancellation
  | Seizure
  | SeizureRenewal
  | SeizureRelease
  | AdvanceNotice
  | Objection
  | ObjectionSuit
  | Easement
  | Habitation
  | Management
  | Lock
  | Unlock
  | RightAlteration
  | RightTransfer
  | RightCancellation;

export type EffectType = Effect['type'];
