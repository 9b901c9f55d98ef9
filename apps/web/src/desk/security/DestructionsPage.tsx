import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { amount } from '../components/amounts.ts';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface DestructionView {
  id: string;
  approval: string;
  export: string;
  status: 'ready' | 'done';
  requestedBy: string;
  requestedAt: string;
  finishedAt?: string;
  record?: {
    tables: { rows: number; left: number }[];
    files: { removed: number; left: number; store: string };
    samples: { recovered: boolean }[];
    remaining: string[];
    copies: { found: string[] };
  };
}

/** 终止与销毁: made ready here, carried out on the server's command line, kept with its record and letter. Rows SEC-END-02, SEC-END-06. */
export default function DestructionsPage() {
  const { can } = useSession();
  const destructions = useSecurity<Items<DestructionView> & { confirmation: string }>('destructions');
  const dialog = useDialog<'prepare'>();
  return (
    <>
      <ListPage
        title="终止与销毁"
        note="先移交并核对，再销毁。这里只登记；执行在服务器命令行，须停止服务并再次确认"
        empty={{ title: '没有销毁任务' }}
        query={destructions}
        columns={columns}
        rowKey={(row) => row.id}
        actions={can('data.destroy') && <Button onClick={() => dialog.show('prepare')}>登记销毁任务</Button>}
      />
      {dialog.open && (
        <FormDialog
          title="登记销毁任务"
          okText="登记"
          fields={[
            { name: 'export', label: '已核对的导出', note: '见“全量导出”的编号' },
            { name: 'manifestHash', label: '清单摘要', note: '接收方从 manifest.json 读到的 SM3' },
            {
              name: 'approval',
              label: '同意编号',
              note: '他人批准的“销毁”同意；没有同意的尝试会被拒绝并告警',
            },
            {
              name: 'confirmation',
              label: '确认文字',
              note: `请逐字输入：${destructions.data?.confirmation ?? ''}`,
            },
          ]}
          act={(body) => ({ path: 'destructions', body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

const sum = (rows: readonly number[]) => rows.reduce((total, each) => total + each, 0);

const columns: DenseColumn<DestructionView>[] = [
  {
    key: 'what',
    title: '销毁任务',
    render: (row) => (
      <>
        {row.requestedBy} {moment(row.requestedAt)} 登记
        <small>任务 {row.id}</small>
        <small>移交的导出 {row.export}</small>
        <small>同意 {row.approval}</small>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 170,
    render: (row) => (
      <>
        <StatusTag kind={row.status === 'done' ? 'done' : 'waiting'}>
          {row.status === 'done' ? '已销毁' : '待执行'}
        </StatusTag>
        {row.finishedAt && <small>{moment(row.finishedAt)}</small>}
      </>
    ),
  },
  {
    key: 'record',
    title: '销毁记录',
    render: ({ id, record }) =>
      record === undefined ? (
        <small>./hengchan destroy {id} 存放记录的文件夹</small>
      ) : (
        <>
          {record.tables.length} 张表 {amount(sum(record.tables.map(({ rows }) => rows)))} 行，余{' '}
          {amount(sum(record.tables.map(({ left }) => left)))} 行
          <small>
            {record.files.store}：删除 {amount(record.files.removed)} 个文件，余 {amount(record.files.left)}{' '}
            个
          </small>
          <small>
            抽样恢复：
            {record.samples.some(({ recovered }) => recovered) ? '仍可恢复，销毁不成立' : '不能恢复'}
          </small>
          <small>尚存：{[...record.remaining, ...record.copies.found].join('、') || '无'}</small>
        </>
      ),
  },
  {
    key: 'letter',
    title: '承诺书',
    width: 110,
    render: (row) =>
      row.record === undefined ? (
        '—'
      ) : (
        <Button size="small" href={`/api/security/destructions/${row.id}/letter`} download>
          下载
        </Button>
      ),
  },
];
