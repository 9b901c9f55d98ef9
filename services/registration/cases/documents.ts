import { type CaseworkTables, caseworkTables, officeOf } from '@hengchan/casework';
import { type Certificate, certificatesOfCase } from '@hengchan/certificates';
import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { nameFor } from '../files/name-for.ts';
import type { Registration } from '../registration.ts';
import { kindOfDocument } from './kind-of-document.ts';
import { isConcerned, seeCase } from './see.ts';

type DocumentRow = CaseworkTables['casework.document'];

/**
 * Whether a document of the case is somebody's own affair: notices go to every party, a certificate carries whole identity numbers and goes
 * to its holders. What the office writes for itself concerns no party, by its kind.
 */
function concerns(
  actor: Actor,
  concerned: boolean,
  code: string,
  certificates: readonly Certificate[],
): boolean {
  const certificate = certificates.find((each) => each.number === code);
  if (!certificate || actor.kind === 'staff') return concerned;
  const own = [actor.idIndex, actor.organisation?.idIndex];
  return certificate.holder_indexes.some((index) => own.includes(index));
}

/** Whether somebody who may see the case may have a document of it, by its mark and the need to know of its kind. */
export function mayHave(
  { platform }: Registration,
  actor: Actor,
  concerned: boolean,
  { office, code, mark, file_hash: hash }: Pick<DocumentRow, 'office' | 'code' | 'mark' | 'file_hash'>,
  certificates: readonly Certificate[],
): boolean {
  const file = { kind: kindOfDocument(code), mark, hash, office };
  return platform.files.isFor(actor, file, concerns(actor, concerned, code, certificates));
}

/** A document the platform made for the case; one that is not for this person does not exist for them. Reading is recorded. */
export async function readDocument(registration: Registration, actor: Actor, caseNo: string, code: string) {
  const { platform } = registration;
  const record = await seeCase(registration, actor, caseNo);
  const certificates = await certificatesOfCase(platform.database, record.case.office, caseNo);
  const row = await caseworkTables(platform.database)
    .selectFrom('casework.document')
    .selectAll()
    .where('office', '=', officeOf(caseNo))
    .where('case_no', '=', caseNo)
    .where('code', '=', code)
    .orderBy('made_at', 'desc')
    .executeTakeFirst();
  if (!row) throw errors.DOCUMENT_NOT_FOUND();
  const content = await platform.files.open(actor, {
    file: { kind: kindOfDocument(code), mark: row.mark, hash: row.file_hash, office: row.office },
    concerned: concerns(actor, isConcerned(registration, actor, record), code, certificates),
    line: { action: 'document.read', subject: caseNo, detail: { document: row.title } },
    // One that is not for a party does not exist for them.
    ...(actor.kind === 'staff' ? {} : { refusal: errors.DOCUMENT_NOT_FOUND() }),
  });
  return { content, name: `${nameFor(actor, row.mark, row.title)}.pdf` };
}
