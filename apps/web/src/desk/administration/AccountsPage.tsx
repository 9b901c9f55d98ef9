import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { useAccounts, useRoles } from '../api/accounts.ts';
import { ListPage } from '../list/ListPage.tsx';
import { accountPagePath } from '../paths.ts';
import { accountColumns, accountKinds } from './account-columns.tsx';
import { NewAccountDialog } from './NewAccountDialog.tsx';

const filters = {
  q: { kind: 'search', label: '查找账号', hint: '登录名，或完整姓名' },
  kind: { kind: 'choice', label: '种类', options: optionsOf(accountKinds) },
  role: { kind: 'choice', label: '岗位', options: useRoleOptions, width: 160 },
  status: { kind: 'choice', label: '状态', options: optionsOf({ enabled: '启用', disabled: '停用' }) },
} satisfies Filters;

function useRoleOptions() {
  const roles = useRoles();
  return (roles.data ?? []).map(({ code, title }) => ({ value: code, title }));
}

/** 账号: who can sign in. What they may do is the security administrator's, on the page of the account. */
export default function AccountsPage() {
  const { can } = useSession();
  const list = useList(filters);
  const roles = useRoles();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const titleOf = (code: string) => roles.data?.find((item) => item.code === code)?.title ?? code;
  return (
    <>
      <ListPage
        title="账号"
        note="一人一号，实名在册；工作人员通过背景审查后才能启用"
        what="账号"
        list={list}
        query={useAccounts(list.asked)}
        columns={accountColumns(titleOf)}
        rowKey={(account) => account.id}
        to={(account) => accountPagePath(account.id)}
        empty={{ title: '还没有账号' }}
        unmatched={{ title: '没有这样的账号', hint: '姓名须写完整；登录名可以只写一部分。' }}
        actions={
          can('account.manage') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              新建账号
            </Button>
          )
        }
      />
      {creating && (
        <NewAccountDialog
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate(accountPagePath(id))}
        />
      )}
    </>
  );
}
