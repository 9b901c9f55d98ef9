import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FormSchema } from '../../api/types.ts';
import {
  choicesOf,
  type FieldSpec,
  isMoney,
  labelOf,
  pagesOf,
  type Typed,
  unitOf,
} from '../../components/schema-form/fields.ts';
import { instantOf, localMoment } from './local-moment.ts';
import './schema.css';

interface DenseFieldsProps {
  schema: FormSchema;
  typed: Typed;
  onChange: (typed: Typed) => void;
  /** By path, as `readForm` gives them. */
  errors: Record<string, string>;
  /** Keeps ids apart when a page has several forms. */
  idPrefix: string;
}

/** The fields of a definition for people who fill in many: as many to a row as fit, groups as the form has them. */
export function DenseFields({ schema, typed, onChange, errors, idPrefix }: DenseFieldsProps) {
  const pages = pagesOf(schema);
  const grid = (fields: readonly FieldSpec[]) => (
    <div className="desk-form-grid">
      {fields.map((field) => (
        <DenseField
          key={field.path}
          id={`${idPrefix}-${field.path}`}
          field={field}
          value={typed[field.path]}
          onChange={(value) => onChange({ ...typed, [field.path]: value })}
          error={errors[field.path]}
        />
      ))}
    </div>
  );
  const plain = pages.flatMap((page) => page.fields.filter((field) => !field.path.includes('.')));
  const groups = pages.filter((page) => page.fields.some((field) => field.path.includes('.')));
  return (
    <div className="desk-stack">
      {plain.length > 0 && grid(plain)}
      {groups.map((group) => (
        <fieldset key={group.title} className="desk-form-group">
          <legend>{group.title}</legend>
          {grid(group.fields)}
        </fieldset>
      ))}
    </div>
  );
}

interface DenseFieldProps {
  id: string;
  field: FieldSpec;
  value: string | string[] | undefined;
  onChange: (value: string | string[]) => void;
  error: string | undefined;
}

const longText = 200;

function DenseField({ id, field, value, onChange, error }: DenseFieldProps) {
  const { schema } = field;
  const wide = schema.type === 'string' && (schema.maxLength ?? 0) > longText && !choicesOf(schema);
  const describedBy = [schema.description && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={wide ? 'desk-field is-wide' : 'desk-field'}>
      <label htmlFor={id} className={field.required ? 'is-required' : undefined}>
        {labelOf(field)}
      </label>
      {control({ id, field, value, onChange, error }, describedBy || undefined, wide)}
      {error && (
        <span id={`${id}-error`} className="desk-field-error" role="alert">
          {error}
        </span>
      )}
      {schema.description && (
        <span id={`${id}-note`} className="desk-field-note">
          {schema.description}
        </span>
      )}
    </div>
  );
}

function control(
  { id, field, value, onChange, error }: DenseFieldProps,
  describedBy: string | undefined,
  wide: boolean,
): ReactNode {
  const { schema, required } = field;
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': error !== undefined,
    'aria-required': required,
    ...(error !== undefined && { status: 'error' as const }),
  };
  const text = typeof value === 'string' ? value : '';
  if (schema.type === 'array') {
    const options = (choicesOf(schema.items ?? {}) ?? []).map(({ value: key, title }) => ({
      value: key,
      label: title,
    }));
    return <Checkbox.Group options={options} value={Array.isArray(value) ? value : []} onChange={onChange} />;
  }
  const choices = choicesOf(schema);
  if (choices) {
    return (
      <Select
        {...common}
        allowClear={!required}
        showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
        placeholder="请选择"
        value={text || null}
        onChange={(next) => onChange(next ?? '')}
        options={choices.map(({ value: key, title }) => ({ value: key, label: title }))}
      />
    );
  }
  const unit = unitOf(schema);
  if (isMoney(schema)) {
    return (
      <InputNumber
        {...common}
        stringMode
        precision={2}
        min="0"
        value={text || null}
        formatter={(shown) => `${shown ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
        parser={(shown) => (shown ?? '').replace(/[,，\s]/g, '')}
        onChange={(next) => onChange(next ?? '')}
        suffix={unit}
      />
    );
  }
  if (wide) {
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const instant = schema.format === 'date-time';
  return (
    <Input
      {...common}
      type={instant ? 'datetime-local' : schema.format === 'date' ? 'date' : 'text'}
      value={instant ? localMoment(text) : text}
      onChange={(event) => onChange(instant ? instantOf(event.target.value) : event.target.value)}
      placeholder={schema.examples?.[0] === undefined ? '' : `例如 ${String(schema.examples[0])}`}
      {...(unit && { suffix: unit })}
    />
  );
}
