import { Input, Modal } from 'antd';
import { useState } from 'react';
import { getText } from '../../api/client.ts';
import { saveText } from '../../list/csv.ts';
import { LabelledField } from './LabelledField.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

interface ExportDialogProps {
  /** What is taken: 审计日志. */
  what: string;
  /** Of the file, with its ending. */
  fileName: string;
  mediaType: string;
  /** Where it comes from, with the number of somebody's consent or without. */
  path: (approval: string | undefined) => string;
  onClose: () => void;
}

/** Takes records out as a file; beyond what anybody may take alone, with the number of somebody's consent. */
export function ExportDialog({ what, fileName, mediaType, path, onClose }: ExportDialogProps) {
  const [approval, setApproval] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const take = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const text = await getText(path(approval.trim() || undefined));
      saveText(fileName, mediaType === 'text/csv' ? `\uFEFF${text}` : text, mediaType);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={`导出${what}`}
      okText="导出"
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p style={{ margin: 0 }}>
          导出页面上条件所选的全部记录。{mediaType === 'text/csv' && '文件首行写明导出人和时间，'}
          导出本身也记入审计日志。
        </p>
        <LabelledField
          label="同意记录编号"
          note="条数超过单次导出上限（一般为 1000 条）的，须先在“安全 › 同意记录”取得他人同意，在此填写编号。"
        >
          {(id) => (
            <Input
              id={id}
              value={approval}
              onChange={(event) => setApproval(event.target.value)}
              autoComplete="off"
            />
          )}
        </LabelledField>
        <ProblemNotice error={error} />
      </div>
    </Modal>
  );
}
