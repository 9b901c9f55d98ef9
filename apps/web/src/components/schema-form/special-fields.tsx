import { Field } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { choicesOf, type FieldSpec, isUnitCodes, labelOf } from './fields.ts';

interface StatementProps {
  field: FieldSpec;
  ticked: boolean;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A statement the person makes by ticking it. */
export function StatementField({ field, ticked, error, onChange }: StatementProps) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      {error && (
        <div className="field-error" role="alert">
          <Icon name="blocked" />
          {error}
        </div>
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={ticked}
          onChange={(event) => onChange(event.target.checked ? 'true' : '')}
        />
        <span>
          {labelOf(field)}
          {field.schema.description && <small>{field.schema.description}</small>}
        </span>
      </label>
    </div>
  );
}

interface ListProps {
  field: FieldSpec;
  chosen: string[];
  hint?: string | undefined;
  error?: string | undefined;
  onChange: (value: string[]) => void;
}

/** Several of a choice, or several texts, one a line. */
export function ListField({ field, chosen, hint, error, onChange }: ListProps) {
  const choices = choicesOf(field.schema.items ?? {});
  if (!choices) {
    return (
      <Field
        label={labelOf(field)}
        hint={`${hint ?? ''}每行一${isUnitCodes(field.schema) ? '个，28 位，空格可以不管' : '项'}。`}
        error={error}
        optional={!field.required}
      >
        {({ id, describedBy, invalid }) => (
          <textarea
            id={id}
            className="input"
            rows={4}
            value={chosen.join('\n')}
            onChange={(event) => onChange(event.target.value.split('\n'))}
            aria-describedby={describedBy}
            aria-invalid={invalid}
          />
        )}
      </Field>
    );
  }
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((entry) => entry !== value));
  return (
    <fieldset className={error ? 'field field-wrong choices' : 'field choices'}>
      <legend>{field.required ? labelOf(field) : `${labelOf(field)}（选填）`}</legend>
      {hint && <div className="field-hint">{hint}</div>}
      {error && (
        <div className="field-error" role="alert">
          <Icon name="blocked" />
          {error}
        </div>
      )}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
          <span>{choice.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
