import { Link } from 'react-router';
import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import { businessGroups, categoryOf } from '../acceptance/business-groups.ts';
import { channelWord } from '../cases/case-columns.tsx';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { deskRoot } from '../paths.ts';

const filterNames = ['q'] as const;

const columns: DenseColumn<BusinessSummary>[] = [
  {
    key: 'name',
    title: '登记业务',
    render: (item) => (
      <>
        <Link to={`${deskRoot}/businesses/${item.code}`}>{item.name}</Link>
        <small>{item.summary}</small>
      </>
    ),
  },
  { key: 'category', title: '类别', width: 120, wideOnly: true, render: categoryOf },
  { key: 'channels', title: '渠道', width: 110, render: (item) => item.channels.map(channelWord).join('、') },
  {
    key: 'days',
    title: '承诺时限',
    width: 120,
    align: 'right',
    render: (item) => `${item.promisedDays} 个工作日`,
  },
  { key: 'version', title: '版本', width: 80, align: 'right', render: (item) => `第 ${item.version} 版` },
];

/** 登记业务: every definition in force. Running cases stay on the version they began with. */
export default function BusinessesPage() {
  const filters = useUrlFilters(filterNames);
  const businesses = useBusinesses();
  return (
    <>
      <PageHead
        title="登记业务"
        note={businesses.data ? `现行 ${businesses.data.length} 项，在办件按受理时的版本办完` : undefined}
      />
      <div className="desk-filters">
        <SearchField
          id="businesses-search"
          label="查找登记业务"
          placeholder="名称或常用说法"
          value={filters.values.q}
          onSearch={(q) => filters.set({ q })}
        />
      </div>
      <div className="desk-list">
        <Awaited query={businesses} what="登记业务" lines={8}>
          {(items) => {
            const found = businessGroups(items, filters.values.q).flatMap((group) => group.items);
            return found.length === 0 ? (
              <Nothing title="没有这样的登记业务" hint="换一个说法再找。" />
            ) : (
              <DenseTable caption="登记业务" columns={columns} rows={found} rowKey={(item) => item.code} />
            );
          }}
        </Awaited>
      </div>
    </>
  );
}
