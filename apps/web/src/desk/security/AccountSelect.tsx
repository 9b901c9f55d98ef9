import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useAccounts } from '../api/accounts.ts';
import { useRoleTitles } from '../use-role-titles.ts';

interface AccountSelectProps {
  id: string;
  /** The account's id, or nothing. */
  value: string;
  onChange: (account: string) => void;
}

/** An account of the staff, found by login or name. */
export function AccountSelect({ id, value, onChange }: AccountSelectProps) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { titleOf } = useRoleTitles();
  const found = useAccounts({ kind: 'staff', status: 'enabled', ...(q && { q }) });
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入账号或姓名"
      value={value || null}
      loading={found.isFetching}
      notFoundContent={
        found.isError ? '暂时查不到账号，请稍后再试' : found.isFetching ? '正在查找' : '没有找到这个账号'
      }
      onChange={(chosen) => onChange(chosen ?? '')}
      options={(found.data?.items ?? []).map(({ id: account, name, login, grants }) => ({
        value: account,
        label: [`${name}（${login}）`, ...new Set(grants.map(({ role }) => titleOf(role)))].join(' · '),
      }))}
    />
  );
}
