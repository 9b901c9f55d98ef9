import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import type { Filters } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { moment } from '../components/moments.ts';
import { ListPage } from '../list/ListPage.tsx';
import { districtEditionPath } from '../paths.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { type EditionView, useEditions } from './api.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { editionStates } from './words.ts';
import './cadastre.css';

/** 地籍分区: the editions of administrative divisions, cadastral zones and subzones, and which is in force. EX-GEO-01, EX-GEO-02. */
export default function CadastrePage() {
  const { can } = useSession();
  const list = useList(editionFilters(useOwnOffices()));
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  return (
    <>
      <ListPage
        title="地籍分区"
        note="行政区、地籍区、地籍子区的各版；新版经另一人确认后生效，旧版保留、可以恢复"
        what="分区版本"
        list={list}
        query={useEditions(list.asked)}
        columns={columns}
        rowKey={(each) => `${each.office} ${each.number}`}
        to={editionPath}
        empty={{
          title: '还没有分区数据',
          hint: '没有现行分区时，登记不核对单元代码中的地籍子区。由地籍管理员导入第一版，另一人确认后生效。',
        }}
        unmatched={{ title: '没有符合条件的版本', hint: '请放宽条件再看。' }}
        actions={
          can('cadastre.edit') && (
            <Button type="primary" onClick={() => setImporting(true)}>
              导入新分区
            </Button>
          )
        }
      />
      {importing && (
        <ImportDialog
          onClose={() => setImporting(false)}
          onDone={(edition) => void navigate(editionPath(edition))}
        />
      )}
    </>
  );
}

const editionPath = (edition: EditionView): string => districtEditionPath(edition.office, edition.number);

const editionFilters = (offices: readonly { code: string; name: string }[]) =>
  ({
    office: {
      kind: 'choice',
      label: '登记机构',
      options: offices.map(({ code, name }) => ({ value: code, title: name })),
      width: 220,
      hidden: offices.length < 2,
    },
    state: {
      kind: 'choice',
      label: '状态',
      options: Object.entries(editionStates).map(([value, { word }]) => ({ value, title: word })),
    },
  }) satisfies Filters;

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
