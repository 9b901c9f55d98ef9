import { Button } from 'antd';
import { Link } from 'react-router';
import type { UnitEvent } from '../../api/types.ts';
import { proofPath } from '../api/register.ts';
import { moment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
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
  const columns: DenseColumn<UnitEvent>[] = [
    { key: 'number', title: '登簿号', render: (event) => event.number },
    {
      key: 'at',
      title: '时间',
      render: (event) => <span className="is-nowrap">{moment(event.at)}</span>,
    },
    {
      key: 'what',
      title: '登记事项',
      render: (event) => (
        <>
          {event.title}
          <small>{event.text}</small>
          <small>
            <Link to={casePagePath(event.caseNo)}>
              {event.business} {event.caseNo}
            </Link>
          </small>
        </>
      ),
    },
    {
      key: 'who',
      title: '登簿',
      render: (event) => (
        <>
          {event.registrar}
          <small>{event.mode === 'automatic' ? '智能登簿' : '人工登簿'}</small>
        </>
      ),
    },
    {
      key: 'look',
      title: '查看',
      screenOnly: true,
      render: (event) => (
        <span className="is-nowrap">
          <Button size="small" type="link" onClick={() => onGo(event.at)}>
            当时的簿页
          </Button>
          {office && (
            <Button size="small" type="link" href={proofPath(office, event.number)} download>
              存证证明
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <Panel title="登记历史" className="desk-sheet-history">
      {sorted.length === 0 ? (
        <p className="desk-secondary">还没有登簿记录。</p>
      ) : (
        <DenseTable
          caption="登记历史"
          columns={columns}
          rows={sorted}
          rowKey={(event) => String(event.number)}
          marked={(event) => event.at === asOf}
        />
      )}
    </Panel>
  );
}
