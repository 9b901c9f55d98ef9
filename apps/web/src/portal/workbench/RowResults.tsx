import { Link } from 'react-router';
import type { RowResult } from '../../api/institution.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { IdText } from '../../components/text.tsx';
import { type Column, Table } from '../list/Table.tsx';
import styles from './workbench.module.css';

const words: Record<RowResult['status'], { kind: StatusKind; word: string }> = {
  opened: { kind: 'done', word: '已提交' },
  known: { kind: 'neutral', word: '以前已发起' },
  draft: { kind: 'waiting', word: '已建办件，还不能提交' },
  faulty: { kind: 'blocked', word: '没有发起' },
};

const columns: readonly Column<RowResult>[] = [
  { title: '行', render: ({ line }) => <span className="figures">{line}</span> },
  {
    title: '不动产单元',
    heads: true,
    render: ({ units }) => units.map((unit) => <IdText key={unit} value={unit} />),
  },
  {
    title: '结果',
    render: ({ status }) => <StatusTag kind={words[status].kind}>{words[status].word}</StatusTag>,
  },
  {
    title: '办件或原因',
    render: ({ caseNo, caseStatusTitle, faults }) => (
      <>
        {caseNo && (
          <Link to={`/cases/${caseNo}`}>
            {caseNo}（{caseStatusTitle}）
          </Link>
        )}
        {faults && (
          <ul className={styles.faults}>
            {faults.map(({ column, message }) => (
              <li key={`${column} ${message}`}>
                {column && <b>{column}：</b>}
                {message}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  },
];

/** What became of every row; a fault is one row's alone. */
export function RowResults({ items }: { items: readonly RowResult[] }) {
  const count = (status: RowResult['status']) => items.filter((each) => each.status === status).length;
  const said = (Object.keys(words) as RowResult['status'][])
    .filter((status) => count(status) > 0)
    .map((status) => `${words[status].word} ${count(status)} 行`);
  return (
    <section className="sheet" aria-live="polite" aria-label="办理结果">
      <p>
        <b>共 {items.length} 行：</b>
        {said.join('，')}。
      </p>
      <Table caption="办理结果" columns={columns} rows={items} rowKey={({ line }) => String(line)} />
    </section>
  );
}
