import { ChoiceField, Field, SelectField, TextField } from '../Field.tsx';
import { choicesOf, descriptionOf, type FieldSpec, isStatement, labelOf, moneyOf, unitOf } from './fields.ts';
import { ListField, StatementField } from './special-fields.tsx';

interface Props {
  field: FieldSpec;
  value: string | string[] | undefined;
  error?: string | undefined;
  onChange: (value: string | string[]) => void;
}

const mostShownAtOnce = 5;
const longText = 120;
const inputTypes: Record<string, string> = { date: 'date', 'date-time': 'datetime-local' };

/** The input a property asks for. */
export function SchemaField({ field, value, error, onChange }: Props) {
  const { schema } = field;
  const label = labelOf(field);
  const text = Array.isArray(value) ? '' : (value ?? '');
  const common = { hint: hintOf(field), error, optional: !field.required };
  if (schema.type === 'array') {
    return (
      <ListField {...common} field={field} chosen={Array.isArray(value) ? value : []} onChange={onChange} />
    );
  }
  if (isStatement(schema)) {
    return <StatementField field={field} ticked={text === 'true'} error={error} onChange={onChange} />;
  }
  const choices = choicesOf(schema);
  if (choices && choices.length <= mostShownAtOnce) {
    return (
      <ChoiceField
        legend={field.required ? label : `${label}（选填）`}
        name={field.path}
        value={text}
        onChange={onChange}
        options={choices}
        hint={common.hint}
        error={error}
      />
    );
  }
  if (choices) {
    return (
      <SelectField
        {...common}
        label={label}
        value={text}
        onChange={onChange}
        options={choices}
        placeholder="请选择"
      />
    );
  }
  if (schema.type === 'string' && (schema.maxLength ?? 0) > longText) {
    return (
      <Field label={label} {...common}>
        {({ id, describedBy, invalid }) => (
          <textarea
            id={id}
            className="input"
            value={text}
            rows={3}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={describedBy}
            aria-invalid={invalid}
          />
        )}
      </Field>
    );
  }
  const numeric = schema.type === 'integer' || schema.type === 'number' || moneyOf(schema) !== undefined;
  return (
    <TextField
      {...common}
      label={label}
      value={text}
      onChange={onChange}
      type={inputTypes[schema.format ?? ''] ?? 'text'}
      inputMode={numeric ? 'decimal' : undefined}
      unit={unitOf(schema) ?? ''}
      autoComplete="off"
    />
  );
}

function hintOf({ schema }: FieldSpec): string | undefined {
  const parts = [descriptionOf(schema)];
  const example = schema.examples?.[0];
  const picked = choicesOf(schema) || inputTypes[schema.format ?? ''];
  const shown = example !== undefined && !picked && !moneyOf(schema);
  if (shown && (typeof example === 'string' || typeof example === 'number')) parts.push(`例如：${example}`);
  return (
    parts
      .filter((part) => part)
      .map((part) => `${String(part).replace(/。$/, '')}。`)
      .join('') || undefined
  );
}
