import type { BusinessDefinition } from '@hengchan/casework';
import type { RequestTo } from '@hengchan/exchange';

type Declared = RequestTo<'tax', 'declare'>;

/** What a business is to the tax bureau, and which of its parties stand on either side. */
export interface TaxSubject {
  kind: Declared['kind'];
  sellers: readonly string[];
  buyers: readonly string[];
}

const sellers = ['transferor', 'seller', 'donor', 'developer', 'decedent'];
const buyers = ['transferee', 'buyer', 'donee', 'heir', 'applicant'];

const kinds: Readonly<Record<string, TaxSubject['kind']>> = {
  'resale-transfer': 'resale',
  'resale-transfer-mortgaged': 'resale',
  'new-home-transfer': 'new-home',
  'gift-transfer': 'gift',
  'inheritance-transfer': 'inheritance',
  'spouse-transfer': 'between-spouses',
};

/** Known businesses by code; any other transfer is `other`, which the bureau's counter finishes. */
export function taxSubjectOf({ code }: Pick<BusinessDefinition, 'code'>): TaxSubject {
  return { kind: kinds[code] ?? 'other', sellers, buyers };
}
