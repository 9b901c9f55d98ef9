import {
  type Actor,
  type Database,
  type Mark,
  nextNumber,
  type Platform,
  platformErrors,
  type Transaction,
} from '@hengchan/platform';
import {
  checkPrintingSerial,
  makeCertificateNumber,
  normaliseCertificateNumber,
  normalisePrintingSerial,
  toShanghaiDate,
} from '@hengchan/standards';
import type { Selectable } from 'kysely';
import { errors } from './errors.ts';
import type { CertificateRow, CertificateTables } from './tables.ts';

export type Certificate = Selectable<CertificateRow>;

export interface NumberSource {
  office: string;
  /** Provincial abbreviation and place, as they stand in numbers of this office. */
  province: string;
  place: string;
}

/** Issued certificates and proofs: numbers without gaps, each number once, void when the right ends. */
export interface Certificates {
  platform: Platform;
}

const tables = (database: Database) => database.withTables<CertificateTables>();

/** The next number of the office and year. Inside the entering transaction, so a rolled-back entry uses none up. */
export async function allocateNumber(
  trx: Transaction,
  source: NumberSource,
  kind: 'certificate' | 'proof',
  now: Date,
): Promise<string> {
  const year = Number(toShanghaiDate(now).slice(0, 4));
  const sequence = await nextNumber(trx, source.office, kind, String(year));
  return makeCertificateNumber({ province: source.province, year, place: source.place, kind, sequence });
}

export type NewCertificate = Omit<
  Certificate,
  'voided_at' | 'voided_entry' | 'document_hash' | 'document_mark' | 'document_at'
>;

/** Records what an entry issued, in its transaction. */
export async function recordCertificate(trx: Transaction, certificate: NewCertificate): Promise<void> {
  await tables(trx)
    .insertInto('certificates.certificate')
    .values({ ...certificate, voided_at: null, voided_entry: null, document_hash: null, document_at: null })
    .execute();
}

/** Voids the certificates of rights an entry ended. */
export async function voidCertificates(
  trx: Transaction,
  office: string,
  numbers: readonly string[],
  entry: { number: number; at: Date },
): Promise<void> {
  if (numbers.length === 0) return;
  await tables(trx)
    .updateTable('certificates.certificate')
    .set({ voided_at: entry.at, voided_entry: entry.number })
    .where('office', '=', office)
    .where('number', 'in', [...numbers])
    .where('voided_at', 'is', null)
    .execute();
}

/** Keeps which file is the certificate's document. The first one stays: a certificate is made once. */
export async function keepDocument(
  trx: Transaction,
  office: string,
  number: string,
  hash: string,
  at: Date,
): Promise<void> {
  await tables(trx)
    .updateTable('certificates.certificate')
    .set({ document_hash: hash, document_at: at })
    .where('office', '=', office)
    .where('number', '=', number)
    .where('document_hash', 'is', null)
    .execute();
}

/** Marks the certificate's document anew. */
export async function markDocument(
  trx: Transaction,
  office: string,
  number: string,
  document_mark: Mark,
): Promise<void> {
  await tables(trx)
    .updateTable('certificates.certificate')
    .set({ document_mark })
    .where('office', '=', office)
    .where('number', '=', number)
    .execute();
}

/** By number in any common writing (half-width brackets, spaces). */
export async function findCertificate(database: Database, number: string): Promise<Certificate | undefined> {
  return tables(database)
    .selectFrom('certificates.certificate')
    .selectAll()
    .where('number', '=', normaliseCertificateNumber(number))
    .executeTakeFirst();
}

export async function certificatesOfCase(
  database: Database,
  office: string,
  caseNo: string,
): Promise<Certificate[]> {
  return tables(database)
    .selectFrom('certificates.certificate')
    .selectAll()
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .orderBy('entry_number')
    .orderBy('number')
    .execute();
}

/** The certificate, for its holders and for staff who may read it. Everybody else learns no more than that there is none. */
export async function readCertificate(
  certificates: Certificates,
  actor: Actor,
  number: string,
): Promise<Certificate> {
  const { platform } = certificates;
  const { certificate } = await seeCertificate(certificates, actor, number);
  const { office } = certificate;
  await platform.audit.write(platform.database, actor, { ...lookAt(certificate), office });
  return certificate;
}

const lookAt = ({ number }: Certificate) => ({ action: 'certificate.read', subject: number });

/** The certificate laid out, for its holders and for staff it is for. Throws CERTIFICATE_NOT_READY while it is being made. */
export async function openCertificate(certificates: Certificates, actor: Actor, number: string) {
  const { platform } = certificates;
  const { certificate, own } = await seeCertificate(certificates, actor, number);
  const { office, document_hash: hash, document_mark: mark } = certificate;
  if (hash === null) {
    await platform.audit.write(platform.database, actor, { ...lookAt(certificate), office });
    throw errors.CERTIFICATE_NOT_READY();
  }
  const content = await platform.files.open(actor, {
    file: { kind: 'certificate', mark, hash, office },
    concerned: own,
    line: lookAt(certificate),
  });
  return { content, name: `${certificate.number}.pdf` };
}

async function seeCertificate({ platform }: Certificates, actor: Actor, number: string) {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const certificate = await findCertificate(platform.database, number);
  if (!certificate) throw errors.CERTIFICATE_NOT_FOUND();
  const own = [actor.idIndex, actor.organisation?.idIndex].some(
    (index) => index !== undefined && certificate.holder_indexes.includes(index),
  );
  const { office } = certificate;
  const mayRead = (permission: string) => platform.access.allows(actor, permission, { office });
  const staff = actor.kind === 'staff' && (mayRead('certificate.read') || mayRead('register.read'));
  if (!own && !staff) throw errors.CERTIFICATE_NOT_FOUND();
  return { certificate, own };
}

/** Ties a sheet of certificate paper to the certificate printed on it. A sheet is used once, whoever presses first. */
export async function printCertificate(
  { platform }: Certificates,
  actor: Actor,
  number: string,
  serialText: string,
): Promise<void> {
  const certificate = await findCertificate(platform.database, number);
  platform.access.require(actor, 'certificate.print', certificate ? { office: certificate.office } : {});
  if (!certificate) throw errors.CERTIFICATE_NOT_FOUND();
  if (certificate.voided_at) throw errors.CERTIFICATE_VOID();
  const serial = normalisePrintingSerial(serialText);
  const checked = checkPrintingSerial(serial);
  if (!checked.valid)
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/serial', message: checked.reason }] });
  await platform.database.transaction().execute(async (trx) => {
    const inserted = await tables(trx)
      .insertInto('certificates.print')
      .values({
        office: certificate.office,
        serial,
        number: certificate.number,
        printed_at: platform.clock.now(),
        printed_by: actor.accountId,
        printed_by_name: actor.name,
      })
      .onConflict((conflict) => conflict.columns(['office', 'serial']).doNothing())
      .returning('serial')
      .executeTakeFirst();
    if (!inserted) throw errors.PRINTING_SERIAL_USED();
    await platform.audit.write(trx, actor, {
      action: 'certificate.print',
      subject: certificate.number,
      office: certificate.office,
      detail: { serial },
    });
  });
}

export async function printsOf(database: Database, certificate: Certificate) {
  return tables(database)
    .selectFrom('certificates.print')
    .selectAll()
    .where('office', '=', certificate.office)
    .where('number', '=', certificate.number)
    .orderBy('printed_at')
    .execute();
}
