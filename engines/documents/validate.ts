import type { FieldError } from '@hengchan/platform';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

type Complaint = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

const WORDS: Record<string, (params: Record<string, unknown>) => string> = {
  minLength: () => '不能为空',
  maxLength: (params) => `不能超过 ${params.limit} 个字`,
  minItems: (params) => `至少要有 ${params.limit} 项`,
  maxItems: (params) => `不能超过 ${params.limit} 项`,
  minimum: (params) => `不能小于 ${params.limit}`,
  maximum: (params) => `不能大于 ${params.limit}`,
  pattern: () => '格式不对',
  format: () => '格式不对',
  type: () => '数据类型不对',
  enum: () => '不在可选的值里',
  const: () => '不在可选的值里',
};

/**
 * Compiles the check once. The returned function gives an empty list for good data and the first handful of
 * faults for bad: TypeBox stops at eight, and nobody reads further.
 */
export function fieldChecker(schema: TSchema): (data: unknown) => FieldError[] {
  const compiled = Compile(schema);
  return (data) => {
    if (compiled.Check(data)) return [];
    const found = compiled.Errors(data).flatMap((complaint) => inWords(schema, complaint));
    const unique = new Map(found.map((error) => [`${error.path} ${error.message}`, error]));
    const errors = [...unique.values()];
    return errors.length > 0 ? errors : [{ path: '', message: '数据不符合文书的要求' }];
  };
}

function inWords(schema: TSchema, complaint: Complaint): FieldError[] {
  const params = complaint.params as Record<string, unknown>;
  const at = (name: string) => `${complaint.instancePath}/${name}`;
  if (complaint.keyword === 'required') {
    const missing = params.requiredProperties as string[];
    return missing.map((name) => ({ path: at(name), message: `缺少${titleAt(schema, at(name))}` }));
  }
  if (complaint.keyword === 'additionalProperties') {
    const extra = params.additionalProperties as string[];
    return extra.map((name) => ({ path: at(name), message: `文书没有“${name}”这一项` }));
  }
  const words = WORDS[complaint.keyword];
  if (words === undefined) return [];
  const path = complaint.instancePath;
  return [{ path, message: `${titleAt(schema, path)}${words(params)}` }];
}

/** The Chinese title of the field a JSON pointer leads to, or the field's own name. */
function titleAt(schema: TSchema, pointer: string): string {
  let node: Record<string, unknown> | undefined = schema as Record<string, unknown>;
  const steps = pointer.split('/').slice(1);
  for (const step of steps) {
    const properties = node?.properties as Record<string, Record<string, unknown>> | undefined;
    node = properties?.[step] ?? (node?.items as Record<string, unknown> | undefined);
  }
  const title = node?.title;
  return typeof title === 'string' ? title : `“${steps.at(-1) ?? '数据'}”`;
}
