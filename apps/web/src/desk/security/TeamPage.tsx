import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { useAct, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface Change {
  id: string;
  kind: 'join' | 'leave';
  name: string;
  post: string;
  duty: string;
  networkSecurityLead: boolean;
  announcedBy: string;
  announcedAt: string;
  effectiveAt: string;
  state: 'announced' | 'acknowledged' | 'in-effect';
  acknowledgedBy?: string;
}

interface TeamView {
  members: Change[];
  changes: Change[];
  unlisted: { login: string; roles: string[] }[];
}

const states = { announced: '待确认知悉', acknowledged: '待生效', 'in-effect': '已生效' };

const who: DenseColumn<Change>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 160,
    render: (row) => (
      <>
        {row.name}
        {row.networkSecurityLead && <small>网络安全负责人</small>}
      </>
    ),
  },
  { key: 'post', title: '岗位', width: 160, render: (row) => row.post },
  { key: 'duty', title: '网络安全责任', render: (row) => row.duty },
];

/** 管理技术团队: who runs the platform, and changes that are announced before they happen. Rows SEC-PRV-04, SEC-RPT-03. */
export default function TeamPage() {
  const { can } = useSession();
  const team = useSecurity<TeamView>('team');
  const acknowledge = useAct();
  const dialog = useDialog<'announce'>();
  const changes: DenseColumn<Change>[] = [
    { key: 'kind', title: '变更', width: 80, render: (row) => (row.kind === 'join' ? '加入' : '离开') },
    ...who,
    {
      key: 'state',
      title: '状态',
      width: 220,
      render: (row) => (
        <>
          <StatusTag kind={row.state === 'in-effect' ? 'done' : 'waiting'}>{states[row.state]}</StatusTag>
          <small>
            {row.announcedBy} {moment(row.announcedAt)} 登记，{moment(row.effectiveAt)} 生效
          </small>
          {row.state === 'announced' && can('data.export') && (
            <Button
              size="small"
              onClick={() => acknowledge.mutate({ path: `team/${row.id}/acknowledgement` })}
            >
              确认知悉
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHead
        title="管理技术团队"
        note="人员变更须提前登记，登记机构确认知悉并到生效日后列入名册"
        actions={
          can('security.manage') && (
            <Button type="primary" onClick={() => dialog.show('announce')}>
              登记变更
            </Button>
          )
        }
      />
      <ProblemNotice error={acknowledge.error} />
      <Awaited query={team} what="管理技术团队" lines={8}>
        {({ members, changes: rows, unlisted }) => (
          <>
            {unlisted.length > 0 && (
              <p className="desk-list-note">
                <StatusTag kind="blocked">
                  不在名册的管理员账号：{unlisted.map(({ login }) => login).join('、')}
                </StatusTag>
              </p>
            )}
            <Panel title="名册">
              {members.length === 0 ? (
                <Nothing title="名册还是空的" />
              ) : (
                <DenseTable caption="名册" columns={who} rows={members} rowKey={(row) => row.id} />
              )}
            </Panel>
            <Panel title="变更">
              {rows.length === 0 ? (
                <Nothing title="没有变更" />
              ) : (
                <DenseTable caption="变更" columns={changes} rows={rows} rowKey={(row) => row.id} />
              )}
            </Panel>
          </>
        )}
      </Awaited>
      {dialog.open && (
        <FormDialog
          title="登记人员变更"
          okText="登记并告知登记机构"
          fields={[
            { name: 'kind', label: '变更', kind: 'choice', choices: { join: '加入', leave: '离开' } },
            { name: 'account', label: '人员', kind: 'account', note: '工作人员账号，按账号或完整姓名查找' },
            { name: 'post', label: '岗位' },
            { name: 'duty', label: '网络安全责任', kind: 'long' },
            { name: 'networkSecurityLead', label: '网络安全负责人', kind: 'check' },
            { name: 'effectiveAt', label: '生效日期', kind: 'date' },
          ]}
          act={(body) => ({ path: 'team', body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
