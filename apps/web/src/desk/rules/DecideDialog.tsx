import { App, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { Pairs } from '../components/Pairs.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { type ProposalView, useDecide } from './api.ts';
import { ParameterText } from './ParameterText.tsx';

/** 决定: what another administrator proposed, to be approved or not, with an opinion. */
export function DecideDialog({ proposal, onClose }: { proposal: ProposalView; onClose: () => void }) {
  const { message } = App.useApp();
  const decide = useDecide();
  const [approve, setApprove] = useState(true);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (note.trim() === '') return;
    decide.mutate(
      { id: proposal.id, approve, note: note.trim() },
      {
        onSuccess: () => {
          void message.success(approve ? '已批准' : '已不批准');
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title="决定提议"
      okText={approve ? '批准' : '不批准'}
      okButtonProps={{ danger: !approve }}
      cancelText="取消"
      confirmLoading={decide.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <Pairs
          pairs={[
            { label: '事项', value: proposal.ruleTitle },
            { label: '范围', value: `${proposal.businessName}，${proposal.officeName}` },
            { label: '提议', value: proposal.enabled ? '启用' : '停用' },
            { label: '参数', value: <ParameterText parameters={proposal.parameters} /> },
            { label: '生效', value: proposal.effectiveOn ?? '批准时' },
            { label: '理由', value: proposal.reason },
            { label: '提议人', value: proposal.proposedBy },
          ]}
        />
        <Segmented
          aria-label="决定"
          value={approve ? 'yes' : 'no'}
          onChange={(value) => setApprove(value === 'yes')}
          options={[
            { value: 'yes', label: '批准' },
            { value: 'no', label: '不批准' },
          ]}
        />
        <ReasonField label="意见" value={note} onChange={setNote} tried={tried} />
        <ProblemNotice error={decide.error} />
      </div>
    </Modal>
  );
}
