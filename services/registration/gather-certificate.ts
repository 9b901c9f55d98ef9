import type { BusinessDefinition, CaseRecord } from '@hengchan/casework';
import { findCertificate } from '@hengchan/certificates';
import type { Database } from '@hengchan/platform';
import { findUnit } from '@hengchan/register';
import { normaliseCertificateNumber } from '@hengchan/standards';
import type { CertificateFact, RegistrationFacts } from './facts.ts';

/**
 * What the certificate named in the application certified on the day it was issued: asked only where a rule compares it with the register
 * of today (REG-AUD-07).
 */
export async function gatherCertificate(
  database: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<Pick<RegistrationFacts, 'certificate'>> {
  const { certificateNumber } = record.case.form;
  const asked = definition.rules.some(({ rule }) => rule === 'TITLE_FACTS_AGREE');
  if (!asked || typeof certificateNumber !== 'string' || certificateNumber.trim() === '') return {};
  const number = normaliseCertificateNumber(certificateNumber);
  const issued = await findCertificate(database, number);
  if (issued?.kind !== 'certificate') return { certificate: { number } };
  const state = await findUnit(database, issued.office, issued.unit_code, { asOf: issued.issued_at });
  const title = state?.rights.find((right) => right.kind === 'ownership');
  const says: CertificateFact = { number, unit: issued.unit_code, void: issued.voided_at !== null };
  if (!state || !title) return { certificate: says };
  return {
    certificate: {
      ...says,
      holders: title.holders.map(({ name, idIndex }) => ({ name, idIndex })),
      rightType: title.rightType,
      ...(state.unit.landTermTo === undefined ? {} : { termTo: state.unit.landTermTo }),
    },
  };
}
