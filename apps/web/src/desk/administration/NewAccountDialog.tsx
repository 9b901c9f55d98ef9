import { checkIdentity, normaliseIdNumber } from '@hengchan/standards';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import { type AccountKind, useCreateAccount } from '../api/accounts.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { accountKinds } from './account-columns.tsx';

interface NewAccountDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

const blank = {
  login: '',
  password: '',
  name: '',
  kind: 'staff' as AccountKind,
  idNumber: '',
  backgroundChecked: false,
};

/** One person, one account. The password given here must be changed at the first sign-in. */
export function NewAccountDialog({ onClose, onCreated }: NewAccountDialogProps) {
  const [values, setValues] = useState(blank);
  const [tried, setTried] = useState(false);
  const create = useCreateAccount();
  const change = (part: Partial<typeof blank>) => setValues({ ...values, ...part });
  const number = normaliseIdNumber(values.idNumber);
  const identity = number === '' ? undefined : checkIdentity('1', number);
  const faults = {
    login: values.login.trim() === '' ? '请填写登录名' : undefined,
    name: values.name.trim() === '' ? '请填写真实姓名' : undefined,
    password: values.password === '' ? '请填写初始密码' : undefined,
    idNumber: identity?.valid === false ? identity.reason : undefined,
  };
  const problem = create.error ? asProblem(create.error) : undefined;
  const faultOf = (field: keyof typeof faults) =>
    (tried ? faults[field] : undefined) ?? problem?.errorAt(`/${field}`);
  const submit = () => {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    create.mutate(
      {
        login: values.login.trim(),
        password: values.password,
        name: values.name.trim(),
        kind: values.kind,
        passwordExpired: true,
        ...(number && { idType: '1', idNumber: number }),
        ...(values.kind === 'staff' && { backgroundChecked: values.backgroundChecked }),
      },
      { onSuccess: ({ id }) => onCreated(id) },
    );
  };
  return (
    <Modal
      open
      title="新建账号"
      okText="建立账号"
      cancelText="取消"
      confirmLoading={create.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <LabelledField label="账号种类">
          {(id) => (
            <Select
              id={id}
              value={values.kind}
              onChange={(kind) => change({ kind })}
              options={Object.entries(accountKinds).map(([value, label]) => ({ value, label }))}
            />
          )}
        </LabelledField>
        <LabelledField
          label="登录名"
          required
          error={faultOf('login')}
          note="字母、数字、点、连字符或下划线，不分大小写"
        >
          {(id) => (
            <Input id={id} value={values.login} onChange={(event) => change({ login: event.target.value })} />
          )}
        </LabelledField>
        <LabelledField label="真实姓名" required error={faultOf('name')}>
          {(id) => (
            <Input id={id} value={values.name} onChange={(event) => change({ name: event.target.value })} />
          )}
        </LabelledField>
        <LabelledField label="身份证号码" error={faultOf('idNumber')}>
          {(id) => (
            <Input
              id={id}
              autoComplete="off"
              value={values.idNumber}
              onChange={(event) => change({ idNumber: event.target.value })}
            />
          )}
        </LabelledField>
        <LabelledField label="初始密码" required error={faultOf('password')} note="首次登录时须更换">
          {(id) => (
            <Input.Password
              id={id}
              autoComplete="new-password"
              value={values.password}
              onChange={(event) => change({ password: event.target.value })}
            />
          )}
        </LabelledField>
        {values.kind === 'staff' && (
          <Checkbox
            checked={values.backgroundChecked}
            onChange={(event) => change({ backgroundChecked: event.target.checked })}
          >
            背景审查已通过（未通过的账号建立后保持停用）
          </Checkbox>
        )}
        <ProblemNotice error={create.error} />
      </div>
    </Modal>
  );
}
