import { ChoiceField, Field, SelectField, TextField } from '../Field.tsx';
import { choicesOf, type FieldSpec, isMoney, labelOf, unitOf } from './fields.ts';

interface Props {
  field: FieldSpec;
  value: string | string[] | undefined;
  error?: string | undefined;
  onChange: (value: string | string[]) => void;
}

const mostShownAtOnce = 5;
const longText = 120;

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
  const numeric = schema.type === 'integer' || schema.type === 'number';
  return (
    <TextField
      {...common}
      label={label}
      value={text}
      onChange={onChange}
      type={schema.format === 'date' ? 'date' : 'text'}
      inputMode={numeric ? 'decimal' : undefined}
      unit={unitOf(schema) ?? ''}
      autoComplete="off"
    />
  );
}

function hintOf({ schema }: FieldSpec): string | undefined {
  const parts = [schema.description];
  const example = schema.examples?.[0];
  const shown = example !== undefined && !choicesOf(schema) && !isMoney(schema) && schema.format !== 'date';
  if (shown && (typeof example === 'string' || typeof example === 'number')) parts.push(`例如：${example}`);
  return parts.filter(Boolean).join(' ') || undefined;
}

interface ListProps {
  field: FieldSpec;
  chosen: string[];
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (value: string[]) => void;
}

function ListField({ field, chosen, hint, error, onChange }: ListProps) {
  const choices = choicesOf(field.schema.items ?? {}) ?? [];
  return (
    <fieldset className={error ? 'field field-wrong choices' : 'field choices'}>
      <legend>{field.required ? labelOf(field) : `${labelOf(field)}（选填）`}</legend>
      {hint && <div className="field-hint">{hint}</div>}
      {error && (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...chosen, choice.value]
                  : chosen.filter((value) => value !== choice.value),
              )
            }
          />
          <span>{choice.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
