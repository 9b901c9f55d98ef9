import { useMemo } from 'react';
import { Link } from 'react-router';
import { type BusinessSummary, useBusinesses } from '../../api/businesses.ts';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { FilterBar } from '../list/FilterBar.tsx';
import { acceptancePath } from '../paths.ts';
import { businessGroups } from './business-groups.ts';
import './acceptance.css';

const filters = {
  q: {
    kind: 'search',
    label: '查找登记业务',
    hint: '业务名称或常用说法：过户、还清贷款、加名字',
    width: 380,
  },
} satisfies Filters;

/** 窗口受理, first step: which registration the person at the counter came for. */
export default function ChooseBusinessPage() {
  const list = useList(filters);
  const businesses = useBusinesses();
  return (
    <>
      <PageHead title="窗口受理" note="来办什么" />
      <FilterBar label="查找登记业务" list={list} />
      <div className="desk-list">
        <Awaited query={businesses} what="登记业务">
          {(items) => <Groups items={items} q={list.values.q} />}
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
