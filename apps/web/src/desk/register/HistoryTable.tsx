import { Button } from 'antd';
import { Link } from 'react-router';
import type { UnitEvent } from '../../api/types.ts';
import { proofPath } from '../api/register.ts';
import { moment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { casePagePath } from '../paths.ts';

interface HistoryTableProps {
  events: readonly UnitEvent[];
  office: string | undefined;
  asOf: string | undefined;
  onGo: (asOf: string) => void;
}

/** Every entry that touched the unit, the latest first, each with its proof. */
export function HistoryTable({ events, office, asOf, onGo }: HistoryTableProps) {
  const sorted = [...events].sort((left, right) => right.number - left.number);
  return (
    <Panel title="登记历史" className="desk-sheet-history">
      {sorted.length === 0 ? (
        <p className="desk-secondary">还没有登簿记录。</p>
      ) : (
        <table className="desk-table">
          <caption className="visually-hidden">登记历史</caption>
          <thead>
            <tr>
              <th scope="col">登簿号</th>
              <th scope="col">时间</th>
              <th scope="col">登记事项</th>
              <th scope="col">登簿</th>
              <th scope="col" className="no-print">
                查看
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((event) => (
              <tr key={event.number} aria-current={event.at === asOf ? 'true' : undefined}>
                <td>{event.number}</td>
                <td className="is-nowrap">{moment(event.at)}</td>
                <td>
                  {event.title}
                  <small>{event.text}</small>
                  <small>
                    <Link to={casePagePath(event.caseNo)}>
                      {event.business} {event.caseNo}
                    </Link>
                  </small>
                </td>
                <td>
                  {event.registrar}
                  <small>{event.mode === 'automatic' ? '智能登簿' : '人工登簿'}</small>
                </td>
                <td className="no-print is-nowrap">
                  <Button size="small" type="link" onClick={() => onGo(event.at)}>
                    当时的簿页
                  </Button>
                  {office && (
                    <Button size="small" type="link" href={proofPath(office, event.number)} download>
                      存证证明
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
