import { Input } from 'antd';
import { type Indicator, useIndicators } from '../api/indicators.ts';
import { day } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';

const filterNames = ['from', 'to'] as const;

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
  const filters = useUrlFilters(filterNames);
  const { from, to } = filters.values;
  const indicators = useIndicators({ from, to });
  const asked = new URLSearchParams({ ...(from && { from }), ...(to && { to }), format: 'csv' });
  return (
    <>
      <PageHead
        title="考核指标"
        note={
          indicators.data
            ? `${day(indicators.data.from)}至${day(indicators.data.to)}发起的办件，按工作日计`
            : undefined
        }
      />
      <div className="desk-filters">
        <label htmlFor="indicators-from">
          自{' '}
          <Input
            id="indicators-from"
            type="date"
            value={from}
            onChange={(event) => filters.set({ from: event.target.value })}
          />
        </label>
        <label htmlFor="indicators-to">
          至{' '}
          <Input
            id="indicators-to"
            type="date"
            value={to}
            onChange={(event) => filters.set({ to: event.target.value })}
          />
        </label>
        <a href={`/api/indicators?${asked}`} download>
          导出 CSV
        </a>
      </div>
      <div className="desk-list">
        <Awaited query={indicators} what="考核指标" lines={8}>
          {({ items }) => (
            <DenseTable caption="考核指标" columns={columns} rows={items} rowKey={(each) => each.business} />
          )}
        </Awaited>
      </div>
    </>
  );
}
