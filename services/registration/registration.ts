import type { BusinessDefinition, Casework } from '@hengchan/casework';
import type { Certificates } from '@hengchan/certificates';
import type { Documents } from '@hengchan/documents';
import type { PublicKey } from '@hengchan/evidence';
import type { Exchange } from '@hengchan/exchange';
import type { Payment } from '@hengchan/payment';
import type { Database, Platform } from '@hengchan/platform';
import type { Rulebook } from '@hengchan/rules';
import type { RegistrationFacts } from './facts.ts';
import type { OpenCaseInput } from './schema.ts';

/** What the registration service works with; put together once at composition. */
export interface Registration {
  platform: Platform;
  casework: Casework;
  exchange: Exchange;
  documents: Documents;
  certificates: Certificates;
  payment: Payment;
  rulebook: Rulebook<RegistrationFacts>;
  /** Keys that sign the checkpoints of the evidence log, and those that did. */
  evidenceKeys(): readonly PublicKey[];
  /** Offices that register here, by area code. */
  offices: ReadonlyMap<string, OfficeInfo>;
  /** Of these cadastral subzones, those that hold at an office at a moment; undefined while it keeps no districts. */
  subzonesInForce?: (
    database: Database,
    office: string,
    codes: readonly string[],
    at: Date,
  ) => Promise<ReadonlySet<string> | undefined>;
  /** Ready applications to try a business with; only where the register is there to practise on. */
  examples?: (definition: BusinessDefinition) => Promise<CaseExample | undefined>;
}

/** A body of POST /api/cases that works as it is. */
export type CaseExample = Required<Pick<OpenCaseInput, 'business' | 'office' | 'units' | 'parties' | 'form'>>;

/** A registry office as people read it. */
export interface OfficeInfo {
  code: string;
  /** 常州市天宁区不动产登记中心 */
  name: string;
  /** Provincial abbreviation and place in certificate numbers: 苏, 常州市. */
  province: string;
  place: string;
  address: string;
  /** When people may come, in words: 工作日 9:00—17:00. */
  hours?: string;
}
