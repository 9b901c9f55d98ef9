import { useState } from 'react';
import { type HeldMortgage, useHeldMortgages, useOpenRows } from '../../api/institution.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText, IdText, Money } from '../../components/text.tsx';
import { RowResults } from './RowResults.tsx';
import { useFilters } from './use-filters.tsx';
import styles from './workbench.module.css';

const keyOf = ({ unit, proof, rank }: HeldMortgage) => `${unit} ${proof ?? rank}`;

/** Mortgages the institution holds; those whose debt is paid are cancelled from here, one or many at once (ONL-BNK-02). */
export default function MortgagesPanel() {
  const filters = useFilters();
  const [chosen, setChosen] = useState<ReadonlyMap<string, HeldMortgage>>(new Map());
  const [asking, setAsking] = useState(false);
  const { office } = filters;
  const mortgages = useHeldMortgages({ office, q: filters.of('q'), cursor: filters.of('cursor') });
  const opening = useOpenRows();
  const toggle = (each: HeldMortgage) => {
    const next = new Map(chosen);
    if (!next.delete(keyOf(each))) next.set(keyOf(each), each);
    setChosen(next);
  };
  const cancel = () =>
    opening.mutate(
      {
        business: 'mortgage-cancellation',
        office,
        rows: [...chosen.values()].map(({ unit, proof }) => ({
          unit,
          ...(proof ? { columns: { 不动产登记证明号: proof } } : {}),
        })),
      },
      { onSettled: () => setAsking(false), onSuccess: () => setChosen(new Map()) },
    );
  const items = mortgages.data?.items ?? [];
  return (
    <>
      <div className={styles.filters}>
        <SelectField
          label="登记机构"
          value={office}
          onChange={(value) => {
            setChosen(new Map());
            filters.set('office', value);
          }}
          options={filters.officeOptions}
        />
        <TextField
          label="查找"
          type="search"
          placeholder="坐落、单元代码或证明号"
          value={filters.of('q')}
          onChange={(value) => filters.set('q', value)}
        />
        <Button kind="primary" disabled={chosen.size === 0} onClick={() => setAsking(true)}>
          注销选中的{chosen.size > 0 ? ` ${chosen.size} 笔` : ''}
        </Button>
      </div>
      {opening.error && <ProblemPanel problem={asProblem(opening.error)} focus />}
      {opening.data && <RowResults items={opening.data.items} />}
      {mortgages.isPending && <Loading what="抵押权" />}
      {mortgages.isError && <ErrorState problem={mortgages.error} onRetry={() => void mortgages.refetch()} />}
      {mortgages.data && items.length === 0 && <Empty title="没有符合条件的抵押权" />}
      {items.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">选择</span>
                </th>
                <th scope="col">不动产</th>
                <th scope="col">权利人</th>
                <th scope="col">担保数额</th>
                <th scope="col">债务履行期限</th>
                <th scope="col">登记证明</th>
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={keyOf(each)}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`选择 ${each.location}`}
                      checked={chosen.has(keyOf(each))}
                      onChange={() => toggle(each)}
                    />
                  </td>
                  <th scope="row">
                    {each.location}
                    <small>
                      <IdText value={each.unit} />
                    </small>
                    {each.seized && <StatusTag kind="blocked">已查封</StatusTag>}
                  </th>
                  <td>{each.holders.join('、')}</td>
                  <td className={styles.amount}>
                    <Money fen={each.principal} />
                    <small>
                      {each.title}，第 {each.rank} 顺位
                    </small>
                  </td>
                  <td>
                    <DateText value={each.termFrom} /> 至 <DateText value={each.termTo} />
                  </td>
                  <td>{each.proof ?? '未出证明'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {filters.pager(mortgages.data?.nextCursor)}
      <p className={`secondary ${styles.note}`}>您的查看已记入日志。</p>
      {asking && (
        <Dialog title={`申请注销 ${chosen.size} 笔抵押权`} onClose={() => setAsking(false)}>
          <p>每笔发起一件抵押权注销登记并提交。债权消灭或贵行同意注销的，抵押权自登簿时消灭。</p>
          <ul className={styles.chosen}>
            {[...chosen.values()].map((each) => (
              <li key={keyOf(each)}>{each.location}</li>
            ))}
          </ul>
          <div className="row">
            <Button kind="primary" busy={opening.isPending} onClick={cancel}>
              提交申请
            </Button>
            <Button onClick={() => setAsking(false)}>返回</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
