import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, useSecurity } from './api.ts';

interface IntegrityCheck {
  id: string;
  checkedAt: string;
  faults: number;
  result: { what: string; count: string; faults: string[] }[];
}

const columns: DenseColumn<IntegrityCheck>[] = [
  { key: 'when', title: '核验时间', width: 180, render: (row) => moment(row.checkedAt) },
  {
    key: 'result',
    title: '结果',
    width: 140,
    render: (row) => (
      <StatusTag kind={row.faults === 0 ? 'done' : 'blocked'}>
        {row.faults === 0 ? '核验通过' : `${row.faults} 处改动`}
      </StatusTag>
    ),
  },
  {
    key: 'parts',
    title: '核验内容',
    render: (row) =>
      row.result.map((part) => (
        <small key={part.what}>
          {part.what}：{part.count}
          {part.faults.map((fault) => (
            <span key={fault} className="desk-fault-line">
              {fault}
            </span>
          ))}
        </small>
      )),
  },
];

/** 完整性核验: what was changed past the procedures, looked for every night. Row SEC-SEP-04. */
export default function IntegrityPage() {
  const checks = useSecurity<Items<IntegrityCheck>>('integrity-checks');
  return (
    <ListPage
      title="完整性核验"
      note="每夜重新计算登记簿、存证和审计日志；绕开登记程序的改动即告警"
      empty={{ title: '还没有核验过', hint: '每夜二时核验；也可在服务器上执行 ./hengchan verify。' }}
      query={checks}
      columns={columns}
      rowKey={(row) => row.id}
    />
  );
}
