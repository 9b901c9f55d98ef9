import { type FieldError, platformErrors } from '@hengchan/platform';
import type { TObject, TSchema } from 'typebox';
import Schema from 'typebox/schema';
import Value from 'typebox/value';

type FormSchema = TObject<Record<string, TSchema>>;

/**
 * Checks what was filled in against its schema and returns it with defaults added. Throws INVALID_REQUEST naming each field by its Chinese title.
 * With `partial`, fields still missing are no fault: a draft.
 */
export function checkData(
  schema: FormSchema,
  value: Record<string, unknown>,
  path: string,
  partial = false,
): Record<string, unknown> {
  const given = Value.Default(schema, structuredClone(value)) as Record<string, unknown>;
  const faults: FieldError[] = [];
  for (const name of Object.keys(given)) {
    if (!(name in schema.properties))
      faults.push({ path: `${path}/${name}`, message: `没有这个字段：${name}` });
  }
  for (const [name, property] of Object.entries(schema.properties)) {
    const title = (property as { title?: string }).title ?? name;
    if (given[name] === undefined || given[name] === '') {
      if (!partial && schema.required?.includes(name))
        faults.push({ path: `${path}/${name}`, message: `请填写${title}` });
      continue;
    }
    if (!Schema.Check(property, given[name]))
      faults.push({ path: `${path}/${name}`, message: `${title}：${hint(property)}` });
  }
  if (faults.length > 0) throw platformErrors.INVALID_REQUEST({ errors: faults });
  return given;
}

function hint(property: TSchema): string {
  const { type, description, enum: options, minimum, maximum, pattern } = property as Record<string, unknown>;
  if (Array.isArray(options)) return `只能是 ${options.join('、')}`;
  if (pattern !== undefined || type === 'string')
    return `格式不正确${description ? `（${description}）` : ''}`;
  if (minimum !== undefined || maximum !== undefined) return `应为${minimum ?? ''}～${maximum ?? ''}之间的数`;
  return '不符合要求';
}
