import { type Certificate, type Certificates, findCertificate } from './certificates.ts';
import type { Verification } from './schema.ts';

export const kindTitles = { certificate: '不动产权证书', proof: '不动产登记证明' } as const;

/**
 * Anybody may ask whether a certificate is genuine, by its number and a holder's name, both right.
 * A wrong name answers the same as a number that does not exist (ONL-QRY-09, ONL-QRY-11).
 */
export async function verifyCertificate(
  { platform }: Certificates,
  number: string,
  holder: string,
): Promise<Verification> {
  const certificate = await findCertificate(platform.database, number);
  if (!certificate?.holder_names.includes(holder.trim())) return { found: false, statusTitle: '未查到' };
  return {
    found: true,
    number: certificate.number,
    kind: certificate.kind,
    kindTitle: kindTitles[certificate.kind],
    status: statusOf(certificate),
    statusTitle: certificate.voided_at ? '已作废' : '有效',
    unitCode: certificate.unit_code,
    location: maskLocation(certificate.location),
    registeredAt: certificate.issued_at.toISOString(),
    ...(certificate.voided_at ? { voidedAt: certificate.voided_at.toISOString() } : {}),
    entry: { office: certificate.office, number: certificate.entry_number },
  };
}

export const statusOf = (certificate: Certificate) => (certificate.voided_at ? 'void' : 'valid');

/** The place without building and room: enough to recognise one's own, too little to find a stranger's. */
function maskLocation(location: string): string {
  return location.replace(/\d+(?=(号|幢|栋|单元|室|楼|层))/g, '**');
}
