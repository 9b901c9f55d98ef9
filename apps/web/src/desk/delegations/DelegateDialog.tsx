import { toShanghaiDate } from '@hengchan/standards';
import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../app/session-context.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { useCandidates, useDelegate } from './api.ts';

const administrators = ['system-admin', 'security-admin', 'audit-admin'];

/** Lends one's posts to a colleague for the days one is away. */
export function DelegateDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { user } = useSession();
  const candidates = useCandidates();
  const delegate = useDelegate();
  const own = [...new Map((user?.grants ?? []).map((grant) => [grant.role, grant.roleTitle]))].filter(
    ([role]) => !administrators.includes(role),
  );
  const today = toShanghaiDate(new Date());
  const [to, setTo] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [roles, setRoles] = useState(own.map(([role]) => role));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const faults = {
    to: to === '' ? '请选择受托人' : undefined,
    from: from === '' ? '请填写开始日期' : undefined,
    until: until === '' ? '请填写结束日期' : until < from ? '不能早于开始日期' : undefined,
    roles: roles.length === 0 ? '至少选择一个岗位' : undefined,
    reason: reason.trim() === '' ? '请填写事由' : undefined,
  };
  const served = delegate.error ? asProblem(delegate.error) : undefined;
  const fault = (name: keyof typeof faults) =>
    (tried ? faults[name] : undefined) ?? served?.errorAt(`/${name}`);
  const submit = () => {
    setTried(true);
    if (Object.values(faults).some(Boolean)) return;
    delegate.mutate({ to, from, until, roles, reason: reason.trim() }, { onSuccess: onDone });
  };
  return (
    <Modal
      open
      title="委托同事代办"
      okText="委托"
      cancelText="取消"
      confirmLoading={delegate.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p className="desk-secondary" style={{ margin: 0 }}>
          委托期间，您岗位上的待办也出现在受托人的待办里，标明“代{user?.name}”；办理记在受托人名下。最长 90
          天，随时可以撤销。
        </p>
        <LabelledField label="受托人" required error={fault('to')}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder="请选择同事"
              loading={candidates.isPending}
              value={to || null}
              onChange={(value) => setTo(value ?? '')}
              options={(candidates.data ?? []).map((each) => ({
                value: each.account,
                label: `${each.name}（${each.roles.map((role) => role.title).join('、')}）`,
              }))}
            />
          )}
        </LabelledField>
        <div className="desk-delegation-days">
          <LabelledField label="开始日期" required error={fault('from')}>
            {(id) => (
              <Input id={id} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
            )}
          </LabelledField>
          <LabelledField label="结束日期（含当日）" required error={fault('until')}>
            {(id) => (
              <Input
                id={id}
                type="date"
                min={from}
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </LabelledField>
        </div>
        <fieldset className="desk-assignees">
          <legend>委托的岗位</legend>
          <Checkbox.Group
            value={roles}
            onChange={(value) => setRoles(value)}
            options={own.map(([value, label]) => ({ value, label }))}
          />
          {fault('roles') && (
            <span className="desk-field-error" role="alert">
              {fault('roles')}
            </span>
          )}
        </fieldset>
        <LabelledField label="事由" required error={fault('reason')}>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              placeholder="例如 年休假"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </LabelledField>
        <ProblemNotice error={candidates.error ?? delegate.error} />
      </div>
    </Modal>
  );
}
