import {
  checkUnitCode,
  formatDate,
  formatDateTime,
  formatYuan,
  normaliseUnitCode,
  parseYuan,
} from '@hengchan/standards';
import type { FormSchema } from '../../api/types.ts';
import {
  choicesOf,
  type FieldSpec,
  fieldsOf,
  isStatement,
  isUnitCodes,
  labelOf,
  moneyOf,
  type Typed,
  unitOf,
} from './fields.ts';

export type Reading = { value: unknown } | { error: string };

/** What was typed as the value the schema wants, or what to change, in words. Empty and optional is no value. */
export function readField(field: FieldSpec, typed: Typed): Reading {
  const raw = typed[field.path];
  const { schema } = field;
  if (Array.isArray(raw) || schema.type === 'array') return readList(field, Array.isArray(raw) ? raw : []);
  const text = (raw ?? '').trim();
  const choices = choicesOf(schema);
  if (text === '') {
    if (!field.required) return { value: undefined };
    if (isStatement(schema)) return { error: '请勾选后继续' };
    return { error: `${choices ? '请选择' : '请填写'}${labelOf(field)}` };
  }
  if (choices) {
    const chosen = choices.find((choice) => choice.value === text);
    return chosen ? { value: chosen.actual } : { error: `请选择${labelOf(field)}` };
  }
  if (moneyOf(schema)) return readMoney(field, text);
  if (schema.type === 'integer' || schema.type === 'number') return readNumber(field, text);
  return readText(field, text);
}

function readList(field: FieldSpec, chosen: string[]): Reading {
  const choices = choicesOf(field.schema.items ?? {});
  const values = choices
    ? choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.actual)
    : chosen.map((line) => line.trim()).filter(Boolean);
  const least = field.required ? Math.max(field.schema.minItems ?? 1, 1) : 0;
  if (values.length < least)
    return { error: `${labelOf(field)}至少${choices ? '选择' : '填写'} ${least} 项` };
  if (isUnitCodes(field.schema)) return readUnitCodes(field, values.map(String));
  return { value: values.length === 0 && !field.required ? undefined : values };
}

/** Codes as people copy them, with the spaces of their groups; the first wrong one is named. */
function readUnitCodes(field: FieldSpec, lines: readonly string[]): Reading {
  const codes = lines.map(normaliseUnitCode);
  for (const [index, code] of codes.entries()) {
    const result = checkUnitCode(code);
    if (!result.valid) return { error: `${labelOf(field)}第 ${index + 1} 行：${result.reason}` };
    if (codes.indexOf(code) < index) return { error: `${labelOf(field)}第 ${index + 1} 行与前面的重复` };
  }
  return { value: codes.length === 0 && !field.required ? undefined : codes };
}

function readMoney(field: FieldSpec, text: string): Reading {
  const fen = parseYuan(text);
  if (fen === undefined) return { error: `${labelOf(field)}应为金额，最多两位小数，例如 1280000.00` };
  if (moneyOf(field.schema) === 'yuan') {
    return fen < 0
      ? { error: `${labelOf(field)}不能是负数` }
      : { value: formatYuan(fen, { grouping: false }) };
  }
  return withinRange(field, fen, (limit) => `${formatYuan(limit)} 元`);
}

function readNumber(field: FieldSpec, text: string): Reading {
  const plain = text.normalize('NFKC').replace(/,/g, '');
  const whole = field.schema.type === 'integer';
  if (!(whole ? /^-?\d{1,15}$/ : /^-?\d{1,12}(\.\d{1,6})?$/).test(plain)) {
    return { error: `${labelOf(field)}应为${whole ? '整数' : '数字'}` };
  }
  return withinRange(field, Number(plain), (limit) => `${limit}${unitOf(field.schema) ?? ''}`);
}

