import { StatusTag } from '../../components/StatusTag.tsx';
import { amount, duration } from '../components/amounts.ts';
import { day, moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { useSecurity } from './api.ts';

interface DrillView {
  id: string;
  drilledAt: string;
  backupMadeAt: string;
  database: 'embedded' | 'postgres';
  files: number;
  rows: number;
  restoreSeconds: number;
  verifySeconds: number;
  faults: number;
  result: { what: string; count: string; faults: string[] }[];
}

interface DrillsView {
  overdue: boolean;
  dueBy?: string;
  items: DrillView[];
}

/** 恢复演练: whether backups can be put back, how long that took and what was found. Row SEC-LAW-05. */
export default function DrillsPage() {
  const drills = useSecurity<DrillsView>('restore-drills');
  return (
    <ListPage
      title="恢复演练"
      note="在服务器上执行 ./hengchan drill 备份文件：另行恢复并核验，不动现用数据"
      empty={{ title: '还没有演练过', hint: '没有恢复过的备份，不知道能不能用。' }}
      query={drills}
      columns={columns}
      rowKey={(row) => row.id}
    >
      {drills.data?.dueBy && (
        <p className="desk-list-note">
          <StatusTag kind={drills.data.overdue ? 'blocked' : 'done'}>
            {drills.data.overdue ? '演练已过期，应在' : '下次演练不晚于'} {day(drills.data.dueBy)}
          </StatusTag>
        </p>
      )}
    </ListPage>
  );
}

const columns: DenseColumn<DrillView>[] = [
  {
    key: 'when',
    title: '演练时间',
    width: 200,
    render: (row) => (
      <>
        {moment(row.drilledAt)}
        <small>备份做于 {moment(row.backupMadeAt)}</small>
      </>
    ),
  },
  {
    key: 'result',
    title: '结果',
    width: 130,
    render: (row) => (
      <StatusTag kind={row.faults === 0 ? 'done' : 'blocked'}>
        {row.faults === 0 ? '核验通过' : `${row.faults} 处问题`}
      </StatusTag>
    ),
  },
  {
    key: 'took',
    title: '用时',
    width: 180,
    render: (row) => (
      <>
        恢复 {duration(row.restoreSeconds)}
        <small>核验 {duration(row.verifySeconds)}</small>
      </>
    ),
  },
  {
    key: 'size',
    title: '数量',
    width: 160,
    render: (row) => (
      <>
        {amount(row.rows)} 行
        <small>
          {amount(row.files)} 个文件，{row.database === 'postgres' ? 'PostgreSQL' : '内嵌数据库'}
        </small>
      </>
    ),
  },
  {
    key: 'verified',
    title: '核验内容',
    wideOnly: true,
    render: (row) =>
      row.result.map((each) => (
        <small key={each.what}>
          {each.what}：{each.count}
          {each.faults.map((fault) => (
            <span key={fault} className="desk-fault-line">
              {fault}
            </span>
          ))}
        </small>
      )),
  },
];
