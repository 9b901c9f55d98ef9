import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useCases } from '../../api/cases.ts';
import { casesTable, useInstitution } from '../../api/institution.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { CaseLine } from '../../components/CaseLine.tsx';
import { Empty } from '../../components/Empty.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { saveText } from '../../desk/list/csv.ts';
import { useFilters } from './use-filters.tsx';
import styles from './workbench.module.css';

const turn = 'turn';

/** What waits for the institution and everything it has under way, by state. */
export default function OwnCasesPanel() {
  const [search] = useSearchParams();
  const filters = useFilters();
  const summary = useInstitution();
  const businesses = useBusinesses();
  const state = search.get('status') ?? 'open';
  const [q, business, cursor] = [filters.of('q'), filters.of('business'), filters.of('cursor')];
  const query = { q, business, ...(state === turn ? { turn: true, status: 'open' } : { status: state }) };
  const cases = useCases({ ...query, cursor, mine: true, limit: 20 });
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
            onClick={() => filters.set('status', value)}
          >
            {title}
            {count !== undefined && <b className="figures">{count}</b>}
          </button>
        ))}
      </fieldset>
      <div className={styles.filters}>
        <TextField
          label="查找"
          type="search"
          placeholder="受理编号、坐落或姓名"
          value={q}
          onChange={(value) => filters.set('q', value)}
        />
        <SelectField
          label="业务"
          value={business}
          onChange={(value) => filters.set('business', value)}
          options={(businesses.data ?? []).map(({ code, name }) => ({ value: code, title: name }))}
          placeholder="全部"
        />
        <TakeTable query={{ q, business, status: state === turn ? 'open' : state }} />
      </div>
      {cases.isPending && <Loading what="办件" />}
      {cases.isError && <ErrorState problem={cases.error} onRetry={() => void cases.refetch()} />}
      <div aria-live="polite">
        {cases.data?.items.length === 0 && (
          <Empty title={state === turn ? '没有等您办理的办件' : '没有符合条件的办件'} />
        )}
        <ul className="lines">
          {cases.data?.items.map((each) => (
            <CaseLine key={each.caseNo} summary={each} />
          ))}
        </ul>
      </div>
      {filters.pager(cases.data?.nextCursor)}
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
