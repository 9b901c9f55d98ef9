import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { districtEditionPath } from '../paths.ts';
import { type EditionDetail, useRestore } from './api.ts';

/** 恢复: asks to go back to an edition that held before; somebody else confirms. */
export function RestoreDialog({ edition, onClose }: { edition: EditionDetail; onClose: () => void }) {
  const navigate = useNavigate();
  const restore = useRestore(edition);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    restore.mutate(reason.trim(), {
      onSuccess: ({ office, number }) => void navigate(districtEditionPath(office, number)),
    });
  };
  return (
    <Modal
      open
      title={`恢复到第 ${edition.number} 版`}
      okText="申请恢复"
      cancelText="取消"
      confirmLoading={restore.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p className="district-hint">
          将以第 {edition.number} 版的内容生成新版并提交，由另一人确认后生效。其间各版都保留。
        </p>
        <ReasonField value={reason} onChange={setReason} tried={tried} />
        <ProblemNotice error={restore.error} />
      </div>
    </Modal>
  );
}
