import { Link } from 'react-router';
import type { CaseSummary } from '../api/types.ts';
import { Icon } from './Icon.tsx';
import { caseStatusKind, StatusTag } from './StatusTag.tsx';
import { DateText, IdText } from './text.tsx';

/** One case in a list of its owner: what, where, how far, whose turn. */
export function CaseLine({ summary }: { summary: CaseSummary }) {
  const { caseNo, business, location, status, statusTitle, waitingFor, yourTurn, promisedBy } = summary;
  const open = ['active', 'waiting'].includes(caseStatusKind(status));
  return (
    <li>
      <Link to={`/cases/${encodeURIComponent(caseNo)}`} className="line-link">
        <span className="line-main">
          <b className="serif">{business.name}</b>
          <span>{location}</span>
          <small className="secondary">
            <IdText value={caseNo} />
            {promisedBy && open && (
              <>
                {' · 承诺 '}
                <DateText value={promisedBy} /> 前办结
              </>
            )}
          </small>
        </span>
        <span className="line-side">
          <StatusTag kind={caseStatusKind(status)}>{statusTitle}</StatusTag>
          {yourTurn ? (
            <b className="your-turn">轮到您办理</b>
          ) : (
            waitingFor.length > 0 && <small className="secondary">等待{waitingFor.join('、')}</small>
          )}
        </span>
        <Icon name="right" />
      </Link>
    </li>
  );
}
