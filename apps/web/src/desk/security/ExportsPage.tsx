import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { type StatusKind, StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type ExportView, type Items, useAct, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

const states: Record<ExportView['status'], { kind: StatusKind; word: string }> = {
  waiting: { kind: 'waiting', word: '等待开始' },
  running: { kind: 'active', word: '正在导出' },
  done: { kind: 'done', word: '已完成' },
  failed: { kind: 'blocked', word: '未完成' },
  expired: { kind: 'neutral', word: '已过保存期' },
};

interface Verification {
  intact: boolean;
  parts: number;
  rows: number;
  faults: string[];
}

/** 全量导出: everything the institution owns, in open formats, fetched and checked by itself. Rows SEC-OWN-02, SEC-END-01. */
export default function ExportsPage() {
  const { can, user } = useSession();
  const exports = useSecurity<Items<ExportView>>('exports');
  const verify = useAct<Verification>();
  const dialog = useDialog<'begin'>();
  return (
    <>
      <ListPage
        title="全量导出"
        note="JSON Lines、CSV 与原文件，附清单和摘要；用途与接收方以同意记录为准"
        empty={{ title: '还没有导出' }}
        query={exports}
        columns={columnsOf(user?.accountId, (id) => verify.mutate({ path: `exports/${id}/verification` }))}
        rowKey={(row) => row.id}
        actions={
          can('data.export') && (
            <Button type="primary" onClick={() => dialog.show('begin')}>
              发起导出
            </Button>
          )
        }
      >
        <ProblemNotice error={verify.error} />
        <p aria-live="polite">
          {verify.data?.intact && (
            <StatusTag kind="done">
              核对一致：{verify.data.parts} 个文件，{verify.data.rows} 行
            </StatusTag>
          )}
          {verify.data?.intact === false && (
            <StatusTag kind="blocked">核对不一致：{verify.data.faults.join('；')}</StatusTag>
          )}
        </p>
      </ListPage>
      {dialog.open && (
        <FormDialog
          title="发起全量导出"
          okText="开始导出"
          fields={[
            {
              name: 'disposition',
              label: '处置',
              kind: 'choice',
              choices: {
                'data-access': '全量访问（给本机构）',
                'data-transfer': '转让或移交',
                'data-provide': '向第三方提供',
                'data-disclose': '披露',
                'data-publish': '公开',
                'data-use': '另行利用',
              },
            },
            { name: 'approval', label: '同意编号', note: '见“同意记录”；没有同意的尝试会被拒绝并告警' },
          ]}
          act={(body) => ({ path: 'exports', body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function columnsOf(mine: string | undefined, onVerify: (id: string) => void): DenseColumn<ExportView>[] {
  return [
    {
      key: 'what',
      title: '导出',
      render: (row) => (
        <>
          {row.dispositionTitle}
          <small>
            {row.purpose}
            {row.recipient && `，接收方 ${row.recipient}`}
          </small>
          <small>编号 {row.id}</small>
        </>
      ),
    },
    { key: 'who', title: '导出人', width: 100, render: (row) => row.requestedBy },
    {
      key: 'state',
      title: '进度',
      width: 200,
      render: (row) => (
        <>
          <StatusTag kind={states[row.status].kind}>{states[row.status].word}</StatusTag>
          <small>
            {row.tablesDone}/{row.tablesTotal} 张表，{row.rowsDone} 行
          </small>
          {row.failure && <small>{row.failure}</small>}
          {row.verifiedAt && <small>已核对 {moment(row.verifiedAt)}</small>}
        </>
      ),
    },
    { key: 'keep', title: '保存至', width: 160, wideOnly: true, render: (row) => moment(row.keepUntil) },
    {
      key: 'act',
      title: '办理',
      width: 150,
      render: (row) =>
        row.status === 'done' && row.requestedById === mine ? (
          <>
            <Button size="small" href={`/api/security/exports/${row.id}/archive`} download>
              下载
            </Button>{' '}
            <Button size="small" onClick={() => onVerify(row.id)}>
              核对
            </Button>
          </>
        ) : (
          '—'
        ),
    },
  ];
}
