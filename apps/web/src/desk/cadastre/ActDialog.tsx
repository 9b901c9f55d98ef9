import { App, Modal } from 'antd';
import { useState } from 'react';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { type Act, type EditionDetail, useAct } from './api.ts';
import { actWords } from './words.ts';

/** One act on an edition: what it brings about, and why it is done. */
export function ActDialog({
  edition,
  act,
  onClose,
}: {
  edition: EditionDetail;
  act: Act;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const change = useAct(edition);
  // As it was when the dialog opened: who was quicker meanwhile makes this one stale.
  const [version] = useState(edition.version);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { word, done, what } = actWords[act];
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    change.mutate(
      { act, reason: reason.trim(), version },
      {
        onSuccess: () => {
          void message.success(done);
          onClose();
        },
      },
    );
  };
  const { comparison } = edition;
  return (
    <Modal
      open
      title={`${word}：第 ${edition.number} 版`}
      okText={word}
      okButtonProps={{ danger: act === 'confirm' || act === 'discard' }}
      cancelText="取消"
      confirmLoading={change.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p className="district-hint">{what}</p>
        {act === 'confirm' && comparison && (
          <p className="district-hint">
            受影响宗地 {comparison.parcels} 宗、登记簿上的单元 {comparison.units}{' '}
            个；它们保留原代码，需要换号的另办变更。
          </p>
        )}
        <ReasonField
          label={act === 'confirm' ? '确认意见' : '理由'}
          value={reason}
          onChange={setReason}
          tried={tried}
        />
        <ProblemNotice error={change.error} />
      </div>
    </Modal>
  );
}
