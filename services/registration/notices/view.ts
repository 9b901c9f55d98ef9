import type { CaseRecord } from '@hengchan/casework';
import type { Actor, Database } from '@hengchan/platform';
import type { Registration } from '../registration.ts';
import type { Notice, Objection, ObjectionFile } from '../tables.ts';
import { kindOf, unitTitles } from './kinds.ts';
import { maySeeObjection } from './objection-files.ts';
import { lastDayOf } from './paper.ts';
import type { CaseNoticeView, NoticeSummaryView, NoticeView, ObjectionView } from './schema.ts';
import { filesOf, noticesOfCase, objectionsOfCase } from './store.ts';

const dayMilliseconds = 86_400_000;

const statusTitles = { running: '公告中', over: '公告期满', ended: '公告终止' } as const;

const outcomeTitles = {
  open: '审查中',
  upheld: '异议成立',
  overruled: '异议不成立',
  moot: '不再审查',
} as const;

function statusOf({ stopped_at, ends_at }: Notice, now: Date) {
  if (stopped_at) return 'ended';
  return now < ends_at ? 'running' : 'over';
}

export function summariseNotice({ platform, offices }: Registration, notice: Notice): NoticeSummaryView {
  const now = platform.clock.now();
  const status = statusOf(notice, now);
  return {
    no: notice.no,
    office: notice.office,
    officeName: offices.get(notice.office)?.name ?? notice.office,
    kind: notice.kind,
    kindTitle: kindOf(notice.kind).title,
    title: notice.title,
    location: notice.location,
    publishedOn: notice.published_on,
    endsOn: lastDayOf(notice.ends_at),
    daysLeft:
      status === 'running' ? Math.ceil((notice.ends_at.getTime() - now.getTime()) / dayMilliseconds) : 0,
    status,
    statusTitle: statusTitles[status],
  };
}

export function viewNotice(registration: Registration, notice: Notice): NoticeView {
  const shown = summariseNotice(registration, notice);
  return {
    ...shown,
    ...notice.content,
    days: notice.days,
    unit: notice.unit,
    unitTitle: unitTitles[notice.unit],
    law: kindOf(notice.kind).law,
    objectionsOpen: shown.status === 'running',
    documentUrl: `/api/public/notices/${notice.no}/document`,
  };
}

/** Objections with their files, for who may see them. */
export async function viewObjections(
  database: Database,
  objections: readonly Objection[],
): Promise<ObjectionView[]> {
  const files = await filesOf(database, objections);
  return objections.map((each) =>
    shownObjection(
      each,
      files.filter((file) => file.objection === each.id),
    ),
  );
}

/** The same of one. */
export async function viewObjection(database: Database, objection: Objection): Promise<ObjectionView> {
  return shownObjection(objection, await filesOf(database, [objection]));
}

function shownObjection(objection: Objection, files: readonly ObjectionFile[]): ObjectionView {
  const outcome = objection.outcome ?? 'open';
  return {
    id: objection.id,
    noticeNo: objection.notice_no,
    by: objection.name,
    idNumber: objection.id_masked,
    ...(objection.relation ? { relation: objection.relation } : {}),
    reason: objection.reason,
    filedAt: objection.filed_at.toISOString(),
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      mediaType: file.media_type,
      size: Number(file.size),
    })),
    outcome,
    outcomeTitle: outcomeTitles[outcome],
    ...(objection.reasons ? { reasons: objection.reasons } : {}),
    ...(objection.decided_at ? { decidedAt: objection.decided_at.toISOString() } : {}),
    ...(objection.decided_by_name ? { decidedBy: objection.decided_by_name } : {}),
  };
}

/** The notices of a case. Who objected and why is for staff and the objector; others see what became of it. */
export async function viewCaseNotices(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
): Promise<CaseNoticeView[]> {
  const { database } = registration.platform;
  const { office, no } = record.case;
  const notices = await noticesOfCase(database, office, no);
  if (notices.length === 0) return [];
  const objections = await objectionsOfCase(database, office, no);
  const whole = await viewObjections(database, objections);
  return notices.map((notice) => {
    const { kind, kindTitle, status, statusTitle, publishedOn, endsOn } = summariseNotice(
      registration,
      notice,
    );
    const shown = objections.flatMap((each, at) => {
      const view = whole[at];
      if (each.notice_no !== notice.no || !view) return [];
      const { id, outcome, outcomeTitle, filedAt } = view;
      return [maySeeObjection(registration, actor, each) ? view : { id, outcome, outcomeTitle, filedAt }];
    });
    return {
      no: notice.no,
      kind,
      kindTitle,
      status,
      statusTitle,
      publishedOn,
      endsOn,
      url: `/notices/${notice.no}`,
      objections: shown,
    };
  });
}
