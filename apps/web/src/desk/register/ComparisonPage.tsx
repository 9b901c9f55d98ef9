import { Checkbox } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useUnitHistory } from '../../api/register.ts';
import type { UnitComparison } from '../../api/types.ts';
import { useUnitComparison } from '../api/register.ts';
import { moment } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { unitPagePath } from '../paths.ts';
import { stopsOf } from './as-of.ts';
import { ComparisonSection } from './ComparisonSection.tsx';
import { MomentSelect } from './MomentSelect.tsx';
import './comparison.css';

/** 两个时点对比: the page of a unit at two moments side by side, what differs marked in words. */
export default function ComparisonPage() {
  const { code = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const history = useUnitHistory(code);
  const [all, setAll] = useState(false);
  const stops = stopsOf(history.data ?? []);
  const from = parameters.get('from') ?? stops.at(0)?.asOf;
  const to = parameters.get('to') ?? undefined;
  const comparison = useUnitComparison(code, from, to);
  const set = (name: 'from' | 'to', value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    setParameters(next, { replace: true });
  };
  return (
    <>
      <PageHead
        title="两个时点对比"
        note={
          <>
            {comparison.data?.location} <Link to={unitPagePath(code)}>回到登记簿页</Link>
          </>
        }
      />
      <div className="desk-filters">
        <MomentSelect label="前一时点" stops={stops} value={from} onChange={(value) => set('from', value)} />
        <MomentSelect label="后一时点" stops={stops} value={to} onChange={(value) => set('to', value)} now />
        <span className="is-end">
          <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
            也显示没有变化的
          </Checkbox>
        </span>
      </div>
      <div className="desk-list" aria-live="polite">
        <Awaited query={comparison} what="两个时点的登记簿" lines={10}>
          {(data) => <Sides comparison={data} all={all} />}
        </Awaited>
      </div>
    </>
  );
}

function Sides({ comparison, all }: { comparison: UnitComparison; all: boolean }) {
  const { from, to, facts, rights, others } = comparison;
  const plain = (burden: boolean) => rights.filter((right) => right.burden === burden);
  const sideWords = (side: UnitComparison['from']) =>
    side.exists ? `${moment(side.at)}${side.closed ? '，已注销' : ''}` : `${moment(side.at)}，尚未登记`;
  return (
    <table className="desk-table desk-rows desk-comparison">
      <caption className="visually-hidden">两个时点的登记簿对比</caption>
      <thead>
        <tr>
          <th scope="col">登记事项</th>
          <th scope="col">{sideWords(from)}</th>
          <th scope="col">{sideWords(to)}</th>
          <th scope="col">变化</th>
        </tr>
      </thead>
      <ComparisonSection title="自然状况" groups={[{ key: 'facts', items: facts }]} all={all} />
      <ComparisonSection title="权属状况" groups={plain(false).map(groupOf)} all={all} />
      <ComparisonSection title="权利限制及提示" groups={plain(true).map(groupOf)} all={all} />
      <ComparisonSection title="其他" groups={[{ key: 'others', items: others }]} all={all} />
    </table>
  );
}

const groupOf = (right: UnitComparison['rights'][number]) => ({
  key: right.origin,
  title: right.title,
  change: right.change,
  items: right.items,
});
