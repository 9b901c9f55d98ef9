import { Link } from 'react-router';
import { useNotices } from '../../api/notices.ts';
import { DateText } from '../../components/text.tsx';
import styles from './home.module.css';

const mostShown = 3;

/** What the registries announce now: a home page that says so lets somebody concerned find out in time. */
export function LatestNotices() {
  const notices = useNotices({ status: 'running', limit: mostShown });
  const shown = notices.data?.items ?? [];
  return (
    <section aria-labelledby="notices" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="notices">公告</h2>
        <Link to="/notices">全部公告</Link>
      </div>
      {shown.length > 0 ? (
        <ul className={styles.notices}>
          {shown.map((notice) => (
            <li key={notice.no}>
              <Link to={`/notices/${encodeURIComponent(notice.no)}`}>{notice.title}</Link>
              <small>
                {notice.location}，至 <DateText value={notice.endsOn} />
              </small>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>登记前须公告的事项在这里公开，与您有关的可以提出异议。</p>
      )}
    </section>
  );
}
