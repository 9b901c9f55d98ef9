import { Link } from 'react-router';
import type { CaseView } from '../../api/types.ts';
import { waitsForTime } from '../../api/waiting.ts';
import { caseStatusKind, StatusTag, TimelinessTag } from '../../components/StatusTag.tsx';
import { channelWord } from '../cases/case-columns.tsx';
import { day, moment } from '../components/moments.ts';
import { deskRoot } from '../paths.ts';

/** What the case is, how it stands, and whose turn it is. */
export function CaseHead({ view }: { view: CaseView }) {
  return (
    <header className="desk-case-head">
      <div>
        <h1>{view.business.name}</h1>
        <span className="desk-number">{view.caseNo}</span>
        <StatusTag kind={caseStatusKind(view.status)}>{view.statusTitle}</StatusTag>
        <TimelinessTag timeliness={view.timeliness} />
        <Link to={`${deskRoot}/tasks`} className="is-end no-print">
          回到待办
        </Link>
      </div>
      <p>
        {view.officeName}，{channelWord(view.channel)}，{moment(view.openedAt)}发起
        {view.acceptedAt && `，${moment(view.acceptedAt)}受理`}
        {view.promisedBy && `，承诺 ${day(view.promisedBy)}办结`}
        {view.promisedBy && view.timeliness === 'stopped' && '（现暂停计时，届时顺延）'}
        {view.closedAt && `，${moment(view.closedAt)}办结`}
      </p>
      {view.waitingFor.length > 0 && (
        <p aria-live="polite">
          {view.waitingFor.every(waitsForTime) ? '现在等待' : '现在轮到'}
          {view.waitingFor.map((item, index) => (
            <span key={`${item.who} ${item.title}`}>
              {index > 0 && '；'}
              {waitsForTime(item) ? (
                <>
                  <strong>{item.untilTitle}</strong>：{moment(item.until)}，之后自动继续
                </>
              ) : (
                <>
                  <strong>{item.who}</strong>：{item.title}
                  {item.assignedTo && `，${item.assignedTo}已认领`}
                  {item.until && `（至${moment(item.until)}${item.untilTitle}）`}
                  {item.dueOn && !item.until && !view.suspension && `（${day(item.dueOn)}前）`}
                </>
              )}
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
