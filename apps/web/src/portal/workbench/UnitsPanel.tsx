import { useHeldUnits } from '../../api/institution.ts';
import type { UnitSummary } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { ButtonLink } from '../../components/Button.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { IdText } from '../../components/text.tsx';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { ListFilters } from '../list/ListFilters.tsx';
import { TableResults } from '../list/Results.tsx';
import type { Column } from '../list/Table.tsx';
import { useOffice } from './use-office.ts';
import styles from './workbench.module.css';

const columns: readonly Column<UnitSummary>[] = [
  {
    title: '不动产',
    heads: true,
    render: ({ location, code }) => (
      <>
        {location}
        <small>
          <IdText value={code} />
        </small>
      </>
    ),
  },
  {
    title: '面积与用途',
    render: ({ area, useTitle }) => (
      <>
        {area} 平方米
        <small>{useTitle}</small>
      </>
    ),
  },
  { title: '证书号', render: ({ certificate }) => certificate ?? '未发证' },
  {
    title: '状态',
    render: ({ seized, mortgaged }) => (
      <>
        {seized && <StatusTag kind="blocked">已查封</StatusTag>}
        {mortgaged && <StatusTag kind="waiting">有抵押</StatusTag>}
        {!seized && !mortgaged && <StatusTag kind="done">无限制</StatusTag>}
      </>
    ),
  },
  {
    title: '办理',
    render: ({ code }) => (
      <ButtonLink to={`/businesses?unit=${encodeURIComponent(code)}`}>办理业务</ButtonLink>
    ),
  },
];

/** Titles of the institution; a developer sees what is promised to nobody yet. */
export default function UnitsPanel() {
  const { user } = useSession();
  const { filter, officeOf } = useOffice();
  const list = useList({
    office: filter,
    q: { kind: 'search', label: '查找', hint: '坐落、单元代码或证号' },
    unsold: {
      kind: 'choice',
      label: '销售',
      options: [{ value: 'true', title: '只看未预告的' }],
      hidden: user?.organisation?.kind !== 'developer',
    },
  } satisfies Filters);
  const { unsold, ...asked } = list.asked;
  return (
    <>
      <ListFilters what="不动产" list={list} />
      <TableResults
        what="不动产"
        list={list}
        query={useHeldUnits({ ...asked, office: officeOf(list.values), ...(unsold && { unsold: true }) })}
        empty={{ title: '登记簿上没有贵机构的不动产' }}
        columns={columns}
        rowKey={({ code }) => code}
      />
      <p className={`secondary ${styles.note}`}>您的查看已记入日志。</p>
    </>
  );
}
