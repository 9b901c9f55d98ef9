import { App, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { type ParameterValue, type RuleView, useSetRule } from '../api/rules.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { useOwnOffices } from '../use-own-offices.ts';

/** Switches a rule on or off for a business at an office, or sets its parameters, with the reason. */
export function RuleDialog({ rule, onClose }: { rule: RuleView; onClose: () => void }) {
  const { message } = App.useApp();
  const { user } = useSession();
  const everywhere = user?.grants.some((grant) => grant.office === '*') ?? false;
  const offices = useOwnOffices();
  const set = useSetRule();
  const [office, setOffice] = useState(everywhere ? '*' : (offices[0]?.code ?? ''));
  const [business, setBusiness] = useState('*');
  const [enabled, setEnabled] = useState(true);
  const [reason, setReason] = useState('');
  const [parameters, setParameters] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const settable = Object.entries(rule.parameters).filter(([, value]) => isSimple(value));
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    set.mutate(
      {
        code: rule.code,
        office,
        business,
        enabled,
        reason: reason.trim(),
        parameters: Object.fromEntries(
          settable.flatMap(([name, standard]) => {
            const typed = parameters[name]?.trim();
            return typed ? [[name, like(standard as ParameterValue, typed)]] : [];
          }),
        ),
      },
      {
        onSuccess: () => {
          void message.success('已改，随即适用');
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`设置“${rule.title}”`}
      okText="保存"
      cancelText="取消"
      confirmLoading={set.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <LabelledField label="适用业务">
          {(id) => (
            <Select
              id={id}
              value={business}
              onChange={setBusiness}
              options={[
                { value: '*', label: '全部业务' },
                ...rule.businesses.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
          )}
        </LabelledField>
        <LabelledField label="登记机构">
          {(id) => (
            <Select
              id={id}
              value={office}
              onChange={setOffice}
              options={[
                ...(everywhere ? [{ value: '*', label: '全部机构' }] : []),
                ...offices.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
          )}
        </LabelledField>
        <Segmented
          aria-label="启停"
          value={enabled ? 'on' : 'off'}
          onChange={(value) => setEnabled(value === 'on')}
          options={[
            { value: 'on', label: '启用' },
            { value: 'off', label: '停用' },
          ]}
        />
        {settable.map(([name, standard]) => (
          <LabelledField key={name} label={`参数 ${name}`} note={`现为 ${String(standard)}，不填则不改`}>
            {(id) => (
              <Input
                id={id}
                value={parameters[name] ?? ''}
                onChange={(event) => setParameters({ ...parameters, [name]: event.target.value })}
              />
            )}
          </LabelledField>
        ))}
        <LabelledField
          label="理由"
          required
          error={tried && reason.trim() === '' ? '请写明调整理由' : undefined}
        >
          {(id) => (
            <Input.TextArea
              id={id}
              maxLength={500}
              autoSize={{ minRows: 2 }}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </LabelledField>
        <ProblemNotice error={set.error} />
      </div>
    </Modal>
  );
}

const isSimple = (value: unknown): value is ParameterValue =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** What was typed, as the kind of value the rule has now. */
function like(standard: ParameterValue, typed: string): ParameterValue {
  if (typeof standard === 'number') return Number(typed);
  if (typeof standard === 'boolean') return typed === 'true' || typed === '是';
  return typed;
}
