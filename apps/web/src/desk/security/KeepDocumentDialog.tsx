import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../../api/client.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';

/** A file to be kept for named persons; whoever files it says that it holds no state secret. */
export function KeepDocumentDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [kind, setKind] = useState<'technical' | 'commercial'>('technical');
  const [title, setTitle] = useState('');
  const [provider, setProvider] = useState('');
  const [file, setFile] = useState<File>();
  const [noStateSecret, setNoStateSecret] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const keeping = useMutation({
    mutationFn: (chosen: File) =>
      upload('/api/security/documents', chosen, {
        method: 'POST',
        query: { kind, title, noStateSecret, ...(kind === 'commercial' && { provider }) },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['security'] });
      onClose();
    },
  });
  const lacks = (wanting: boolean, word: string) => (tried && wanting ? word : undefined);
  const noProvider = kind === 'commercial' && provider.trim() === '';
  const submit = () => {
    setTried(true);
    if (title.trim() !== '' && !noProvider && noStateSecret && file) keeping.mutate(file);
  };
  return (
    <Modal
      open
      title="存入受控文件"
      okText="存入"
      cancelText="取消"
      confirmLoading={keeping.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <LabelledField label="种类" required>
          {(id) => (
            <Select
              id={id}
              value={kind}
              onChange={setKind}
              options={[
                { value: 'technical', label: '技术资料' },
                { value: 'commercial', label: '经营与处罚信息' },
              ]}
            />
          )}
        </LabelledField>
        <LabelledField label="名称" required error={lacks(title.trim() === '', '请填写名称')}>
          {(id) => <Input id={id} maxLength={200} value={title} onChange={(e) => setTitle(e.target.value)} />}
        </LabelledField>
        {kind === 'commercial' && (
          <LabelledField label="报送单位" required error={lacks(noProvider, '请填写报送单位')}>
            {(id) => (
              <Input id={id} maxLength={200} value={provider} onChange={(e) => setProvider(e.target.value)} />
            )}
          </LabelledField>
        )}
        <LabelledField
          label="文件"
          required
          note="PDF、图片、文本、CSV、JSON 或 XML"
          error={lacks(file === undefined, '请选择文件')}
        >
          {(id) => (
            <>
              <input
                ref={input}
                id={id}
                type="file"
                hidden
                onChange={(event) => setFile(event.target.files?.[0])}
              />
              <div className="desk-row">
                <Button onClick={() => input.current?.click()}>选择文件</Button>
                {file?.name}
              </div>
            </>
          )}
        </LabelledField>
        <LabelledField label="保密确认" required error={lacks(!noStateSecret, '国家秘密不得存入本平台')}>
          {(id) => (
            <Checkbox id={id} checked={noStateSecret} onChange={(e) => setNoStateSecret(e.target.checked)}>
              已确认文件不含国家秘密
            </Checkbox>
          )}
        </LabelledField>
        <ProblemNotice error={keeping.error} />
      </div>
    </Modal>
  );
}
