import type { FormSchema } from '../../api/types.ts';
import {
  choicesOf,
  descriptionOf,
  type FieldSpec,
  labelOf,
  pagesOf,
  type Typed,
} from '../../components/schema-form/fields.ts';
import { DenseControl } from './DenseControl.tsx';
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
  const note = descriptionOf(schema);
  const wide =
    schema.type === 'array' ||
    (schema.type === 'string' && (schema.maxLength ?? 0) > longText && !choicesOf(schema));
  const describedBy = [note && `${id}-note`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={wide ? 'desk-field is-wide' : 'desk-field'}>
      <label htmlFor={id} className={field.required ? 'is-required' : undefined}>
        {labelOf(field)}
      </label>
      <DenseControl
        id={id}
        field={field}
        value={value}
        onChange={onChange}
        wrong={error !== undefined}
        describedBy={describedBy}
      />
      {error && (
        <span id={`${id}-error`} className="desk-field-error" role="alert">
          {error}
        </span>
      )}
      {note && (
        <span id={`${id}-note`} className="desk-field-note">
          {note}
        </span>
      )}
    </div>
  );
}
