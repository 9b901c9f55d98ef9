import type { NoticeSummaryView } from '../../api/notices.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';

const kinds: Record<NoticeSummaryView['status'], StatusKind> = {
  running: 'waiting',
  over: 'done',
  ended: 'neutral',
};

/** How the notice stands; while it runs, for how long still. */
export function NoticeStatus({ notice }: { notice: NoticeSummaryView }) {
  const { status, statusTitle, daysLeft } = notice;
  return (
    <StatusTag kind={kinds[status]}>
      {statusTitle}
      {status === 'running' && (daysLeft <= 1 ? '，今日截止' : `，还有 ${daysLeft} 天`)}
    </StatusTag>
  );
}
