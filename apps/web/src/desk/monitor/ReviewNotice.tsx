import { Link } from 'react-router';
import { Icon } from '../../components/Icon.tsx';
import { reviewLogPath } from '../paths.ts';
import { useReviewNotice } from './api.ts';
import './monitor.css';

/** What automatic review left to a person, over the case it concerns, with every reason (REG-AUD-20). Nothing when there is nothing. */
export function ReviewNotice({ caseNo, version }: { caseNo: string; version: number }) {
  const { data: notice } = useReviewNotice(caseNo, version);
  if (!notice) return null;
  return (
    <div className="desk-review-notice" role="alert">
      <Icon name="warning" size="1.4em" />
      <div>
        <strong>{notice.title}</strong>
        <p>{notice.text}</p>
        {notice.reasons.length > 0 && (
          <ul>
            {notice.reasons.map((reason) => (
              <li key={`${reason.code} ${reason.text}`}>
                <strong>{reason.title}</strong>：{reason.text}
              </li>
            ))}
          </ul>
        )}
        <Link to={reviewLogPath(caseNo)}>智能审核日志</Link>
      </div>
    </div>
  );
}
