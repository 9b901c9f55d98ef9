import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { useAct, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface ReportView {
  year: number;
  reason: string;
  dueOn: string;
  preparedAt?: string;
  preparedBy?: string;
  submittedAt?: string;
  submittedTo?: string;
}

/** 年度网络安全报告: owed every year, filled from the system, handed in by people. Rows SEC-RPT-01, SEC-RPT-02. */
export default function ReportsPage() {
  const { can } = useSession();
  const reports = useSecurity<{ registeredUsers: number; items: ReportView[] }>('reports');
  const prepare = useAct();
  const dialog = useDialog<'submit'>();
  const columns: DenseColumn<ReportView>[] = [
    {
      key: 'year',
      title: '年度',
      render: (row) => (
        <>
          {row.year} 年度
          <small>{row.reason}</small>
        </>
      ),
    },
    { key: 'due', title: '提交期限', width: 120, render: (row) => row.dueOn },
    {
      key: 'state',
      title: '进度',
      width: 240,
      render: (row) => (
        <>
          <StatusTag kind={row.submittedAt ? 'done' : 'waiting'}>
            {row.submittedAt ? '已提交' : row.preparedAt ? '已编制，待提交' : '待编制'}
          </StatusTag>
          {row.preparedAt && (
            <small>
              {row.preparedBy} {moment(row.preparedAt)} 编制
            </small>
          )}
          {row.submittedAt && (
            <small>
              {moment(row.submittedAt)} 提交{row.submittedTo}
            </small>
          )}
        </>
      ),
    },
    {
      key: 'act',
      title: '办理',
      width: 240,
      render: (row) => (
        <>
          {can('security.manage') && !row.submittedAt && (
            <Button size="small" onClick={() => prepare.mutate({ path: `reports/${row.year}/preparation` })}>
              由系统数据编制
            </Button>
          )}{' '}
          {row.preparedAt && (
            <Button size="small" href={`/api/security/reports/${row.year}/document`} download>
              下载
            </Button>
          )}{' '}
          {can('security.manage') && row.preparedAt && !row.submittedAt && (
            <Button size="small" onClick={() => dialog.show('submit', String(row.year))}>
              已提交
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <ListPage
        title="年度网络安全报告"
        {...(reports.data && { note: `现有注册用户 ${reports.data.registeredUsers} 人` })}
        empty={{ title: '报告任务每年自动建立' }}
        query={reports}
        columns={columns}
        rowKey={(row) => String(row.year)}
      >
        <ProblemNotice error={prepare.error} />
      </ListPage>
      {dialog.open && (
        <FormDialog
          title={`登记 ${dialog.open.subject} 年度报告已提交`}
          okText="登记"
          fields={[{ name: 'to', label: '提交对象' }]}
          act={(body) => ({ path: `reports/${dialog.open?.subject}/submission`, body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
