import type { Actor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import { seeObjection } from './objection-files.ts';
import { replyPaper } from './paper.ts';
import { getNotice } from './store.ts';

/** 公告异议审查结果告知书, for who objected and for staff; there is none before the decision, nor of an objection nobody had to go into. */
export async function readReply(registration: Registration, actor: Actor, id: string) {
  const { platform, documents } = registration;
  const objection = await seeObjection(registration, actor, id);
  if (objection.outcome !== 'upheld' && objection.outcome !== 'overruled') throw errors.DOCUMENT_NOT_FOUND();
  const notice = await getNotice(platform.database, objection.notice_no);
  const paper = replyPaper(registration, notice, objection);
  const { pdf } = await documents.render(paper.template, paper.data, { issuedAt: paper.issuedAt });
  await platform.audit.write(platform.database, actor, {
    action: 'objection.reply',
    subject: objection.case_no,
    office: objection.office,
    detail: { objection: id },
  });
  return { content: pdf, name: `${paper.title}.pdf` };
}
