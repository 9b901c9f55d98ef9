import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, type StopView, useAct, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

/** 停用与恢复: one function or interface out of service, the rest going on. Row SEC-VUL-03. */
export default function StopsPage() {
  const { can } = useSession();
  const stops = useSecurity<Items<StopView>>('stops');
  const resume = useAct();
  const dialog = useDialog<'stop'>();
  const onResume = can('security.manage')
    ? (id: string) => resume.mutate({ path: `stops/${id}/resumption` })
    : undefined;
  return (
    <>
      <ListPage
        title="停用与恢复"
        note="只停受影响的功能或接口，其余照常；登录和本页的接口不能停用"
        empty={{ title: '没有停用过功能' }}
        query={stops}
        columns={columnsOf(onResume)}
        rowKey={(stop) => stop.id}
        actions={
          can('security.manage') && (
            <Button danger onClick={() => dialog.show('stop')}>
              停用功能
            </Button>
          )
        }
      >
        <ProblemNotice error={resume.error} />
      </ListPage>
      {dialog.open && (
        <FormDialog
          title="停用功能"
          okText="立即停用"
          fields={[
            {
              name: 'kind',
              label: '种类',
              kind: 'choice',
              choices: { route: '接口（路径及其下）', permission: '权限（所有用到它的操作）' },
            },
            { name: 'target', label: '对象', note: '如 /api/payments，或 certificate.print' },
            { name: 'message', label: '告知使用者的话', initial: '该功能检修，其余业务照常办理。' },
            { name: 'reason', label: '原因', kind: 'long' },
            { name: 'issue', label: '相关问题单编号', optional: true },
          ]}
          act={(body) => ({ path: 'stops', body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function columnsOf(onResume: ((id: string) => void) | undefined): DenseColumn<StopView>[] {
  return [
    {
      key: 'target',
      title: '功能',
      render: (stop) => (
        <>
          {stop.target}
          <small>{stop.kind === 'route' ? '接口' : '权限'}</small>
        </>
      ),
    },
    {
      key: 'reason',
      title: '原因与告知',
      render: (stop) => (
        <>
          {stop.reason}
          <small>{stop.message}</small>
        </>
      ),
    },
    {
      key: 'state',
      title: '状态',
      width: 220,
      render: (stop) => (
        <>
          <StatusTag kind={stop.resumedAt ? 'done' : 'blocked'}>
            {stop.resumedAt ? '已恢复' : '停用中'}
          </StatusTag>
          <small>
            {stop.stoppedBy} {moment(stop.stoppedAt)} 停用
          </small>
          {stop.resumedAt && (
            <small>
              {stop.resumedBy} {moment(stop.resumedAt)} 恢复
            </small>
          )}
        </>
      ),
    },
    {
      key: 'act',
      title: '办理',
      width: 90,
      render: (stop) =>
        onResume && !stop.resumedAt ? (
          <ConfirmButton word="恢复" question="恢复这项功能" onConfirm={() => onResume(stop.id)} />
        ) : (
          '—'
        ),
    },
  ];
}
