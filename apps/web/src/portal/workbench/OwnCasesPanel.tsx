import { useState } from 'react';
import { useCases } from '../../api/cases.ts';
import { casesTable, useInstitution } from '../../api/institution.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { CaseLine } from '../../components/CaseLine.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { businessFilter } from '../../list/common-filters.ts';
import { saveText } from '../../list/csv.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ListFilters } from '../list/ListFilters.tsx';
import { Results } from '../list/Results.tsx';
import styles from './workbench.module.css';

const turn = 'turn';

const filters = {
  status: { kind: 'own', label: '状态' },
  q: { kind: 'search', label: '查找', hint: '受理编号、坐落或姓名' },
  business: businessFilter,
} satisfies Filters;

/** What waits for the institution and everything it has under way, by state. */
export default function OwnCasesPanel() {
  const list = useList(filters);
  const summary = useInstitution();
  const state = list.values.status || 'open';
  const asked = { ...list.asked, ...(state === turn ? { turn: true, status: 'open' } : { status: state }) };
  const cases = useCases({ ...asked, mine: true, limit: 20 });
  const states = [
    { value: turn, title: '轮到我们办理', count: summary.data?.yourTurn },
    {
      value: 'open',
      title: '全部未办结',
      count: summary.data?.states.reduce((sum, each) => sum + each.count, 0),
    },
    ...(summary.data?.states ?? []).map(({ status, title, count }) => ({ value: status, title, count })),
    { value: 'closed', title: '已结束', count: undefined },
  ];
  return (
    <>
      <fieldset className={styles.states}>
        <legend className="visually-hidden">按状态</legend>
        {states.map(({ value, title, count }) => (
          <button
            key={value}
            type="button"
            aria-pressed={state === value}
            onClick={() => list.set({ status: value })}
          >
            {title}
            {count !== undefined && <b className="figures">{count}</b>}
          </button>
        ))}
      </fieldset>
      <ListFilters what="办件" list={list}>
        <TakeTable
          query={{
            q: list.values.q,
            business: list.values.business,
            status: state === turn ? 'open' : state,
          }}
        />
      </ListFilters>
      <Results what="办件" list={list} query={cases} empty={{ title: '贵机构没有未办结的办件' }}>
        {(summary) => <CaseLine key={summary.caseNo} summary={summary} />}
      </Results>
    </>
  );
}

/** The list as a table that opens in a spreadsheet. */
function TakeTable({ query }: { query: Record<string, string> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const take = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      // Reading it as text takes the mark of UTF-8 away, without which spreadsheets do not read Chinese.
      saveText('办件.csv', `\uFEFF${await casesTable(query)}`, 'text/csv;charset=utf-8');
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <div>
      <Button icon="document" busy={busy} onClick={() => void take()}>
        导出表格
      </Button>
      {problem && <ProblemPanel problem={problem} />}
    </div>
  );
}
