import { Link } from 'react-router';
import type { CaseView } from '../../api/types.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { DateText } from '../../components/text.tsx';
import styles from './case.module.css';

const kinds: Record<string, StatusKind> = { running: 'waiting', over: 'done', ended: 'neutral' };

/** What was announced for the case and, without names, whether anybody objected. */
export function CaseNotices({ notices }: { notices: CaseView['notices'] }) {
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="case-notices">
      <h2 id="case-notices" className="section-title">
        公告
      </h2>
      <ul className={styles.documents}>
        {notices.map((notice) => (
          <li key={notice.no}>
            <span>
              <Link to={notice.url}>{notice.kindTitle}</Link>
              <br />
              <small className="secondary">
                <DateText value={notice.publishedOn} /> 至 <DateText value={notice.endsOn} />，
                {objectionWords(notice.objections)}
              </small>
            </span>
            <StatusTag kind={kinds[notice.status] ?? 'neutral'}>{notice.statusTitle}</StatusTag>
          </li>
        ))}
      </ul>
    </section>
  );
}

function objectionWords(objections: CaseView['notices'][number]['objections']): string {
  if (objections.length === 0) return '没有收到异议';
  return `收到 ${objections.length} 件异议：${objections.map(({ outcomeTitle }) => outcomeTitle).join('、')}`;
}
