import type { Casework } from '@hengchan/casework';
import type { Certificates } from '@hengchan/certificates';
import type { Documents } from '@hengchan/documents';
import type { PublicKey } from '@hengchan/evidence';
import type { Exchange } from '@hengchan/exchange';
import type { Payment } from '@hengchan/payment';
import type { Platform } from '@hengchan/platform';
import type { Rulebook } from '@hengchan/rules';
import type { RegistrationFacts } from './facts.ts';

/** What the registration service works with; put together once at composition. */
export interface Registration {
  platform: Platform;
  casework: Casework;
  exchange: Exchange;
  documents: Documents;
  certificates: Certificates;
  payment: Payment;
  rulebook: Rulebook<RegistrationFacts>;
  /** Keys that sign the checkpoints of the evidence log. */
  evidenceKeys: readonly PublicKey[];
  /** Offices that register here, by area code. */
  offices: ReadonlyMap<string, OfficeInfo>;
}

/** A registry office as people read it. */
export interface OfficeInfo {
  code: string;
  /** 常州市天宁区不动产登记中心 */
  name: string;
  /** Provincial abbreviation and place in certificate numbers: 苏, 常州市. */
  province: string;
  place: string;
  address: string;
}
