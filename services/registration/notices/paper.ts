import type { StepContext } from '@hengchan/casework';
import { usualRemedy } from '@hengchan/documents';
import { toShanghaiDate } from '@hengchan/standards';
import { commonOf, localMoment, type Paper, publicUrl } from '../papers/paper.ts';
import type { Registration } from '../registration.ts';
import type { Notice, NoticeContent, Objection } from '../tables.ts';
import { kindOf, type NoticeKind, type NoticePeriod, unitTitles } from './kinds.ts';

interface Draft extends NoticePeriod {
  no: string;
  kind: NoticeKind;
  content: NoticeContent;
  publishedOn: string;
  endsAt: Date;
}

/** The last day on which objections are taken. */
export const lastDayOf = (endsAt: Date) => toShanghaiDate(new Date(endsAt.getTime() - 1));

/** 15 个工作日. */
export const periodText = ({ days, unit }: NoticePeriod) => `${days} ${unitTitles[unit]}`;

/** 公告 as a sheet. */
export function noticePaper(registration: Registration, { record }: StepContext, notice: Draft): Paper {
  const { title, law } = kindOf(notice.kind);
  return {
    template: 'public-notice',
    title,
    issuedAt: registration.platform.clock.now(),
    data: {
      ...commonOf(registration, record.case.office),
      noticeNo: notice.no,
      heading: title,
      paragraphs: notice.content.paragraphs,
      units: notice.content.units.map((unit) => ({ unitCode: unit.code, location: unit.location })),
      items: notice.content.items,
      publishedOn: notice.publishedOn,
      endsOn: lastDayOf(notice.endsAt),
      period: periodText(notice),
      citation: { ...law },
      noticeUrl: publicUrl(registration, `/notices/${notice.no}`),
    },
  };
}

/** 公告异议审查结果告知书: the same bytes whenever it is asked for. */
export function replyPaper(registration: Registration, notice: Notice, objection: Objection): Paper {
  const decidedAt = objection.decided_at ?? objection.filed_at;
  return {
    template: 'objection-reply',
    title: '公告异议审查结果告知书',
    issuedAt: decidedAt,
    data: {
      ...commonOf(registration, notice.office),
      noticeNo: notice.no,
      noticeTitle: notice.title,
      objector: objection.name,
      units: notice.content.units.map((unit) => ({ unitCode: unit.code, location: unit.location })),
      filedAt: localMoment(objection.filed_at),
      objection: objection.reason,
      outcome: objection.outcome === 'upheld' ? '成立' : '不成立',
      reasons: objection.reasons ?? '',
      decidedAt: localMoment(decidedAt),
      remedy: usualRemedy({ reconsideration: '本级人民政府', court: '有管辖权的人民法院' }),
    },
  };
}
