import { Input, Modal, Progress, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { useOwnOffices } from '../use-own-offices.ts';
import { type EditionDetail, useImport } from './api.ts';

interface ImportDialogProps {
  onClose: () => void;
  onDone: (edition: EditionDetail) => void;
}

/** 导入: a file of all districts of an office, checked feature by feature; nothing takes effect. */
export function ImportDialog({ onClose, onDone }: ImportDialogProps) {
  const offices = useOwnOffices();
  const { mode } = useSession();
  const bring = useImport();
  const [office, setOffice] = useState<string>();
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState(0);
  const [tried, setTried] = useState(false);
  const chosen = office ?? offices[0]?.code ?? '';
  const missing = (value: unknown, what: string) => (tried && !value ? what : undefined);
  const submit = () => {
    setTried(true);
    if (!chosen || !file || title.trim() === '' || reason.trim() === '') return;
    setSent(0);
    bring.mutate(
      { office: chosen, title: title.trim(), reason: reason.trim(), file, onProgress: setSent },
      { onSuccess: onDone },
    );
  };
  return (
    <Modal
      open
      title="导入新分区"
      okText="上传并检查"
      cancelText="取消"
      mask={{ closable: false }}
      confirmLoading={bring.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <p className="district-hint">
          GeoJSON 文件，列出本机构全部行政区、地籍区、地籍子区；每个要素有
          code、name、level（行政区、地籍区或地籍子区），坐标为 CGCS2000
          经纬度。导入的是草稿，不影响现行分区。
          {mode === 'demo' && chosen && (
            <>
              {' '}
              <a href={`/api/demo/districts?office=${chosen}`} download>
                下载示例：一次调整后的分区
              </a>
            </>
          )}
        </p>
        {offices.length > 1 && (
          <LabelledField label="登记机构" required>
            {(id) => (
              <Select
                id={id}
                value={chosen}
                onChange={setOffice}
                options={offices.map(({ code, name }) => ({ value: code, label: name }))}
              />
            )}
          </LabelledField>
        )}
        <LabelledField label="名称" required error={missing(title.trim(), '请填写名称')}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              placeholder="例如：2026 年地籍子区调整"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </LabelledField>
        <ReasonField
          label="整理原因"
          placeholder="批准文件名称和文号"
          value={reason}
          onChange={setReason}
          tried={tried}
        />
        <LabelledField label="文件" required error={missing(file, '请选择文件')}>
          {(id) => (
            <input
              id={id}
              type="file"
              accept=".geojson,.json,application/geo+json"
              onChange={(event) => {
                setFile(event.target.files?.[0]);
                bring.reset();
              }}
            />
          )}
        </LabelledField>
        {bring.isPending && (
          <div role="status">
            <Progress percent={Math.round(sent * 100)} size="small" aria-label="上传进度" />
            {sent < 1 ? '正在上传' : '已上传，正在逐要素检查并与现行分区叠加'}
          </div>
        )}
        <div className="district-faults">
          <ProblemNotice error={bring.error} />
        </div>
      </div>
    </Modal>
  );
}
