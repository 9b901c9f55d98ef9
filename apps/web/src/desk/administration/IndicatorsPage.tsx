import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { type Indicator, useIndicators } from '../api/indicators.ts';
import { day } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';

const filters = { from: { kind: 'day', label: '自' }, to: { kind: 'day', label: '至' } } satisfies Filters;

const right = (
  key: string,
  title: string,
  width: number,
  render: (each: Indicator) => string,
): DenseColumn<Indicator> => ({
  key,
  title,
  width,
  align: 'right',
  render,
});

const columns: DenseColumn<Indicator>[] = [
  { key: 'name', title: '登记业务', render: (each) => each.name },
  right('opened', '申请', 70, (each) => String(each.opened)),
  right('completed', '办结', 70, (each) => String(each.completed)),
  right('online', '网办率', 90, (each) =>
    each.opened === 0 ? '—' : `${(each.onlineShare * 100).toFixed(1)}%`,
  ),
  right('promised', '承诺／法定时限', 130, (each) => `${each.promisedDays}／${each.statutoryDays} 日`),
  right(
    'shortened',
    '较法定压缩',
    100,
    (each) => `${((1 - each.promisedDays / each.statutoryDays) * 100).toFixed(0)}%`,
  ),
  right('average', '实际平均', 100, (each) =>
    each.averageDays === undefined ? '—' : `${each.averageDays.toFixed(2)} 日`,
  ),
  right('overdue', '超期', 70, (each) => String(each.overdue)),
  right('materials', '必交材料', 90, (each) => String(each.requiredMaterials)),
  right('steps', '环节', 70, (each) => String(each.steps)),
];

/** 考核指标: what the assessments of the business environment ask for, worked out from the cases of a period. */
export default function IndicatorsPage() {
  const list = useList(filters);
  const indicators = useIndicators(list.values);
  const { data } = indicators;
  return (
    <ListPage
      title="考核指标"
      note={data && `${day(data.from)}至${day(data.to)}发起的办件，按工作日计`}
      what="考核指标"
      list={list}
      query={indicators}
      columns={columns}
      rowKey={(each) => each.business}
      empty={{ title: '没有登记业务' }}
      beside={
        <a href={`/api/indicators?${new URLSearchParams({ ...list.asked, format: 'csv' })}`} download>
          导出 CSV
        </a>
      }
    />
  );
}
