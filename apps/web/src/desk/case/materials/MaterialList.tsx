import { Button, Popconfirm } from 'antd';
import { useRef } from 'react';
import { useRemoveFile, useUploadMaterial } from '../../../api/cases.ts';
import type { CaseView } from '../../../api/types.ts';
import { type StatusKind, StatusTag } from '../../../components/StatusTag.tsx';
import { MarkButton } from '../../components/MarkButton.tsx';
import { MarkTag } from '../../components/MarkTag.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';

type Material = CaseView['materials'][number];

interface MaterialListProps {
  view: CaseView;
  editable: boolean;
  open: string | undefined;
  onOpen: (file: string) => void;
}

/** Every material of the case with its files; a fetched one names its source. */
export function MaterialList({ view, editable, open, onOpen }: MaterialListProps) {
  const upload = useUploadMaterial(view.caseNo);
  const remove = useRemoveFile(view.caseNo);
  return (
    <div>
      <ul className="desk-material-list">
        {view.materials.map((material) => (
          <li key={material.code}>
            <div className="desk-row">
              <span>{material.title}</span>
              <State material={material} />
              {editable && (
                <Choose
                  material={material}
                  busy={upload.isPending && upload.variables?.material === material.code}
                  onFile={(file) => upload.mutate({ material: material.code, file })}
                />
              )}
            </div>
            {material.files.map((file) => (
              <div key={file.id} className="desk-row">
                <button
                  type="button"
                  className="desk-file"
                  aria-pressed={file.id === open}
                  disabled={!file.opens}
                  onClick={() => onOpen(file.id)}
                >
                  {file.name}
                  {!file.opens && '（不在您的知悉范围内）'}
                </button>
                <MarkTag mark={file.mark} />
                <MarkButton
                  shelf="material"
                  file={`${view.caseNo}/${file.id}`}
                  name={file.name}
                  mark={file.mark}
                />
                {editable && (
                  <Popconfirm
                    title={`删去“${file.name}”`}
                    okText="删去"
                    cancelText="保留"
                    onConfirm={() => remove.mutate({ material: material.code, file: file.id })}
                  >
                    <Button type="text" size="small" aria-label={`删去${file.name}`}>
                      删去
                    </Button>
                  </Popconfirm>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <ProblemNotice error={upload.error ?? remove.error} />
    </div>
  );
}

function State({ material }: { material: Material }) {
  if (material.status === 'fetched') {
    return <StatusTag kind="done">已获取{material.source ? `：${material.source}` : ''}</StatusTag>;
  }
  if (material.status === 'provided') return <StatusTag kind="done">已提交</StatusTag>;
  const kind: StatusKind = material.required ? 'waiting' : 'neutral';
  return <StatusTag kind={kind}>{material.required ? '缺少' : '可不提供'}</StatusTag>;
}

function Choose({
  material,
  busy,
  onFile,
}: {
  material: Material;
  busy: boolean;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="is-end">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={`选择${material.title}文件`}
        accept={material.accept.join(',')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <Button
        size="small"
        loading={busy}
        aria-label={`上传${material.title}`}
        onClick={() => input.current?.click()}
      >
        上传
      </Button>
    </span>
  );
}
