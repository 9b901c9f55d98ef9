import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { LabelledField } from '../components/LabelledField.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { AccountSelect } from './AccountSelect.tsx';
import { type Act, useAct } from './api.ts';

export interface FormField {
  name: string;
  label: string;
  kind?: 'text' | 'long' | 'date' | 'number' | 'choice' | 'check' | 'account';
  choices?: Readonly<Record<string, string>>;
  note?: string;
  optional?: boolean;
  initial?: string | boolean;
}

type Values = Record<string, string | boolean>;

interface FormDialogProps {
  title: string;
  okText: string;
  fields: readonly FormField[];
  /** What to send, of what was filled in. Dates arrive as the end of the day in China, empty fields not at all. */
  act: (values: Record<string, unknown>) => Act;
  onClose: () => void;
}

/** A short form over the page: fields one under the other, what is missing said beside the field. */
export function FormDialog({ title, okText, fields, act, onClose }: FormDialogProps) {
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(
      fields.map((field) => [field.name, field.initial ?? (field.kind === 'check' ? false : '')]),
    ),
  );
  const [tried, setTried] = useState(false);
  const sending = useAct();
  const missing = (field: FormField) =>
    !field.optional && field.kind !== 'check' && values[field.name] === '';
  const submit = () => {
    setTried(true);
    if (fields.some(missing)) return;
    sending.mutate(act(filled(fields, values)), { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      confirmLoading={sending.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        {fields.map((field) => (
          <LabelledField
            key={field.name}
            label={field.label}
            required={!field.optional && field.kind !== 'check'}
            error={tried && missing(field) ? `请填写${field.label}` : undefined}
            {...(field.note !== undefined && { note: field.note })}
          >
            {(id) => (
              <Control
                id={id}
                field={field}
                value={values[field.name] ?? ''}
                onChange={(value) => setValues({ ...values, [field.name]: value })}
              />
            )}
          </LabelledField>
        ))}
        <ProblemNotice error={sending.error} />
      </div>
    </Modal>
  );
}

interface ControlProps {
  id: string;
  field: FormField;
  value: string | boolean;
  onChange: (value: string | boolean) => void;
}

function Control({ id, field, value, onChange }: ControlProps) {
  if (field.kind === 'check')
    return <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)} />;
  const text = String(value);
  if (field.kind === 'choice')
    return (
      <Select
        id={id}
        value={text || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        options={Object.entries(field.choices ?? {}).map(([code, label]) => ({ value: code, label }))}
      />
    );
  if (field.kind === 'account') return <AccountSelect id={id} value={text} onChange={onChange} />;
  if (field.kind === 'long')
    return (
      <Input.TextArea id={id} rows={4} value={text} onChange={(event) => onChange(event.target.value)} />
    );
  const type = field.kind === 'date' ? 'date' : field.kind === 'number' ? 'number' : 'text';
  return <Input id={id} type={type} value={text} onChange={(event) => onChange(event.target.value)} />;
}

/** The instant a day ends in China. */
export const endOfDay = (date: string): string => new Date(`${date}T23:59:59+08:00`).toISOString();

export function filled(fields: readonly FormField[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter((field) => values[field.name] !== '')
      .map((field) => {
        const value = values[field.name];
        if (field.kind === 'date') return [field.name, endOfDay(String(value))];
        return [field.name, field.kind === 'number' ? Number(value) : value];
      }),
  );
}
