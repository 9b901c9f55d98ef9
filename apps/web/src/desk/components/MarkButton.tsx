import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '../../app/session-context.ts';
import { FormDialog } from '../security/FormDialog.tsx';
import { type Mark, markTitles } from './MarkTag.tsx';

interface MarkButtonProps {
  /** Where the file is kept, and which one it is there. */
  shelf: 'material' | 'document' | 'held';
  file: string;
  name: string;
  mark: Mark;
}

/** Lets who may mark files mark one anew: more closely at once, less closely when a second person agrees. Names who opens a closed one. */
export function MarkButton({ shelf, file, name, mark }: MarkButtonProps) {
  const { can } = useSession();
  const client = useQueryClient();
  const [open, setOpen] = useState<'mark' | 'reader'>();
  if (!can('file.mark')) return null;
  const close = () => {
    setOpen(undefined);
    void client.invalidateQueries();
  };
  const key = { shelf, key: file };
  return (
    <>
      <Button type="text" size="small" aria-label={`${name}的密级`} onClick={() => setOpen('mark')}>
        密级
      </Button>
      {(mark === 'restricted' || mark === 'commercial') && (
        <Button type="text" size="small" aria-label={`${name}的知悉人`} onClick={() => setOpen('reader')}>
          知悉人
        </Button>
      )}
      {open === 'mark' && (
        <FormDialog
          title={`标定密级：${name}`}
          okText="提交"
          fields={[
            {
              name: 'mark',
              label: '密级',
              kind: 'choice',
              choices: Object.fromEntries(Object.entries(markTitles).filter(([code]) => code !== mark)),
              note: `现为${markTitles[mark]}；提高即时生效，降低须另一人批准。国家秘密不得存入本平台`,
            },
            { name: 'reason', label: '理由', kind: 'long' },
          ]}
          act={(values) => ({ path: 'marks', body: { ...key, ...values } })}
          onClose={close}
        />
      )}
      {open === 'reader' && (
        <FormDialog
          title={`知悉人：${name}`}
          okText="提交"
          fields={[
            {
              name: 'change',
              label: '变更',
              kind: 'choice',
              choices: { add: '指定', remove: '取消' },
              initial: 'add',
            },
            { name: 'login', label: '账号', note: '只能是经背景审查的工作人员' },
          ]}
          act={({ change, login }) => ({
            path: change === 'add' ? 'file-readers' : 'file-readers/removal',
            body: { ...key, login },
          })}
          onClose={close}
        />
      )}
    </>
  );
}
