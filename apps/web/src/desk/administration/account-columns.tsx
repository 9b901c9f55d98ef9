import { Link } from 'react-router';
import { StatusTag } from '../../components/StatusTag.tsx';
import type { AccountSummary } from '../api/accounts.ts';
import { day } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { accountPagePath } from '../paths.ts';

export const accountKinds: Record<string, string> = {
  staff: '工作人员',
  person: '个人',
  organisation: '单位经办人',
};

export function accountColumns(roleTitle: (code: string) => string): DenseColumn<AccountSummary>[] {
  return [
    {
      key: 'login',
      title: '登录名',
      render: (account) => <Link to={accountPagePath(account.id)}>{account.login}</Link>,
    },
    {
      key: 'name',
      title: '姓名',
      render: (account) => (
        <>
          {account.name}
          {account.organisation && <small>{account.organisation.name}</small>}
        </>
      ),
    },
    {
      key: 'kind',
      title: '种类',
      width: 110,
      render: (account) => accountKinds[account.kind] ?? account.kind,
    },
    {
      key: 'grants',
      title: '岗位',
      render: (account) =>
        account.grants.length === 0
          ? '—'
          : account.grants.map((grant) => (
              <span key={grant.id} style={{ display: 'block' }}>
                {roleTitle(grant.role)}
                <span className="desk-secondary">
                  {grant.office === '*' ? '，全部机构' : `，${grant.office}`}
                  {grant.expiresAt && `，至 ${day(grant.expiresAt)}`}
                </span>
              </span>
            )),
    },
    {
      key: 'status',
      title: '状态',
      width: 110,
      render: (account) => <AccountState account={account} />,
    },
    {
      key: 'factor',
      title: '动态口令',
      width: 100,
      wideOnly: true,
      render: (account) => (
        <StatusTag kind={account.secondFactor ? 'done' : 'neutral'}>
          {account.secondFactor ? '已启用' : '未启用'}
        </StatusTag>
      ),
    },
    {
      key: 'created',
      title: '建立',
      width: 140,
      wideOnly: true,
      render: (account) => day(account.createdAt),
    },
  ];
}

export function AccountState({ account }: { account: Pick<AccountSummary, 'locked' | 'status'> }) {
  if (account.locked) return <StatusTag kind="blocked">已锁定</StatusTag>;
  return account.status === 'enabled' ? (
    <StatusTag kind="done">启用</StatusTag>
  ) : (
    <StatusTag kind="neutral">停用</StatusTag>
  );
}
