import { StatusTag } from '../../components/StatusTag.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { useSecurity } from './api.ts';

interface TableView {
  table: string;
  title: string;
  purpose: string;
  basis: string;
  retention: string;
  exported: boolean;
  government: string[];
  personal: string[];
  operational: string[];
  credential: string[];
}

interface CatalogueView {
  owner: string;
  agrees: boolean;
  missing: string[];
  items: TableView[];
}

const columns: DenseColumn<TableView>[] = [
  {
    key: 'table',
    title: '数据',
    width: 170,
    render: (row) => (
      <>
        {row.title}
        <small>{row.table}</small>
      </>
    ),
  },
  {
    key: 'class',
    title: '类别与列',
    render: (row) =>
      (
        [
          ['政务数据', row.government],
          ['个人信息', row.personal],
          ['运行数据', row.operational],
          ['凭据（不导出）', row.credential],
        ] as const
      )
        .filter(([, names]) => names.length > 0)
        .map(([word, names]) => (
          <small key={word}>
            {word}：{names.join('、')}
          </small>
        )),
  },
  {
    key: 'why',
    title: '目的与依据',
    render: (row) => (
      <>
        {row.purpose}
        <small>{row.basis}（条文待核对）</small>
      </>
    ),
  },
  { key: 'keep', title: '保存期', width: 200, wideOnly: true, render: (row) => row.retention },
];

/** 数据目录: what data is held, of which class, why, on what ground and how long. Rows SEC-OWN-01, SEC-OWN-03. */
export default function DataPage() {
  const catalogue = useSecurity<CatalogueView>('data-catalogue');
  const found = catalogue.data;
  return (
    <ListPage
      title="数据目录"
      {...(found && { note: `全部数据归${found.owner}所有` })}
      empty={{ title: '没有登记的数据' }}
      query={catalogue}
      columns={columns}
      rowKey={(row) => row.table}
    >
      {found && (
        <p>
          {found.agrees ? (
            <StatusTag kind="done">与数据库逐列核对一致</StatusTag>
          ) : (
            <StatusTag kind="blocked">未登记的列：{found.missing.join('、')}</StatusTag>
          )}
        </p>
      )}
    </ListPage>
  );
}
