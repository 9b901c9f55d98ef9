import { Link } from 'react-router';
import type { BusinessSummary } from '../../api/businesses.ts';
import { Icon } from '../../components/Icon.tsx';

/** One business: what it is called, what it is for, where and how long. */
export function BusinessLine({ business, unit }: { business: BusinessSummary; unit: string }) {
  const online = business.channels.includes('online');
  const query = unit ? `?unit=${encodeURIComponent(unit)}` : '';
  return (
    <li>
      <Link to={`/businesses/${encodeURIComponent(business.code)}${query}`} className="line-link">
        <span className="line-main">
          <b className="serif">{business.name}</b>
          <span>{business.summary}</span>
          <small className="secondary">
            {online ? '网上可办' : '到窗口办理'} · 承诺 {business.promisedDays} 个工作日
          </small>
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}
