import { useState } from 'react';
import { type HeldMortgage, useHeldMortgages, useOpenRows } from '../../api/institution.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { DateText, IdText, Money } from '../../components/text.tsx';
import type { Filters } from '../../list/filters.ts';
import { type List, useList } from '../../list/use-list.ts';
import { ListFilters } from '../list/ListFilters.tsx';
import { TableResults } from '../list/Results.tsx';
import type { Column } from '../list/Table.tsx';
import { RowResults } from './RowResults.tsx';
import { useOffice } from './use-office.ts';
import styles from './workbench.module.css';

const keyOf = ({ unit, proof, rank }: HeldMortgage) => `${unit} ${proof ?? rank}`;

const columns: readonly Column<HeldMortgage>[] = [
  {
    title: '不动产',
    heads: true,
    render: ({ location, unit, seized }) => (
      <>
        {location}
        <small>
          <IdText value={unit} />
        </small>
        {seized && <StatusTag kind="blocked">已查封</StatusTag>}
      </>
    ),
  },
  { title: '权利人', render: ({ holders }) => holders.join('、') },
  {
    title: '担保数额',
    render: ({ principal, title, rank }) => (
      <span className={styles.amount}>
        <Money fen={principal} />
        <small>
          {title}，第 {rank} 顺位
        </small>
      </span>
    ),
  },
  {
    title: '债务履行期限',
    render: ({ termFrom, termTo }) => (
      <>
        <DateText value={termFrom} /> 至 <DateText value={termTo} />
      </>
    ),
  },
  { title: '登记证明', render: ({ proof }) => proof ?? '未出证明' },
];

/** Mortgages the institution holds; those whose debt is paid are cancelled from here, one or many at once (ONL-BNK-02). */
export default function MortgagesPanel() {
  const { filter, officeOf } = useOffice();
  const list = useList({
    office: filter,
    q: { kind: 'search', label: '查找', hint: '坐落、单元代码或证明号' },
  } satisfies Filters);
  const office = officeOf(list.values);
  return <Mortgages key={office} office={office} list={list} />;
}

/** Those at one registry: what is cancelled together goes to the same. */
function Mortgages({ office, list }: { office: string; list: List<'office' | 'q'> }) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, HeldMortgage>>(new Map());
  const [asking, setAsking] = useState(false);
  const mortgages = useHeldMortgages({ ...list.asked, office });
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
  const choice: Column<HeldMortgage> = {
    title: '选择',
    quiet: true,
    render: (each) => (
      <input
        type="checkbox"
        aria-label={`选择 ${each.location}`}
        checked={chosen.has(keyOf(each))}
        onChange={() => toggle(each)}
      />
    ),
  };
  return (
    <>
      <ListFilters what="抵押权" list={list}>
        <div>
          <Button kind="primary" disabled={chosen.size === 0} onClick={() => setAsking(true)}>
            注销选中的{chosen.size > 0 ? ` ${chosen.size} 笔` : ''}
          </Button>
        </div>
      </ListFilters>
      {opening.error && <ProblemPanel problem={asProblem(opening.error)} focus />}
      {opening.data && <RowResults items={opening.data.items} />}
      <TableResults
        what="抵押权"
        list={list}
        query={mortgages}
        empty={{ title: '登记簿上没有贵机构的抵押权' }}
        columns={[choice, ...columns]}
        rowKey={keyOf}
      />
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
