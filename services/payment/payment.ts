import type { BusinessDefinition, CaseRecord, Casework } from '@hengchan/casework';
import type { Documents } from '@hengchan/documents';
import type { Exchange } from '@hengchan/exchange';
import type { Database, Platform, Versions } from '@hengchan/platform';
import type { PaymentOfCase } from './schema.ts';
import { standingOf, viewOf } from './standing.ts';

/** How a case stands with its money, as legal rules ask it. Amounts in fen. */
export interface PaymentStanding {
  /** Every side that was assessed has a valid receipt: paid, or exempt (契税法 11). */
  taxSettled: boolean;
  /** Numbers of the valid receipts. */
  receipts: string[];
  /** Registration fee and tax together; 0 when nothing is owed or nothing was worked out yet. */
  due: number;
  /** What was paid and not given back. */
  paid: number;
}

/** What an office is called on a payment notice. */
export interface PaymentOffice {
  name: string;
  address?: string;
}

export interface PaymentOptions {
  platform: Platform;
  exchange: Exchange;
  /** Set at composition, lazily: the parts of casework name handlers of this service. */
  casework: () => Casework;
  /** Without it no notice or receipt is printed. */
  documents?: Documents;
  /** Name of an office by its area code. */
  office?: (code: string) => PaymentOffice | undefined;
  /** Whether an office takes 数字人民币 while it is on trial; none does unless told. Row REG-PAY-05. */
  digitalYuan?: (db: Database, office: string, versions?: Versions) => Promise<boolean>;
}

/** Taxes and fees of cases: one payment for both, split by the bank, given back by the way it came. */
export interface Payment extends Required<Omit<PaymentOptions, 'documents'>> {
  documents: Documents | undefined;
  /** For rules. */
  standing(db: Database, record: CaseRecord, definition: BusinessDefinition): Promise<PaymentStanding>;
  /** For the screen of the case; undefined before an order was opened. */
  view(db: Database, record: CaseRecord, definition: BusinessDefinition): Promise<PaymentOfCase | undefined>;
}

/** Puts the service together. Follow with `listenForPayment`, once for each exchange. */
export function createPayment(options: PaymentOptions): Payment {
  const { clock } = options.platform;
  return {
    ...options,
    documents: options.documents,
    office: options.office ?? (() => undefined),
    digitalYuan: options.digitalYuan ?? (async () => false),
    standing: standingOf,
    view: (db, record, definition) => viewOf(db, record, definition, clock.now()),
  };
}
