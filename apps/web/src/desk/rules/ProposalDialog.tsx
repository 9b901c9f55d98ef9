import { App, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { type NewProposal, usePropose } from './api.ts';

interface ProposalDialogProps {
  title: string;
  /** What is proposed; undefined while something of it is wrong. */
  proposed: Omit<NewProposal, 'effectiveOn' | 'reason'> | undefined;
  onClose: () => void;
  /** The fields of it, told whether it was tried to send. */
  children: (tried: boolean) => ReactNode;
}

/** 提议: a setting with its reason and the day it is to hold. Somebody else decides. */
export function ProposalDialog({ title, proposed, onClose, children }: ProposalDialogProps) {
  const { message } = App.useApp();
  const propose = usePropose();
  const [reason, setReason] = useState('');
  const [effectiveOn, setEffectiveOn] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '' || !proposed) return;
    propose.mutate(
      { ...proposed, ...(effectiveOn && { effectiveOn }), reason: reason.trim() },
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
      title={title}
      okText="提议"
      cancelText="取消"
      confirmLoading={propose.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        {children(tried)}
        <LabelledField label="生效日" note="不填则自批准时生效">
          {(id) => (
            <Input
              id={id}
              type="date"
              value={effectiveOn}
              onChange={(event) => setEffectiveOn(event.target.value)}
            />
          )}
        </LabelledField>
        <ReasonField value={reason} onChange={setReason} tried={tried} />
        <ProblemNotice error={propose.error} />
      </div>
    </Modal>
  );
}
