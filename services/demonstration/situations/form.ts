import type { BusinessDefinition } from '@hengchan/casework';

/** As much of a field's schema as filling it in needs. */
interface Field {
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

/**
 * The form as an applicant would fill it: required fields from the examples of the definition, and what a recipe knows better, as far as
 * the form has such fields. Throws where a required field has neither.
 */
export function fillForm(
  { code, form }: Pick<BusinessDefinition, 'code' | 'form'>,
  known: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  const required = new Set(form.required ?? []);
  for (const [name, schema] of Object.entries(form.properties)) {
    const given = known[name];
    if (given !== undefined) filled[name] = given;
    else if (required.has(name)) filled[name] = exampleOf(code, name, schema as Field);
  }
  return filled;
}

function exampleOf(code: string, name: string, { examples, default: usual }: Field): unknown {
  const example = examples?.[0] ?? usual;
  if (example === undefined) throw new Error(`field ${name} of ${code} has no example`);
  return example;
}
