import type { TSchema } from 'typebox';
import { departments } from '../departments/index.ts';
import type { OperationDefinition, ServiceDefinition } from '../service.ts';
import { fieldMeanings } from './field-meanings.ts';

interface Shape {
  type?: string;
  enum?: readonly string[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  description?: string;
  properties?: Record<string, Shape>;
  required?: readonly string[];
  items?: Shape;
  minItems?: number;
  maxItems?: number;
}

/** Fills every generated block of a protocol document anew: `<!-- fields police/check-identity request -->` up to `<!-- end -->`. */
export function refresh(document: string): string {
  return document.replace(
    /<!-- fields ([a-z-]+)\/([a-z-]+) (request|answer) -->[\s\S]*?<!-- end -->/g,
    (_block, code: string, name: string, part: 'request' | 'answer') =>
      `<!-- fields ${code}/${name} ${part} -->\n${table(operationOf(code, name)[part])}\n<!-- end -->`,
  );
}

/** The samples of a document: `<!-- sample police/check-identity request -->` and the JSON block after it. */
export function samplesOf(
  document: string,
): { code: string; name: string; part: 'request' | 'answer'; value: unknown }[] {
  const pattern = /<!-- sample ([a-z-]+)\/([a-z-]+) (request|answer) -->\s*```json\n([\s\S]*?)```/g;
  return [...document.matchAll(pattern)].map(([, code = '', name = '', part, text = '']) => ({
    code,
    name,
    part: part as 'request' | 'answer',
    value: JSON.parse(text) as unknown,
  }));
}

export function operationOf(code: string, name: string): OperationDefinition {
  const operation = (departments as Record<string, ServiceDefinition>)[code]?.operations[name];
  if (!operation) throw new Error(`the document names ${code}/${name}, which does not exist`);
  return operation;
}

function table(schema: TSchema): string {
  const rows = rowsOf(schema as Shape, '').map((row) => `| ${row.join(' | ')} |`);
  return ['| field | type | must | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function rowsOf(shape: Shape, path: string): string[][] {
  if (shape.items?.properties) return rowsOf(shape.items, path);
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.items?.properties ? `${path}${name}[].` : `${path}${name}.`;
    const full = field.items ? `${path}${name}[]` : `${path}${name}`;
    const row = [
      `\`${full}\``,
      typeOf(field),
      shape.required?.includes(name) ? 'yes' : '',
      meaningOf(name, field),
    ];
    return [row, ...rowsOf(field, inner)];
  });
}

function meaningOf(name: string, field: Shape): string {
  const meaning = field.description ?? fieldMeanings[name];
  if (meaning === undefined) throw new Error(`nothing says what the field ${name} means`);
  return meaning;
}

function typeOf(field: Shape): string {
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(' ');
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.items) {
    const range = field.minItems || field.maxItems ? ` ${field.minItems ?? 0}–${field.maxItems ?? ''}` : '';
    return `array of ${field.items.properties ? 'objects' : typeOf(field.items)}${range}`;
  }
  if (field.type === 'string' && field.pattern) return `string \`${field.pattern.replaceAll('|', '\\|')}\``;
  if (field.type === 'string' && field.maxLength) return `string ${field.minLength ?? 0}–${field.maxLength}`;
  if (field.type === 'integer') return field.minimum === 1 ? 'integer ≥ 1' : 'integer ≥ 0';
  return field.type ?? 'any';
}
