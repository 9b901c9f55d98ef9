import { useMemo } from 'react';
import { Link } from 'react-router';
import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { acceptancePath } from '../paths.ts';
import { businessGroups } from './business-groups.ts';
import './acceptance.css';

const filterNames = ['q'] as const;

/** 窗口受理, first step: which registration the person at the counter came for. */
export default function ChooseBusinessPage() {
  const filters = useUrlFilters(filterNames);
  const businesses = useBusinesses();
  return (
    <>
      <PageHead title="窗口受理" note="来办什么" />
      <div className="desk-filters">
        <SearchField
          id="business-search"
          label="查找登记业务"
          placeholder="业务名称或常用说法：过户、还清贷款、加名字"
          value={filters.values.q}
          onSearch={(q) => filters.set({ q })}
          width={380}
        />
      </div>
      <div className="desk-list">
        <Awaited query={businesses} what="登记业务">
          {(items) => <Groups items={items} q={filters.values.q} />}
        </Awaited>
      </div>
    </>
  );
}

function Groups({ items, q }: { items: BusinessSummary[]; q: string }) {
  const groups = useMemo(() => businessGroups(items, q, 'counter'), [items, q]);
  if (groups.length === 0) {
    return <Nothing title="没有这样的登记业务" hint="换一个说法再找；仅限网上办理的业务不在窗口受理。" />;
  }
  return groups.map((group) => (
    <section key={group.title} className="desk-business-group">
      <h2>{group.title}</h2>
      <ul>
        {group.items.map((item) => (
          <li key={item.code}>
            <Link to={acceptancePath(item.code)}>{item.name}</Link>
            <p>{item.summary}</p>
            <small>承诺 {item.promisedDays} 个工作日</small>
          </li>
        ))}
      </ul>
    </section>
  ));
}
