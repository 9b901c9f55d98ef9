import type { FormSchema } from '../../api/types.ts';
import { fieldsOf, labelOf } from '../../components/schema-form/fields.ts';
import { valueAt, wordsOf } from '../../components/schema-form/values.ts';
import { factRows } from '../findings/fact-rows.ts';

export interface FormPair {
  label: string;
  value: string;
}

/** What was filled in, in the order and words of the form; a value the form no longer has keeps its own name. */
export function formPairs(schema: FormSchema | undefined, form: Record<string, unknown>): FormPair[] {
  const fields = schema ? fieldsOf(schema) : [];
  const known = fields.flatMap((field) => {
    const value = valueAt(form, field.path);
    return value === undefined ? [] : [{ label: labelOf(field), value: wordsOf(field.schema, value) }];
  });
  const names = new Set(fields.map((field) => field.path.split('.')[0]));
  const others = Object.fromEntries(Object.entries(form).filter(([name]) => !names.has(name)));
  return [...known, ...factRows(others)];
}
