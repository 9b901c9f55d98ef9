import { caseworkTables, officeOf } from '@hengchan/casework';
import { type Certificate, certificatesOfCase } from '@hengchan/certificates';
import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import { seeCase } from './see.ts';

/** What the office writes for itself. */
const internal: readonly string[] = ['approval-report'];

/**
 * Whether somebody who may see the case may have a document of it: notices go to every party, a certificate carries whole identity
 * numbers and goes to its holders, the office's report stays in the office.
 */
export function mayHave(actor: Actor, code: string, certificates: readonly Certificate[]): boolean {
  if (actor.kind === 'staff') return true;
  const certificate = certificates.find((each) => each.number === code);
  if (!certificate) return !internal.includes(code);
  const own = [actor.idIndex, actor.organisation?.idIndex];
  return certificate.holder_indexes.some((index) => own.includes(index));
}

/** A document the platform made for the case; one that is not for this person does not exist for them. Reading is recorded. */
export async function readDocument(registration: Registration, actor: Actor, caseNo: string, code: string) {
  const { platform } = registration;
  const record = await seeCase(registration, actor, caseNo);
  const certificates = await certificatesOfCase(platform.database, record.case.office, caseNo);
  if (!mayHave(actor, code, certificates)) throw errors.DOCUMENT_NOT_FOUND();
  const row = await caseworkTables(platform.database)
    .selectFrom('casework.document')
    .selectAll()
    .where('office', '=', officeOf(caseNo))
    .where('case_no', '=', caseNo)
    .where('code', '=', code)
    .orderBy('made_at', 'desc')
    .executeTakeFirst();
  if (!row) throw errors.DOCUMENT_NOT_FOUND();
  await platform.audit.write(platform.database, actor, {
    action: 'document.read',
    subject: caseNo,
    office: row.office,
    detail: { document: row.title },
  });
  return { content: await platform.files.get(row.file_hash), name: `${row.title}.pdf` };
}
