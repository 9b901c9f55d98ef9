import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import { day } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { rulePagePath } from '../paths.ts';
import type { StatisticsView } from './api.ts';
import { conclusionOf, conclusions, conclusionWords, percent } from './words.ts';

type Item = StatisticsView['items'][number];
type Reason = StatisticsView['reasons'][number];
type Day = StatisticsView['days'][number];

/** What automatic review came to in a time: by business, by reason, by day. */
export function Statistics({ view }: { view: StatisticsView }) {
  if (view.items.length === 0)
    return (
      <div className="desk-list">
        <Nothing title="这段时间没有办件经过智能审核" hint="换一个时间段，或者清除登记业务。" />
      </div>
    );
  return (
    <>
      <div className="desk-list">
        <DenseTable
          caption="按登记业务统计"
          columns={columns}
          rows={view.items}
          rowKey={(each) => each.business}
        />
      </div>
      <div className="desk-monitor-pair">
        <Panel title="未通过和转人工的原因">
          {view.reasons.length === 0 ? (
            <p className="desk-secondary">这段时间没有未通过的办件。</p>
          ) : (
            <DenseTable
              caption="原因"
              columns={reasonColumns}
              rows={view.reasons}
              rowKey={(each) => `${each.code} ${each.title} ${each.outcome}`}
            />
          )}
        </Panel>
        <Panel title="逐日">
          <DenseTable caption="逐日" columns={dayColumns} rows={view.days} rowKey={(each) => each.day} />
        </Panel>
      </div>
    </>
  );
}

const number = <Row,>(
  key: string,
  title: string,
  render: (row: Row) => string | number,
  width = 80,
): DenseColumn<Row> => ({ key, title, width, align: 'right', render });

const columns: DenseColumn<Item>[] = [
  { key: 'name', title: '登记业务', render: (each) => each.businessName },
  number('total', '审核', (each) => each.total),
  number('online', '其中网上', (each) => each.online, 90),
  ...conclusions.map((code) => number<Item>(code, conclusionWords[code].word, (each) => each[code])),
  number('rate', '通过率', (each) => percent(each.passRate), 90),
];

const reasonColumns: DenseColumn<Reason>[] = [
  {
    key: 'title',
    title: '原因',
    render: (each) =>
      each.code === 'source' ? each.title : <Link to={rulePagePath(each.code)}>{each.title}</Link>,
  },
  {
    key: 'outcome',
    title: '结论',
    width: 110,
    render: (each) => {
      const { kind, word } = conclusionOf(each.outcome);
      return <StatusTag kind={kind}>{word}</StatusTag>;
    },
  },
  number('cases', '件数', (each) => each.cases, 70),
];

const dayColumns: DenseColumn<Day>[] = [
  { key: 'day', title: '日期', render: (each) => day(each.day) },
  ...conclusions.map((code) => number<Day>(code, conclusionWords[code].word, (each) => each[code])),
];
