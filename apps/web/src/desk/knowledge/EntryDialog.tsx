import { App, Checkbox, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useBusinesses } from '../../api/businesses.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { useRules } from '../rules/api.ts';
import { useOfficeChoices } from '../rules/SettingFields.tsx';
import { type EntryView, useDictionary, useWriteEntry, type WriteEntry } from './api.ts';
import { kindWords } from './words.ts';

interface EntryDialogProps {
  /** Rewritten when given; a new one otherwise. */
  entry?: EntryView;
  onClose: () => void;
  onWritten?: (entry: EntryView) => void;
}

type Draft = Omit<WriteEntry, 'law' | 'article'> & { law: string; article: string };

/** 条目: text, law and tags of what registrars need to know, with the reason of the change. */
export function EntryDialog({ entry, onClose, onWritten }: EntryDialogProps) {
  const { message } = App.useApp();
  const write = useWriteEntry();
  const offices = useOfficeChoices();
  const [draft, setDraft] = useState<Draft>(() => draftOf(entry, offices[0]?.value ?? ''));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const missing = (name: 'title' | 'body' | 'reason') => tried && draft[name].trim() === '';
  const submit = () => {
    setTried(true);
    if ([draft.title, draft.body, draft.reason].some((text) => text.trim() === '')) return;
    const { law, article, ...rest } = draft;
    const body = { ...rest, ...(law.trim() && { law }), ...(article.trim() && { article }) };
    write.mutate(
      { entry, body },
      {
        onSuccess: (written) => {
          void message.success('已保存，原版本留存');
          onClose();
          onWritten?.(written);
        },
      },
    );
  };
  const text = (name: 'title' | 'body' | 'law' | 'article', rows = 0) =>
    function field(id: string): ReactNode {
      const value = draft[name];
      return rows > 0 ? (
        <Input.TextArea
          id={id}
          rows={rows}
          value={value}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      ) : (
        <Input id={id} value={value} onChange={(event) => change({ [name]: event.target.value })} />
      );
    };
  return (
    <Modal
      open
      width={720}
      title={entry ? `修改“${entry.title}”` : '新建知识条目'}
      okText="保存"
      cancelText="取消"
      confirmLoading={write.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <div className="desk-row">
          <LabelledField label="类别">
            {(id) => (
              <Select
                id={id}
                style={{ width: 140 }}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                options={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
              />
            )}
          </LabelledField>
          <LabelledField label="适用机构">
            {(id) => (
              <Select
                id={id}
                style={{ width: 260 }}
                disabled={entry !== undefined}
                value={draft.office}
                onChange={(office) => change({ office })}
                options={offices}
              />
            )}
          </LabelledField>
        </div>
        <LabelledField label="标题" required error={missing('title') ? '请填写标题' : undefined}>
          {text('title')}
        </LabelledField>
        <LabelledField label="正文" required error={missing('body') ? '请填写正文' : undefined}>
          {text('body', 7)}
        </LabelledField>
        <div className="desk-row">
          <LabelledField label="法规名称">{text('law')}</LabelledField>
          <LabelledField label="条款">{text('article')}</LabelledField>
        </div>
        <Checkbox checked={draft.verified} onChange={(event) => change({ verified: event.target.checked })}>
          依据已与公布文本逐字核对
        </Checkbox>
        <Tags draft={draft} onChange={change} />
        <ReasonField
          label="修改理由"
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          tried={tried}
        />
        <ProblemNotice error={write.error} />
      </div>
    </Modal>
  );
}

function Tags({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const businesses = useBusinesses();
  const rules = useRules();
  const registrationTypes = useDictionary('DJLX');
  const rightTypes = useDictionary('QLLX');
  const choices = {
    businesses: (businesses.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
    rules: (rules.data ?? []).map(({ code, title }) => ({ value: code, label: title })),
    registrationTypes: (registrationTypes.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
    rightTypes: (rightTypes.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
  };
  const labels = {
    businesses: '登记业务',
    rules: '规则',
    registrationTypes: '登记类型',
    rightTypes: '权利类型',
  };
  return (Object.keys(labels) as (keyof typeof labels)[]).map((name) => (
    <LabelledField
      key={name}
      label={labels[name]}
      {...(name === 'businesses' && { note: '凡标明的，办理有关业务时推送到办件旁' })}
    >
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          maxTagCount={6}
          showSearch={{ optionFilterProp: 'label' }}
          value={draft[name]}
          onChange={(value) => onChange({ [name]: value })}
          options={choices[name]}
        />
      )}
    </LabelledField>
  ));
}

function draftOf(entry: EntryView | undefined, office: string): Draft {
  return {
    office: entry?.office ?? office,
    kind: entry?.kind ?? 'case',
    title: entry?.title ?? '',
    body: entry?.body ?? '',
    law: entry?.law ?? '',
    article: entry?.article ?? '',
    verified: entry?.verified ?? false,
    businesses: entry?.businesses ?? [],
    rules: entry?.rules ?? [],
    registrationTypes: entry?.registrationTypes ?? [],
    rightTypes: entry?.rightTypes ?? [],
    reason: '',
  };
}
