import type { FieldError } from '../errors/problem.ts';

interface SchemaFault {
  keyword?: string;
  instancePath?: string;
  params?: Record<string, unknown>;
  message?: string;
}

const words: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => '必须填写',
  type: (params) => `应为${typeNames[String(params.type)] ?? String(params.type)}`,
  minLength: (params) => (params.limit === 1 ? '不能为空' : `至少 ${params.limit} 个字`),
  maxLength: (params) => `不能超过 ${params.limit} 个字`,
  minimum: (params) => `不能小于 ${params.limit}`,
  exclusiveMinimum: (params) => `必须大于 ${params.limit}`,
  maximum: (params) => `不能大于 ${params.limit}`,
  pattern: () => '格式不正确',
  format: (params) => formatNames[String(params.format)] ?? '格式不正确',
  enum: (params) => `只能是：${(params.allowedValues as unknown[] | undefined)?.join('、') ?? ''}`,
  const: (params) => `只能是：${String(params.allowedValue)}`,
  anyOf: () => '不在可选范围内',
  oneOf: () => '不在可选范围内',
  minItems: (params) => `至少 ${params.limit} 项`,
  maxItems: (params) => `最多 ${params.limit} 项`,
  additionalProperties: (params) =>
    `没有这个字段：${String(params.additionalProperty ?? (params.additionalProperties as string[] | undefined)?.join('、') ?? '')}`,
  multipleOf: (params) => `应为 ${params.multipleOf} 的整数倍`,
};

const typeNames: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
};

const formatNames: Record<string, string> = {
  date: '应为日期，例如 2026-11-20',
  'date-time': '应为时间，例如 2026-11-20T09:00:00+08:00',
};

/** Nobody mends more at a time, and an answer is not to be longer than the question. */
const maximumNamed = 100;

/**
 * Schema faults as Chinese messages on JSON pointers. `root` is the part of the request (`body`, `querystring`, `params`);
 * `titles` finds the Chinese title of a field so that the message can name it.
 */
export function fieldErrors(
  faults: readonly SchemaFault[],
  root: string,
  titleOf: (pointer: string) => string | undefined,
): FieldError[] {
  const seen = new Map<string, string>();
  for (const fault of faults) {
    const params = fault.params ?? {};
    const missing = params.missingProperty ?? (params.requiredProperties as string[] | undefined)?.[0];
    const pointer = `${fault.instancePath ?? ''}${fault.keyword === 'required' && missing ? `/${String(missing)}` : ''}`;
    const title = titleOf(pointer);
    const phrase = (words[fault.keyword ?? ''] ?? (() => '不符合要求'))(params);
    const path = pointer === '' ? `/${root === 'body' ? '' : root}` : pointer;
    // A union reports each of its members first and itself last; the last word is the clearest.
    seen.set(path, title ? `${title}：${phrase}` : phrase);
  }
  return [...seen].slice(0, maximumNamed).map(([path, message]) => ({ path, message }));
}

/** Walks a JSON Schema along a pointer and returns the `title` found there. */
export function titleInSchema(schema: unknown, pointer: string): string | undefined {
  let current = schema as
    | { title?: string; properties?: Record<string, unknown>; items?: unknown }
    | undefined;
  for (const part of pointer.split('/').slice(1)) {
    if (!current) return undefined;
    current = (current.properties?.[part] ??
      (/^\d+$/.test(part) ? current.items : undefined)) as typeof current;
  }
  return current?.title;
}

/** No form is deeper; what is would exhaust the stack of whoever reads it. */
const maximumDepth = 64;
/** No request holds more values; checking one with a hundred thousand faults would keep everybody else waiting. */
const maximumValues = 20_000;

/**
 * Where a request holds what cannot be kept: U+0000, which PostgreSQL text has no room for, a lone surrogate, which JSON allows,
 * a number beyond all bounds, which `1e999` becomes, or more than anybody means to send.
 */
export function findUnstorable(content: unknown): FieldError | undefined {
  let values = 0;
  const look = (value: unknown, path: string, depth: number): FieldError | undefined => {
    if (++values > maximumValues) return { path, message: `内容过多，不能超过 ${maximumValues} 项` };
    if (typeof value === 'string')
      return value.includes('\u0000') || !value.isWellFormed() ? unstorable(path) : undefined;
    if (typeof value === 'number') return Number.isFinite(value) ? undefined : unstorable(path);
    if (value === null || typeof value !== 'object') return undefined;
    if (depth === maximumDepth) return { path, message: `层次过多，不能超过 ${maximumDepth} 层` };
    for (const [key, item] of Object.entries(value)) {
      const place = `${path}/${key}`;
      const found = unstorableName(key, place) ?? look(item, place, depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  return look(content, '', 0);
}

const unstorable = (path: string): FieldError => ({ path, message: '含有无法保存的字符或数值' });

const unstorableName = (name: string, path: string) =>
  name.includes('\u0000') || !name.isWellFormed() ? unstorable(path.toWellFormed()) : undefined;
