import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { useAccounts, useRoles } from '../api/accounts.ts';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { Pager } from '../list/Pager.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { deskRoot } from '../paths.ts';
import { accountColumns, accountKinds } from './account-columns.tsx';
import { NewAccountDialog } from './NewAccountDialog.tsx';

const filterNames = ['q', 'kind', 'role', 'status'] as const;

/** 账号: who can sign in. What they may do is the security administrator's, on the page of the account. */
export default function AccountsPage() {
  const { can } = useSession();
  const filters = useUrlFilters(filterNames);
  const { q, kind, role, status } = filters.values;
  const accounts = useAccounts({ q, kind, role, status, ...(filters.cursor && { cursor: filters.cursor }) });
  const roles = useRoles();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const rows = accounts.data?.items ?? [];
  const titleOf = (code: string) => roles.data?.find((item) => item.code === code)?.title ?? code;
  const open = (index: number) => {
    const account = rows[index];
    if (account) void navigate(`${deskRoot}/accounts/${account.id}`);
  };
  const { selected } = useListKeys({ count: rows.length, onOpen: open, searchId: 'account-search' });
  return (
    <>
      <PageHead
        title="账号"
        note="一人一号，实名在册；工作人员通过背景审查后才能启用"
        actions={
          can('account.manage') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              新建账号
            </Button>
          )
        }
      />
      <search className="desk-filters" aria-label="查找账号">
        <SearchField
          id="account-search"
          label="查找账号"
          placeholder="登录名，或完整姓名"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
        />
        <Select
          aria-label="账号种类"
          allowClear
          placeholder="种类"
          style={{ width: 120 }}
          value={kind || null}
          onChange={(value) => filters.set({ kind: value ?? '' })}
          options={Object.entries(accountKinds).map(([value, label]) => ({ value, label }))}
        />
        <Select
          aria-label="岗位"
          allowClear
          placeholder="岗位"
          style={{ width: 160 }}
          value={role || null}
          onChange={(value) => filters.set({ role: value ?? '' })}
          options={(roles.data ?? []).map((item) => ({ value: item.code, label: item.title }))}
        />
        <Select
          aria-label="状态"
          allowClear
          placeholder="状态"
          style={{ width: 110 }}
          value={status || null}
          onChange={(value) => filters.set({ status: value ?? '' })}
          options={[
            { value: 'enabled', label: '启用' },
            { value: 'disabled', label: '停用' },
          ]}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除条件
          </Button>
        )}
      </search>
      <div className="desk-list">
        <Awaited query={accounts} what="账号" lines={10}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing title="没有这样的账号" hint="姓名须写完整；登录名可以只写一部分。" />
            ) : (
              <>
                <DenseTable
                  caption="账号列表"
                  columns={accountColumns(titleOf)}
                  rows={page.items}
                  rowKey={(account) => account.id}
                  selected={selected}
                  onOpen={open}
                />
                <Pager
                  shown={page.items.length}
                  total={page.total}
                  cursor={filters.cursor}
                  nextCursor={page.nextCursor}
                  onGo={filters.goTo}
                />
              </>
            )
          }
        </Awaited>
      </div>
      {creating && (
        <NewAccountDialog
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate(`${deskRoot}/accounts/${id}`)}
        />
      )}
    </>
  );
}
