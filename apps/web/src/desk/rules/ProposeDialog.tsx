import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { type RuleView, usePropose } from './api.ts';
import { parametersOf, type SettingDraft, SettingFields, useOfficeChoices } from './SettingFields.tsx';

/** 提议: a setting of a rule with its reason and the day it is to hold. Somebody else decides. */
export function ProposeDialog({ rule, onClose }: { rule: RuleView; onClose: () => void }) {
  const { message } = App.useApp();
  const propose = usePropose();
  const [first] = useOfficeChoices();
  const [draft, setDraft] = useState<SettingDraft>({
    office: first?.value ?? '',
    business: '*',
    enabled: true,
    typed: {},
  });
  const [reason, setReason] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const [tried, setTried] = useState(false);
  const { parameters, wrong } = parametersOf(rule, draft.typed);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '' || wrong.length > 0) return;
    propose.mutate(
      {
        rule: rule.code,
        office: draft.office || (first?.value ?? ''),
        business: draft.business,
        enabled: draft.enabled,
        parameters,
        ...(effectiveOn && { effectiveOn }),
        reason: reason.trim(),
      },
      {
        onSuccess: () => {
          void message.success('提议已登记，待另一位管理员决定');
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`提议设置“${rule.title}”`}
      okText="提议"
      cancelText="取消"
      confirmLoading={propose.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <SettingFields
          rule={rule}
          draft={{ ...draft, office: draft.office || (first?.value ?? '') }}
          wrong={tried ? wrong : []}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <WhenAndWhy
          effectiveOn={effectiveOn}
          onEffectiveOn={setEffectiveOn}
          reason={reason}
          onReason={setReason}
          tried={tried}
        />
        <ProblemNotice error={propose.error} />
      </div>
    </Modal>
  );
}

interface WhenAndWhyProps {
  effectiveOn: string;
  onEffectiveOn: (value: string) => void;
  reason: string;
  onReason: (value: string) => void;
  tried: boolean;
}

/** The day and the reason of a proposal. */
export function WhenAndWhy({ effectiveOn, onEffectiveOn, reason, onReason, tried }: WhenAndWhyProps) {
  return (
    <>
      <LabelledField label="生效日" note="不填则自批准时生效">
        {(id) => (
          <Input
            id={id}
            type="date"
            value={effectiveOn}
            onChange={(event) => onEffectiveOn(event.target.value)}
          />
        )}
      </LabelledField>
      <ReasonField value={reason} onChange={onReason} tried={tried} />
    </>
  );
}
