import { Link } from 'react-router';
import type { RowResult } from '../../api/institution.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { IdText } from '../../components/text.tsx';
import styles from './workbench.module.css';

const words: Record<RowResult['status'], { kind: StatusKind; word: string }> = {
  opened: { kind: 'done', word: '已提交' },
  known: { kind: 'neutral', word: '以前已发起' },
  draft: { kind: 'waiting', word: '已建办件，还不能提交' },
  faulty: { kind: 'blocked', word: '没有发起' },
};

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
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">不动产单元</th>
              <th scope="col">结果</th>
              <th scope="col">办件或原因</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.line}>
                <td className="figures">{item.line}</td>
                <th scope="row">
                  {item.units.map((unit) => (
                    <IdText key={unit} value={unit} />
                  ))}
                </th>
                <td>
                  <StatusTag kind={words[item.status].kind}>{words[item.status].word}</StatusTag>
                </td>
                <td>
                  {item.caseNo && (
                    <Link to={`/cases/${item.caseNo}`}>
                      {item.caseNo}（{item.caseStatusTitle}）
                    </Link>
                  )}
                  {item.faults && (
                    <ul className={styles.faults}>
                      {item.faults.map(({ column, message }) => (
                        <li key={`${column} ${message}`}>
                          {column && <b>{column}：</b>}
                          {message}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
