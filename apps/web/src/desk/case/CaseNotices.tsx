import { Link } from 'react-router';
import { objectionFilePath, objectionReplyPath } from '../../api/notices.ts';
import type { CaseView } from '../../api/types.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { day, moment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';

type Notice = CaseView['notices'][number];
export type CaseObjection = Notice['objections'][number];

const noticeKinds: Record<string, StatusKind> = { running: 'waiting', over: 'done', ended: 'neutral' };
const objectionKinds: Record<string, StatusKind> = {
  open: 'waiting',
  upheld: 'blocked',
  overruled: 'done',
  moot: 'neutral',
};

/** What was announced for the case, and what people said against it. */
export function CaseNotices({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  const open = openObjections(notices).length;
  return (
    <Panel
      title="公告"
      aside={<span className="desk-secondary">{open > 0 ? `${open} 件异议待审查` : '没有待审查的异议'}</span>}
    >
      <div className="desk-stack">
        {notices.map((notice) => (
          <div key={notice.no}>
            <div className="desk-row">
              <Link to={notice.url} target="_blank">
                {notice.kindTitle}
              </Link>
              <StatusTag kind={noticeKinds[notice.status] ?? 'neutral'}>{notice.statusTitle}</StatusTag>
              <span className="desk-secondary">
                {day(notice.publishedOn)}至{day(notice.endsOn)}，编号 {notice.no}
              </span>
            </div>
            {notice.objections.length === 0 ? (
              <p className="desk-secondary desk-no-objection">没有收到异议。</p>
            ) : (
              <ul className="desk-plain-list">
                {notice.objections.map((objection) => (
                  <Objection key={objection.id ?? ''} objection={objection} />
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}

/** Objections nobody has decided yet. */
export const openObjections = (notices: readonly Notice[]): CaseObjection[] =>
  notices.flatMap((notice) => notice.objections).filter((objection) => objection.outcome === 'open');

function Objection({ objection }: { objection: CaseObjection }) {
  const { id = '', outcome = 'open', outcomeTitle, by, idNumber, relation, reason, filedAt } = objection;
  const { files = [], reasons, decidedAt, decidedBy } = objection;
  return (
    <li>
      <div className="desk-row">
        <StatusTag kind={objectionKinds[outcome] ?? 'neutral'}>{outcomeTitle}</StatusTag>
        {by && <strong>{by}</strong>}
        {idNumber && <span className="desk-number">{idNumber}</span>}
        <span className="desk-secondary">{moment(filedAt)}提出</span>
      </div>
      {relation && <p className="desk-objection-words">利害关系：{relation}</p>}
      {reason && <p className="desk-objection-words">{reason}</p>}
      {files.length > 0 && (
        <p className="desk-objection-words">
          异议材料：
          {files.map((file, index) => (
            <span key={file.id}>
              {index > 0 && '、'}
              <a href={objectionFilePath(id, file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            </span>
          ))}
        </p>
      )}
      {decidedAt && (
        <p className="desk-objection-words">
          审查意见：{reasons ?? '没有另写意见'}
          <small>
            {decidedBy && `${decidedBy}，`}
            {moment(decidedAt)}
            {by && (
              <>
                ，
                <a href={objectionReplyPath(id)} target="_blank" rel="noreferrer">
                  审查结果告知书
                </a>
              </>
            )}
          </small>
        </p>
      )}
    </li>
  );
}
