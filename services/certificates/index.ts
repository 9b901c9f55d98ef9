import type { Migrations } from '@hengchan/platform';

export const certificatesMigrations: Migrations = {
  room: 'certificates',
  folder: new URL('./migrations/', import.meta.url),
};

export {
  allocateNumber,
  type Certificate,
  type Certificates,
  certificatesOfCase,
  findCertificate,
  keepDocument,
  markDocument,
  type NewCertificate,
  type NumberSource,
  recordCertificate,
  voidCertificates,
} from './certificates.ts';
export { certificatesPlugin } from './plugin.ts';
export { recordInBulk, type VoidedCertificate } from './record-in-bulk.ts';
export { kindTitles, statusOf, verifyCertificate } from './verify-certificate.ts';