function withinRange(field: FieldSpec, value: number, words: (limit: number) => string): Reading {
  const { minimum, maximum, exclusiveMinimum } = field.schema;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
    return { error: `${labelOf(field)}应大于 ${words(exclusiveMinimum)}` };
  }
  if (minimum !== undefined && value < minimum)
    return { error: `${labelOf(field)}不能少于 ${words(minimum)}` };
  if (maximum !== undefined && value > maximum)
    return { error: `${labelOf(field)}不能多于 ${words(maximum)}` };
  return { value };
}

function readText(field: FieldSpec, text: string): Reading {
  const { minLength, maxLength, pattern, format, examples } = field.schema;
  const label = labelOf(field);
  const length = [...text].length;
  if (minLength !== undefined && length < minLength) return { error: `${label}至少 ${minLength} 个字` };
  if (maxLength !== undefined && length > maxLength)
    return { error: `${label}最多 ${maxLength} 个字，现为 ${length} 个` };
  const example = examples?.[0] === undefined ? '' : `，例如 ${String(examples[0])}`;
  if (format === 'date' && !isDate(text)) return { error: `${label}应为日期${example}` };
  if (format === 'date-time') return readMoment(label, text);
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) {
    return { error: `${label}的格式不对${example}` };
  }
  return { value: text };
}

/** What a person enters is China's time, whatever the zone of the device. */
function readMoment(label: string, text: string): Reading {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)
    ? `${text.slice(0, 16)}:00+08:00`
    : text;
  return Number.isNaN(Date.parse(moment)) ? { error: `${label}应为日期和时间` } : { value: moment };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

export interface FormReading {
  value: Record<string, unknown>;
  /** By path. */
  errors: Record<string, string>;
}

/** The whole form, nested as the schema is. */
export function readForm(schema: FormSchema, typed: Typed, fields = fieldsOf(schema)): FormReading {
  const reading: FormReading = { value: {}, errors: {} };
  for (const field of fields) {
    const result = readField(field, typed);
    if ('error' in result) reading.errors[field.path] = result.error;
    else if (result.value !== undefined) place(reading.value, field.path.split('.'), result.value);
  }
  return reading;
}

function place(target: Record<string, unknown>, names: string[], value: unknown): void {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = (target[name] ?? {}) as Record<string, unknown>;
  target[name] = inner;
  place(inner, rest, value);
}

/** The other way: what stands in the inputs for values the server has. */
export function typedOf(schema: FormSchema, value: Record<string, unknown>): Typed {
  const typed: Typed = {};
  for (const field of fieldsOf(schema)) {
    const found = valueAt(value, field.path);
    if (found === undefined || found === null) continue;
    if (Array.isArray(found)) typed[field.path] = found.map(String);
    else if (moneyOf(field.schema) === 'fen')
      typed[field.path] = formatYuan(Number(found), { grouping: false });
    else typed[field.path] = String(found);
  }
  return typed;
}

export function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined | null)?.[name], value);
}

function dateTimeWords(text: string): string {
  return Number.isNaN(Date.parse(text)) ? text : formatDateTime(text);
}

/** A value as a person reads it. */
export function wordsOf(schema: FormSchema, value: unknown): string {
  if (value === undefined || value === null || value === '') return '未填写';
  if (Array.isArray(value)) return value.map((entry) => wordsOf(schema.items ?? {}, entry)).join('、');
  const choice = choicesOf(schema)?.find((entry) => entry.actual === value);
  if (choice) return isStatement(schema) ? '是' : choice.title;
  const money = moneyOf(schema);
  if (money === 'fen' && typeof value === 'number') return `${formatYuan(value)} 元`;
  if (money === 'yuan') return `${formatYuan(parseYuan(String(value)) ?? 0)} 元`;
  if (schema.format === 'date-time') return dateTimeWords(String(value));
  if (schema.format === 'date' && isDate(String(value))) return formatDate(String(value));
  return `${String(value)}${unitOf(schema) ? ` ${unitOf(schema)}` : ''}`;
}
