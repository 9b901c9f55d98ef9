import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { Pager } from '../list/Pager.tsx';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { districtEditionPath } from '../paths.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { type EditionView, useEditions } from './api.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { editionStates } from './words.ts';
import './cadastre.css';

const filterNames = ['office', 'state'] as const;

/** 地籍分区: the editions of administrative divisions, cadastral zones and subzones, and which is in force. EX-GEO-01, EX-GEO-02. */
export default function CadastrePage() {
  const { can } = useSession();
  const offices = useOwnOffices();
  const filters = useUrlFilters(filterNames);
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const { office, state } = filters.values;
  const editions = useEditions({
    ...(office && { office }),
    ...(state && { state }),
    ...(filters.cursor && { cursor: filters.cursor }),
  });
  const open = (edition: EditionView | undefined) =>
    edition && void navigate(districtEditionPath(edition.office, edition.number));
  return (
    <>
      <PageHead
        title="地籍分区"
        note="行政区、地籍区、地籍子区的各版；新版经另一人确认后生效，旧版保留、可以恢复"
        actions={
          can('cadastre.edit') && (
            <Button type="primary" onClick={() => setImporting(true)}>
              导入新分区
            </Button>
          )
        }
      />
      <search className="desk-filters" aria-label="筛选版本">
        {offices.length > 1 && (
          <Select
            aria-label="登记机构"
            allowClear
            placeholder="全部机构"
            style={{ width: 220 }}
            value={office || null}
            onChange={(value) => filters.set({ office: value ?? '' })}
            options={offices.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <Select
          aria-label="状态"
          allowClear
          placeholder="全部状态"
          style={{ width: 140 }}
          value={state || null}
          onChange={(value) => filters.set({ state: value ?? '' })}
          options={Object.entries(editionStates).map(([value, { word }]) => ({ value, label: word }))}
        />
      </search>
      <div className="desk-list">
        <Awaited query={editions} what="分区版本" lines={6}>
          {({ items, total, nextCursor }) =>
            items.length === 0 && !filters.cursor ? (
              <Nothing
                title={filters.active ? '没有符合条件的版本' : '还没有分区数据'}
                hint={
                  filters.active
                    ? '请放宽条件再看。'
                    : '没有现行分区时，登记不核对单元代码中的地籍子区。由地籍管理员导入第一版，另一人确认后生效。'
                }
              >
                {filters.active && <Button onClick={filters.clear}>清除条件</Button>}
              </Nothing>
            ) : (
              <>
                <DenseTable
                  caption="分区版本"
                  columns={columns}
                  rows={items}
                  rowKey={(each) => `${each.office} ${each.number}`}
                  onOpen={(index) => open(items[index])}
                />
                <Pager
                  shown={items.length}
                  total={total}
                  cursor={filters.cursor}
                  nextCursor={nextCursor}
                  onGo={filters.goTo}
                />
              </>
            )
          }
        </Awaited>
      </div>
      {importing && <ImportDialog onClose={() => setImporting(false)} onDone={open} />}
    </>
  );
}

const columns = [
  {
    key: 'title',
    title: '版本',
    render: (each: EditionView) => (
      <>
        <Link to={districtEditionPath(each.office, each.number)}>
          第 {each.number} 版 {each.title}
        </Link>
        <small>{each.officeName}</small>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    render: (each: EditionView) => {
      const { kind, word } = editionStates[each.state];
      return <StatusTag kind={kind}>{word}</StatusTag>;
    },
  },
  {
    key: 'districts',
    title: '分区数',
    align: 'right' as const,
    wideOnly: true,
    render: (each: EditionView) => each.districts,
  },
  {
    key: 'made',
    title: '导入',
    wideOnly: true,
    render: (each: EditionView) => (
      <>
        {each.madeBy}
        <small>{moment(each.madeAt)}</small>
      </>
    ),
  },
  {
    key: 'confirmed',
    title: '确认',
    wideOnly: true,
    render: (each: EditionView) =>
      each.confirmedBy ? (
        <>
          {each.confirmedBy}
          <small>{moment(each.inForceFrom)}</small>
        </>
      ) : (
        '—'
      ),
  },
];
