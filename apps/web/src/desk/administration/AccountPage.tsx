import { App, Button, Popconfirm } from 'antd';
import { useParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import {
  type AccountSummary,
  useAccount,
  useAccountAct,
  useChangeAccount,
  useResetPassword,
} from '../api/accounts.ts';
import { day } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import { AccountState, accountKinds } from './account-columns.tsx';
import { Grants } from './Grants.tsx';

/** One account: who it is for the system administrator, what it may do for the security administrator. */
export default function AccountPage() {
  const { id = '' } = useParams();
  const account = useAccount(id);
  return (
    <Awaited page query={account} what="账号" lines={8}>
      {(view) => <Account account={view} />}
    </Awaited>
  );
}

function Account({ account }: { account: AccountSummary }) {
  const { user, can } = useSession();
  const change = useChangeAccount(account.id);
  const act = useAccountAct(account.id);
  const reset = useResetPassword(account.id);
  const { modal } = App.useApp();
  const own = user?.accountId === account.id;
  const resetPassword = () =>
    reset.mutate(undefined, {
      onSuccess: ({ temporaryPassword }) =>
        modal.info({
          title: '临时密码，只显示这一次',
          content: <code className="desk-number">{temporaryPassword}</code>,
          okText: '已记下',
        }),
    });
  return (
    <>
      <PageHead title={account.name} note={account.login} />
      <div className="desk-stack">
        <Panel title="账号" aside={<AccountState account={account} />}>
          <Pairs
            double
            pairs={[
              { label: '种类', value: accountKinds[account.kind] ?? account.kind },
              { label: '证件号码', value: account.idNumber ?? '—' },
              { label: '建立', value: day(account.createdAt) },
              { label: '代表单位', value: account.organisation?.name ?? '—' },
              {
                label: '背景审查',
                value:
                  account.kind !== 'staff' ? (
                    '不适用'
                  ) : (
                    <StatusTag kind={account.backgroundChecked ? 'done' : 'waiting'}>
                      {account.backgroundChecked ? '已通过' : '未通过'}
                    </StatusTag>
                  ),
              },
              {
                label: '动态口令',
                value: (
                  <StatusTag kind={account.secondFactor ? 'done' : 'neutral'}>
                    {account.secondFactor ? '已启用' : '未启用'}
                  </StatusTag>
                ),
              },
            ]}
          />
          <div className="desk-row" style={{ marginTop: 12 }}>
            {can('account.manage') && account.kind === 'staff' && (
              <Popconfirm
                title={account.backgroundChecked ? '撤销审查通过后账号立即停用' : '确认该人员已通过背景审查'}
                okText="确认"
                cancelText="取消"
                onConfirm={() => change.mutate({ backgroundChecked: !account.backgroundChecked })}
              >
                <Button loading={change.isPending}>
                  {account.backgroundChecked ? '撤销背景审查' : '标记审查通过'}
                </Button>
              </Popconfirm>
            )}
            {can('account.manage') && !own && (
              <Popconfirm
                title={account.status === 'enabled' ? '停用后会话立即终止' : '启用后该人员可以登录'}
                okText="确认"
                cancelText="取消"
                onConfirm={() =>
                  change.mutate({ status: account.status === 'enabled' ? 'disabled' : 'enabled' })
                }
              >
                <Button danger={account.status === 'enabled'} loading={change.isPending}>
                  {account.status === 'enabled' ? '停用' : '启用'}
                </Button>
              </Popconfirm>
            )}
            {can('session.manage') && !own && (
              <Button loading={act.isPending} onClick={() => act.mutate(account.locked ? 'unlock' : 'lock')}>
                {account.locked ? '解除锁定' : '锁定并终止会话'}
              </Button>
            )}
            {can('credential.reset') && !own && (
              <Popconfirm
                title="原密码立即失效，该人员下次登录须改用新密码"
                okText="重置"
                cancelText="取消"
                onConfirm={resetPassword}
              >
                <Button loading={reset.isPending}>重置密码</Button>
              </Popconfirm>
            )}
            {can('credential.reset') && account.secondFactor && (
              <Popconfirm
                title="重置后该人员下次登录须重新绑定动态口令"
                okText="重置"
                cancelText="取消"
                onConfirm={() => act.mutate('second-factor-reset')}
              >
                <Button>重置动态口令</Button>
              </Popconfirm>
            )}
          </div>
          <ProblemNotice error={change.error ?? act.error ?? reset.error} />
        </Panel>
        <Grants account={account} editable={can('role.grant') && !own} />
      </div>
    </>
  );
}
