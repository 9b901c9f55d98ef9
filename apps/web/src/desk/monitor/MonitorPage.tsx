import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { businessFilter } from '../../list/common-filters.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { channelWord } from '../cases/case-columns.tsx';
import { day, moment } from '../components/moments.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { FilterBar } from '../list/FilterBar.tsx';
import { reviewLogPath } from '../paths.ts';
import { type StandingView, statisticsPath, useStanding, useStatistics } from './api.ts';
import { Statistics } from './Statistics.tsx';
import { conclusionOf, conclusions, conclusionWords } from './words.ts';
import './monitor.css';

const filters = {
  from: { kind: 'day', label: '自' },
  to: { kind: 'day', label: '至' },
  business: businessFilter,
} satisfies Filters;

/** 智能审核监控: how automatic review stands now, and what it came to in a time, by business and reason (REG-AUD-22, 23). */
export default function MonitorPage() {
  const standing = useStanding();
  const list = useList(filters);
  const statistics = useStatistics(list.values);
  const { from, to } = statistics.data ?? {};
  return (
    <>
      <PageHead
        title="智能审核监控"
        note={standing.data ? `${moment(standing.data.at)}，每几秒自动更新` : undefined}
      />
      <Awaited query={standing} what="实时情况" lines={4}>
        {(view) => <Standing view={view} />}
      </Awaited>
      <div className="desk-monitor-filters">
        <FilterBar label="统计期间和业务" list={list}>
          <a href={`${statisticsPath}?${new URLSearchParams({ ...list.asked, format: 'csv' })}`} download>
            导出 CSV
          </a>
          {from && (
            <span className="desk-secondary">
              统计{day(from)}至{day(to)}
            </span>
          )}
        </FilterBar>
      </div>
      <Awaited query={statistics} what="统计" lines={8}>
        {(view) => <Statistics view={view} />}
      </Awaited>
    </>
  );
}

function Standing({ view }: { view: StandingView }) {
  const { total, conclusions: today } = view.today;
  return (
    <>
      <dl className="desk-figures" aria-live="polite">
        <Figure title="在审" value={view.inReview} note="机器正在办理" />
        <Figure title="今日审核" value={total} note="件" />
        {conclusions.map((code) => (
          <Figure
            key={code}
            title={conclusionWords[code].word}
            value={today[code]}
            note={total === 0 ? '今日' : `今日的 ${((today[code] / total) * 100).toFixed(0)}%`}
          />
        ))}
        <Figure title="转人工待办" value={view.waiting} note="尚未办理" />
      </dl>
      <Panel title="今日最近">
        {view.recent.length === 0 ? (
          <Nothing title="今天还没有办件经过智能审核" />
        ) : (
          <DenseTable
            caption="今日最近的智能审核"
            columns={recentColumns}
            rows={view.recent}
            rowKey={(each) => each.caseNo}
          />
        )}
      </Panel>
    </>
  );
}

function Figure({ title, value, note }: { title: string; value: number; note: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {value}
        <small>{note}</small>
      </dd>
    </div>
  );
}

const recentColumns: DenseColumn<StandingView['recent'][number]>[] = [
  {
    key: 'case',
    title: '办件',
    render: (each) => <Link to={reviewLogPath(each.caseNo)}>{each.caseNo}</Link>,
  },
  { key: 'business', title: '登记业务', render: (each) => each.businessName },
  { key: 'channel', title: '渠道', width: 100, render: (each) => channelWord(each.channel) },
  {
    key: 'conclusion',
    title: '结论',
    width: 130,
    render: (each) => {
      const { kind, word } = conclusionOf(each.conclusion);
      return <StatusTag kind={kind}>{word}</StatusTag>;
    },
  },
  { key: 'at', title: '时间', width: 200, render: (each) => moment(each.at) },
];
