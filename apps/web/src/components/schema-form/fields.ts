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
  hint?: string;
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
    ...first.map((fields, index) => ({ title: titleOfPart(fields, index > 0, schema.title), fields })),
    ...pages,
  ];
}

/** Two pages of one form need two names. */
function titleOfPart(fields: readonly FieldSpec[], later: boolean, title = '填写登记事项'): string {
  const [only] = fields;
  if (only && fields.length === 1) return titleOf(only);
  return later ? '填写其他事项' : title;
}

export function titleOf(field: FieldSpec): string {
  return field.schema.title ?? field.path;
}

/**
 * Entries to choose from, when the property is a choice; a yes or no is one too. Their words come from the schema
 * (`x-titles`), or from a description written as `code words；code words`.
 */
export function choicesOf(schema: FormSchema): Choice[] | undefined {
  if (schema.const !== undefined) {
    return [
      { value: String(schema.const), title: schema.title ?? String(schema.const), actual: schema.const },
    ];
  }
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
  const titles = (schema['x-titles'] ?? {}) as Record<string, string>;
  const described = describedChoices(schema);
  return schema.enum.map((entry) => {
    const value = String(entry);
    const title = titles[value] ?? described.get(value) ?? value;
    const more =
      described
        .get(value)
        ?.replace(title, '')
        .replace(/^[（(]|[）)]$/g, '') ?? '';
    return { value, title, ...(more && { hint: more }), actual: entry };
  });
}

/** Reads `0 单独所有；1 共同共有（如夫妻）` into words by code; empty when the description says something else. */
function describedChoices(schema: FormSchema): Map<string, string> {
  const codes = new Set(schema.enum?.map(String));
  const parts = (schema.description ?? '').split('；').map((part) => /^(\S+)\s+(.+)$/.exec(part.trim()));
  if (parts.some((part) => !part || !codes.has(part[1] ?? ''))) return new Map();
  return new Map(parts.map((part) => [part?.[1] ?? '', part?.[2] ?? '']));
}

/** Why the property is asked, without what the choices already say. */
export function descriptionOf(schema: FormSchema): string | undefined {
  return describedChoices(schema).size > 0 ? undefined : schema.description;
}

/** A list of codes of units, named by those who know them from the survey. */
export const isUnitCodes = (schema: FormSchema): boolean =>
  schema.type === 'array' && schema.items?.title === '不动产单元代码';

/** One box to tick: a statement the person makes. */
export function isStatement(schema: FormSchema): boolean {
  return schema.const === true;
}

const yuanTitle = /[（(]元[）)]$/;
const fenTitle = /[（(]分[）)]$/;

/** Amounts are typed in yuan; they travel as fen in an integer, or as yuan in a text. */
export function moneyOf(schema: FormSchema): 'fen' | 'yuan' | undefined {
  const title = schema.title ?? '';
  if (schema.type === 'integer' && (schema.format === 'fen' || schema.unit === '分' || fenTitle.test(title)))
    return 'fen';
  return schema.type === 'string' && yuanTitle.test(title) ? 'yuan' : undefined;
}

const titleUnit = /[（(](元|分|年|月|天|平方米|公顷|亩|%)[）)]$/;

/** Title without the unit that is shown after the input. */
export function labelOf(field: FieldSpec): string {
  return titleOf(field).replace(titleUnit, '');
}

export function unitOf(schema: FormSchema): string | undefined {
  if (moneyOf(schema)) return '元';
  if (typeof schema.unit === 'string') return schema.unit;
  return titleUnit.exec(schema.title ?? '')?.[1];
}
