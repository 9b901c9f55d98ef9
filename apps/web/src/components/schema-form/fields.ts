import type { FormSchema } from '../../api/types.ts';

/** One thing to fill in: a property of the definition's form that is not itself an object. */
export interface FieldSpec {
  /** Names from the root, joined by dots. */
  path: string;
  schema: FormSchema;
  required: boolean;
}

export interface FieldPage {
  title: string;
  description?: string;
  fields: FieldSpec[];
}

/** What stands in the inputs, by path: text as typed, or the chosen entries of a list. */
export type Typed = Record<string, string | string[]>;

export interface Choice {
  value: string;
  title: string;
  /** The value as the schema has it: numbers stay numbers. */
  actual: unknown;
}

/** Leaves of the form in the order of the definition. */
export function fieldsOf(schema: FormSchema, prefix = ''): FieldSpec[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    if (property.properties) return fieldsOf(property, path);
    return [{ path, schema: property, required: schema.required?.includes(name) ?? false }];
  });
}

const mostOnOnePage = 4;

/** One thing a page: every nested object is a page, and simple properties stay together while they are few. */
export function pagesOf(schema: FormSchema): FieldPage[] {
  const pages: FieldPage[] = [];
  const simple: FieldSpec[] = [];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(name) ?? false;
    if (property.properties) {
      pages.push({
        title: property.title ?? name,
        ...(property.description && { description: property.description }),
        fields: fieldsOf(property, name),
      });
    } else simple.push({ path: name, schema: property, required });
  }
  const parts = Math.ceil(simple.length / mostOnOnePage);
  const size = parts === 0 ? 0 : Math.ceil(simple.length / parts);
  const first = Array.from({ length: parts }, (_, index) => simple.slice(index * size, (index + 1) * size));
  return [
    ...first.map((fields) => ({
      title: fields.length === 1 ? titleOf(fields[0] as FieldSpec) : (schema.title ?? '填写登记事项'),
      fields,
    })),
    ...pages,
  ];
}

export function titleOf(field: FieldSpec): string {
  return field.schema.title ?? field.path;
}

/** Entries to choose from, when the property is a choice; a yes or no is one too. */
export function choicesOf(schema: FormSchema): Choice[] | undefined {
  if (schema.type === 'boolean') {
    return [
      { value: 'true', title: '是', actual: true },
      { value: 'false', title: '否', actual: false },
    ];
  }
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives?.every((entry) => entry.const !== undefined)) {
    return alternatives.map((entry) => ({
      value: String(entry.const),
      title: entry.title ?? String(entry.const),
      actual: entry.const,
    }));
  }
  if (!schema.enum) return undefined;
  const titles = Array.isArray(schema.enumNames) ? schema.enumNames.map(String) : [];
  return schema.enum.map((entry, index) => ({
    value: String(entry),
    title: titles[index] ?? String(entry),
    actual: entry,
  }));
}

/** Amounts travel in fen and are typed in yuan. */
export function isMoney(schema: FormSchema): boolean {
  return (
    schema.type === 'integer' &&
    (schema.format === 'fen' || schema.unit === '分' || /[（(]分[）)]$/.test(schema.title ?? ''))
  );
}

/** Title without the unit that is shown after the input. */
export function labelOf(field: FieldSpec): string {
  const title = titleOf(field);
  return isMoney(field.schema) ? title.replace(/[（(]分[）)]$/, '') : title;
}

export function unitOf(schema: FormSchema): string | undefined {
  if (isMoney(schema)) return '元';
  return typeof schema.unit === 'string' ? schema.unit : undefined;
}
