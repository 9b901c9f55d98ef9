import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useOffices } from '../../api/offices.ts';
import {
  type AccountGrant,
  type AccountSummary,
  useGrantRole,
  useRevokeRole,
  useRoles,
} from '../api/accounts.ts';
import { ConfirmButton } from '../components/ConfirmButton.tsx';
import { moment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';
import { instantOf } from '../schema/local-moment.ts';

const blank = { role: '', office: '', purpose: '', until: '' };

/** Roles of an account: each for a purpose, at an office, until a moment. */
export function Grants({ account, editable }: { account: AccountSummary; editable: boolean }) {
  const roles = useRoles();
  const offices = useOffices();
  const revoke = useRevokeRole(account.id);
  const titleOf = (code: string) => roles.data?.find((item) => item.code === code)?.title ?? code;
  const officeOf = (code: string) =>
    code === '*' ? '全部机构' : (offices.data?.find((item) => item.code === code)?.name ?? code);
  const columns: DenseColumn<AccountGrant>[] = [
    { key: 'role', title: '岗位', render: (grant) => titleOf(grant.role) },
    { key: 'office', title: '登记机构', render: (grant) => officeOf(grant.office) },
    { key: 'purpose', title: '用途', render: (grant) => grant.purpose },
    {
      key: 'until',
      title: '期限',
      render: (grant) => (grant.expiresAt ? `至 ${moment(grant.expiresAt)}` : '未定期限'),
    },
  ];
  const withdrawn: DenseColumn<AccountGrant> = {
    key: 'withdraw',
    title: '收回',
    render: (grant) => (
      <ConfirmButton
        word="收回"
        question={`收回“${titleOf(grant.role)}”，立即生效`}
        onConfirm={() => revoke.mutate(grant.id)}
      />
    ),
  };
  return (
    <Panel title="岗位与授权">
      {account.grants.length === 0 ? (
        <p className="desk-secondary">没有授予岗位。</p>
      ) : (
        <DenseTable
          caption="授权"
          columns={editable ? [...columns, withdrawn] : columns}
          rows={account.grants}
          rowKey={(grant) => grant.id}
        />
      )}
      <ProblemNotice error={revoke.error} />
      {editable && account.kind === 'staff' && (
        <GrantForm
          account={account.id}
          roles={(roles.data ?? []).filter((role) => role.grantable)}
          offices={offices.data ?? []}
        />
      )}
    </Panel>
  );
}

interface GrantFormProps {
  account: string;
  roles: readonly { code: string; title: string }[];
  offices: readonly { code: string; name: string }[];
}

function GrantForm({ account, roles, offices }: GrantFormProps) {
  const [values, setValues] = useState(blank);
  const [fault, setFault] = useState<string>();
  const grant = useGrantRole(account);
  const change = (part: Partial<typeof blank>) => setValues({ ...values, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!values.role || !values.office) return setFault('请选择岗位和登记机构');
    if (values.purpose.trim() === '') return setFault('请写明授权用途');
    setFault(undefined);
    grant.mutate(
      {
        role: values.role,
        office: values.office,
        purpose: values.purpose.trim(),
        ...(values.until && { expiresAt: new Date(instantOf(values.until)).toISOString() }),
      },
      { onSuccess: () => setValues(blank) },
    );
  };
  return (
    <form className="desk-row" style={{ marginTop: 12 }} onSubmit={submit} aria-label="授予岗位">
      <Select
        aria-label="岗位"
        placeholder="岗位"
        style={{ width: 160 }}
        value={values.role || null}
        onChange={(role) => change({ role })}
        options={roles.map((role) => ({ value: role.code, label: role.title }))}
      />
      <Select
        aria-label="登记机构"
        placeholder="登记机构"
        style={{ width: 220 }}
        value={values.office || null}
        onChange={(office) => change({ office })}
        options={[
          { value: '*', label: '全部机构' },
          ...offices.map((office) => ({ value: office.code, label: office.name })),
        ]}
      />
      <Input
        aria-label="授权用途"
        placeholder="授权用途（必填）"
        style={{ width: 260 }}
        maxLength={200}
        value={values.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
      <Input
        aria-label="到期时间"
        type="datetime-local"
        style={{ width: 210 }}
        value={values.until}
        onChange={(event) => change({ until: event.target.value })}
      />
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        授予
      </Button>
      {fault && (
        <span className="desk-field-error" role="alert">
          {fault}
        </span>
      )}
      <ProblemNotice error={grant.error} />
    </form>
  );
}
