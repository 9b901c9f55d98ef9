import { type AutomaticHandler, caseworkTables, type StepContext } from '@hengchan/casework';
import { certificatesOfCase, keepDocument } from '@hengchan/certificates';
import { fileKinds, type Transaction } from '@hengchan/platform';
import { kindOfDocument } from '../cases/kind-of-document.ts';
import { applicationPaper } from '../papers/application.ts';
import { approvalReport } from '../papers/approval-report.ts';
import { certificatePaper } from '../papers/certificate.ts';
import { courtReceipt } from '../papers/court-receipt.ts';
import {
  acceptanceNotice,
  type Paper,
  rectificationNotice,
  refusalNotice,
  rejectionNotice,
  supplementNotice,
} from '../papers/notices.ts';
import type { Registration } from '../registration.ts';

interface MadeFile {
  code: string;
  title: string;
  hash: string;
  /** Certificate the file is the document of. */
  number?: string;
}

const pdfOnly = ['application/pdf'];

async function make(registration: Registration, paper: Paper, number?: string): Promise<MadeFile> {
  const { platform, documents } = registration;
  const rendered = await documents.render(paper.template, paper.data, { issuedAt: paper.issuedAt });
  const stored = await platform.files.put(rendered.pdf, pdfOnly);
  return {
    code: paper.template,
    title: paper.title,
    hash: stored.hash,
    ...(number === undefined ? {} : { number }),
  };
}

async function keep(
  { platform }: Registration,
  trx: Transaction,
  { record }: StepContext,
  files: readonly MadeFile[],
): Promise<void> {
  const { office, no } = record.case;
  const at = platform.clock.now();
  for (const file of files) {
    await caseworkTables(trx)
      .insertInto('casework.document')
      .values({
        office,
        case_no: no,
        code: file.number ?? file.code,
        title: file.title,
        file_hash: file.hash,
        mark: fileKinds[kindOfDocument(file.number ?? file.code)].mark,
        made_at: at,
      })
      .execute();
    if (file.number) await keepDocument(trx, office, file.number, file.hash, at);
  }
}

/** 制证: certificates and proofs of the case, and the approval report. Made outside the transaction, kept in it. */
export function issueCertificates(registration: Registration): AutomaticHandler<MadeFile[]> {
  return {
    async prepare(context) {
      const { office, no } = context.record.case;
      const made: MadeFile[] = [];
      for (const certificate of await certificatesOfCase(registration.platform.database, office, no)) {
        made.push(
          await make(registration, await certificatePaper(registration, certificate), certificate.number),
        );
      }
      made.push(await make(registration, await approvalReport(registration, context)));
      if (context.definition.notifies.includes('court')) {
        made.push(await make(registration, await courtReceipt(registration, context)));
      }
      return made;
    },
    async apply(trx, context, files) {
      await keep(registration, trx, context, files);
      return undefined;
    },
  };
}

type NoticeMaker = (registration: Registration, context: StepContext) => Promise<Paper>;

function issueNotices(
  registration: Registration,
  notices: readonly NoticeMaker[],
): AutomaticHandler<MadeFile[]> {
  return {
    async prepare(context) {
      const made: MadeFile[] = [];
      for (const notice of notices) made.push(await make(registration, await notice(registration, context)));
      return made;
    },
    async apply(trx, context, files) {
      await keep(registration, trx, context, files);
      return undefined;
    },
  };
}

/** 申请书与受理通知书; nobody applies where the registry acts of its own accord. */
export function issueAcceptance(registration: Registration): AutomaticHandler<MadeFile[]> {
  const applied = issueNotices(registration, [applicationPaper, acceptanceNotice]);
  const official = issueNotices(registration, [acceptanceNotice]);
  return {
    ...applied,
    prepare: (context) =>
      (context.record.parties.length > 0 ? applied : official).prepare?.(context) ?? Promise.resolve([]),
  };
}
/** 材料补正通知书. */
export const issueSupplement = (registration: Registration) => issueNotices(registration, [supplementNotice]);
/** 不予受理告知书. */
export const issueRejection = (registration: Registration) => issueNotices(registration, [rejectionNotice]);
/** 不予登记告知书. */
export const issueRefusal = (registration: Registration) => issueNotices(registration, [refusalNotice]);
/** 更正登记通知书. */
export const issueRectificationNotice = (registration: Registration) =>
  issueNotices(registration, [rectificationNotice]);
