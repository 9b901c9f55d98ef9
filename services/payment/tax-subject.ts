import type { BusinessDefinition } from '@hengchan/casework';
import type { RequestTo } from '@hengchan/exchange';

type Declared = RequestTo<'tax', 'declare'>;

/** What a business is to the tax bureau, and which of its parties stand on either side. */
export interface TaxSubject {
  kind: Declared['kind'];
  sellers: readonly string[];
  buyers: readonly string[];
}

const sellers = ['transferor', 'formerHolder'];
const buyers = ['transferee', 'applicant'];

/** As the definition says, by its form where that decides; anything else is `other`, which the bureau's counter finishes. */
export function taxSubjectOf(
  { taxKind = 'other' }: Pick<BusinessDefinition, 'taxKind'>,
  form: Readonly<Record<string, unknown>> = {},
): TaxSubject {
  const kind = typeof taxKind === 'string' ? taxKind : taxKind.kinds[String(form[taxKind.field])];
  return { kind: kind ?? 'other', sellers, buyers };
}
