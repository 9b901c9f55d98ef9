import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { day } from '../components/moments.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { Pager } from '../list/Pager.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { knowledgePagePath } from '../paths.ts';
import { type EntryView, useEntries } from './api.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { citationOf, kindWords } from './words.ts';
import './knowledge.css';

const filterNames = ['q', 'kind', 'business', 'state', 'verified'] as const;

/** 知识库: laws, rules explained and examples, to be searched and kept (REG-AUD-02). */
export default function KnowledgePage() {
  const navigate = useNavigate();
  const { can } = useSession();
  const filters = useUrlFilters(filterNames);
  const { q, kind, business, state, verified } = filters.values;
  const businesses = useBusinesses();
  const [writing, setWriting] = useState(false);
  const entries = useEntries({
    ...(q && { q }),
    ...(kind && { kind }),
    ...(business && { business }),
    state: state || 'current',
    ...(verified && { verified: verified === 'yes' }),
    ...(filters.cursor && { cursor: filters.cursor }),
    limit: 30,
  });
  const rows = entries.data?.items ?? [];
  const open = (index: number) => {
    const entry = rows[index];
    if (entry) void navigate(knowledgePagePath(entry.id));
  };
  const { selected } = useListKeys({ count: rows.length, onOpen: open, searchId: 'knowledge-search' });
  return (
    <>
      <PageHead
        title="知识库"
        note={entries.data?.total === undefined ? undefined : `符合条件的共 ${entries.data.total} 条`}
        actions={
          can('knowledge.manage') && (
            <Button type="primary" onClick={() => setWriting(true)}>
              新建条目
            </Button>
          )
        }
      />
      <search className="desk-filters" aria-label="查找知识">
        <SearchField
          id="knowledge-search"
          label="查找知识"
          placeholder="标题、正文、法规名称"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
        />
        <Select
          aria-label="类别"
          allowClear
          placeholder="类别"
          style={{ width: 120 }}
          value={kind || null}
          onChange={(value) => filters.set({ kind: value ?? '' })}
          options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
        />
        <Select
          aria-label="登记业务"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="登记业务"
          style={{ width: 220 }}
          value={business || null}
          onChange={(value) => filters.set({ business: value ?? '' })}
          options={(businesses.data ?? []).map((item) => ({ value: item.code, label: item.name }))}
        />
        <Select
          aria-label="依据"
          allowClear
          placeholder="依据"
          style={{ width: 130 }}
          value={verified || null}
          onChange={(value) => filters.set({ verified: value ?? '' })}
          options={[
            { value: 'yes', label: '依据已核' },
            { value: 'no', label: '依据未核' },
          ]}
        />
        <Select
          aria-label="状态"
          style={{ width: 110 }}
          value={state || 'current'}
          onChange={(value) => filters.set({ state: value === 'current' ? '' : value })}
          options={[
            { value: 'current', label: '现行' },
            { value: 'retired', label: '已停用' },
          ]}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
      <div className="desk-list">
        <Awaited query={entries} what="知识条目" lines={10}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing title="没有符合条件的条目" hint="换一个说法，或者少填一个条件。" />
            ) : (
              <>
                <DenseTable
                  caption="知识条目"
                  columns={columns}
                  rows={page.items}
                  rowKey={(entry) => entry.id}
                  selected={selected}
                  onOpen={open}
                />
                <Pager
                  shown={page.items.length}
                  total={page.total}
                  cursor={filters.cursor}
                  nextCursor={page.nextCursor}
                  onGo={filters.goTo}
                />
              </>
            )
          }
        </Awaited>
      </div>
      {writing && (
        <EntryDialog
          onClose={() => setWriting(false)}
          onWritten={(entry) => void navigate(knowledgePagePath(entry.id))}
        />
      )}
    </>
  );
}

const columns: DenseColumn<EntryView>[] = [
  { key: 'kind', title: '类别', width: 100, render: (entry) => kindWords[entry.kind] },
  {
    key: 'title',
    title: '条目',
    render: (entry) => (
      <>
        <Link className="desk-knowledge-title" to={knowledgePagePath(entry.id)}>
          {entry.title}
        </Link>
        <small className="desk-clamp">{entry.body}</small>
      </>
    ),
  },
  {
    key: 'citation',
    title: '依据',
    width: '26%',
    wideOnly: true,
    render: (entry) => {
      const citation = citationOf(entry);
      return citation ? <Citation citation={citation} /> : '—';
    },
  },
  {
    key: 'state',
    title: '状态',
    width: 100,
    render: (entry) => (
      <StatusTag kind={entry.state === 'current' ? 'done' : 'neutral'}>
        {entry.state === 'current' ? '现行' : '已停用'}
      </StatusTag>
    ),
  },
  {
    key: 'version',
    title: '版本',
    width: 170,
    render: (entry) => (
      <>
        第 {entry.version} 版
        <small>
          {entry.changedBy}，{day(entry.changedAt)}
        </small>
      </>
    ),
  },
];
