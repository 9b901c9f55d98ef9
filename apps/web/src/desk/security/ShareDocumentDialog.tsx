import { Input, Modal } from 'antd';
import { useId } from 'react';
import { LabelledField } from '../components/LabelledField.tsx';

interface ShareDocumentDialogProps {
  id: string;
  onClose: () => void;
}

/** Hands a held document out, under a consent: what is lacking is said where the file would have come. Row SEC-LEK-07. */
export function ShareDocumentDialog({ id, onClose }: ShareDocumentDialogProps) {
  const form = useId();
  return (
    <Modal
      open
      title="对外提供受控文件"
      okText="提供"
      cancelText="取消"
      okButtonProps={{ htmlType: 'submit', form }}
      onCancel={onClose}
    >
      <form
        id={form}
        className="desk-stack"
        method="get"
        action={`/api/security/documents/${id}/share`}
        target="_blank"
        rel="noopener"
      >
        <LabelledField label="接收方" required note="与同意记录、报送单位的同意所写一致">
          {(field) => <Input id={field} name="recipient" required maxLength={200} />}
        </LabelledField>
        <LabelledField label="同意编号" required note="先在“同意记录”申请，对象填文件编号">
          {(field) => <Input id={field} name="approval" required maxLength={36} />}
        </LabelledField>
      </form>
    </Modal>
  );
}
