import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { sheetPath } from '../api/register.ts';
import { LabelledField } from '../components/LabelledField.tsx';

/** The page as a PDF: whoever takes one says why, and it stands on the page and in the audit log. */
export function SheetButton({ code, asOf }: { code: string; asOf: string | undefined }) {
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const take = () => {
    setTried(true);
    if (purpose.trim() === '') return;
    window.open(sheetPath(code, purpose.trim(), asOf), '_blank', 'noopener');
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记簿页 PDF</Button>
      <Modal
        open={open}
        title="取登记簿页"
        okText="打开 PDF"
        cancelText="取消"
        onOk={take}
        onCancel={() => setOpen(false)}
      >
        <LabelledField
          label="查询目的"
          required
          error={tried && purpose.trim() === '' ? '请写明查询目的' : undefined}
          note="写在取得的簿页上，并记入审计日志"
        >
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              placeholder="如 受理办件核对权属"
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
              onPressEnter={take}
            />
          )}
        </LabelledField>
      </Modal>
    </>
  );
}
