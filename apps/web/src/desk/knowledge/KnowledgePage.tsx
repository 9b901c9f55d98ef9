import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { businessFilter, verifiedFilter } from '../../list/common-filters.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { day } from '../components/moments.ts';
import { Citation } from '../findings/Citation.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { knowledgePagePath } from '../paths.ts';
import { type EntryView, useEntries } from './api.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { citationOf, kindWords } from './words.ts';
import './knowledge.css';

const filters = {
  q: { kind: 'search', label: '查找知识', hint: '标题、正文、法规名称' },
  kind: { kind: 'choice', label: '类别', options: optionsOf(kindWords) },
  business: businessFilter,
  verified: verifiedFilter,
  state: { kind: 'choice', label: '状态', options: optionsOf({ '': '现行', retired: '已停用' }) },
} satisfies Filters;

/** 知识库: laws, rules explained and examples, to be searched and kept (REG-AUD-02). */
export default function KnowledgePage() {
  const navigate = useNavigate();
  const { can } = useSession();
  const list = useList(filters);
  const { verified, ...asked } = list.asked;
  const [writing, setWriting] = useState(false);
  return (
    <>
      <ListPage
        title="知识库"
        what="条目"
        list={list}
        query={useEntries({
          state: 'current',
          ...asked,
          ...(verified && { verified: verified === 'yes' }),
          limit: 30,
        })}
        columns={columns}
        rowKey={(entry) => entry.id}
        to={(entry) => knowledgePagePath(entry.id)}
        empty={{ title: '知识库还是空的', hint: '法规、规则说明和案例由业务管理员编写。' }}
        actions={
          can('knowledge.manage') && (
            <Button type="primary" onClick={() => setWriting(true)}>
              新建条目
            </Button>
          )
        }
      />
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
