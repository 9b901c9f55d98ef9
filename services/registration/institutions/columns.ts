import type { BusinessDefinition, PartyRole } from '@hengchan/casework';
import { checkCreditCode, checkIdNumber, dictionary, yuan } from '@hengchan/standards';
import type { PartyInput } from '../schema.ts';

/** What a row says, before anything is checked against the register. */
export interface RowContent {
  units: string[];
  parties: PartyInput[];
  form: Record<string, unknown>;
}

export interface Fault {
  column: string;
  message: string;
}

/** A column of the table of a business. */
export interface Column {
  title: string;
  required: boolean;
  hint: string;
  example: string;
}

interface FormField {
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  'x-titles'?: Record<string, string>;
  examples?: readonly unknown[];
}

export const unitColumn = '不动产单元代码';

/** The part an organisation plays where its agent opens a case; else whichever opens. */
const usualRoles: Readonly<Record<string, readonly string[]>> = {
  bank: ['mortgagee', 'newMortgagee'],
  developer: ['transferor', 'obligor', 'applicant', 'mortgagor'],
  court: ['authority'],
};

/** The role the organisation itself has in a business; undefined where it cannot open one. */
export function ownRole(definition: BusinessDefinition, kind: string): string | undefined {
  const opening = definition.parties.filter((role) => role.opens && role.kinds.includes('organisation'));
  const usual = (usualRoles[kind] ?? []).find((code) => opening.some(({ role }) => role === code));
  return usual ?? opening[0]?.role;
}

const separators = /[、;；]/;
const parts = (text: string) =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const titlesOf = ({ title }: PartyRole) => ({
  name: `${title}姓名或名称`,
  number: `${title}证件号码`,
  idType: `${title}证件种类`,
  share: `${title}份额`,
});

const fieldsOf = (definition: BusinessDefinition): [string, FormField][] =>
  Object.entries(definition.form.properties) as [string, FormField][];

/** The columns of a business, in the order of the template. The organisation itself is not among them. */
export function columnsOf(definition: BusinessDefinition, own: string): Column[] {
  const people = definition.parties.filter((role) => role.role !== own);
  return [
    { title: unitColumn, required: true, hint: '28 位；多个用顿号隔开', example: '' },
    ...people.flatMap((role): Column[] => {
      const titles = titlesOf(role);
      const required = role.minimum > 0;
      return [
        { title: titles.name, required, hint: '多人用顿号隔开', example: '' },
        { title: titles.number, required, hint: '与姓名的次序一致', example: '' },
        { title: titles.idType, required: false, hint: '居民身份证、统一社会信用代码不用填', example: '' },
        ...(role.takesShares
          ? [{ title: titles.share, required: false, hint: '按份共有时填，如 1/2', example: '' }]
          : []),
      ];
    }),
    ...fieldsOf(definition).map(([name, field]) => ({
      title: field.title ?? name,
      required: definition.form.required?.includes(name) ?? false,
      hint: field.description ?? '',
      example: shown(field, field.examples?.[0]),
    })),
  ];
}

/** A value as somebody would type it. */
function shown(field: FormField, value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  return choicesOf(field).get(String(value)) ?? String(value);
}

/** Words of the codes to choose from: of the schema, or of a description written as `code words；code words`. */
function choicesOf(field: FormField): Map<string, string> {
  if (field['x-titles']) return new Map(Object.entries(field['x-titles']));
  const described = (field.description ?? '')
    .split('；')
    .map((part) => /^(\S+)\s+([^（(]+)/.exec(part.trim()));
  return new Map(
    described.flatMap((match) =>
      match && field.enum?.map(String).includes(match[1] ?? '') ? [[match[1] ?? '', match[2] ?? '']] : [],
    ),
  );
}

/** Reads a row into an application of the organisation itself; whatever cannot be read is a fault of its column. */
export function readRow(
  definition: BusinessDefinition,
  own: PartyInput,
  cells: ReadonlyMap<string, string>,
): { content: RowContent; faults: Fault[] } {
  const faults: Fault[] = [];
  const cell = (title: string) => cells.get(title) ?? '';
  const units = parts(cell(unitColumn)).map((code) => code.replaceAll(/\s/g, ''));
  if (units.length === 0) faults.push({ column: unitColumn, message: `请填写${unitColumn}` });
  const parties = definition.parties
    .filter((role) => role.role !== own.role)
    .flatMap((role) => readParties(role, cell, faults));
  const form: Record<string, unknown> = {};
  for (const [name, field] of fieldsOf(definition)) {
    const text = cell(field.title ?? name);
    if (text !== '') form[name] = readField(field, text, field.title ?? name, faults);
    else if (definition.form.required?.includes(name))
      faults.push({ column: field.title ?? name, message: `请填写${field.title ?? name}` });
  }
  return { content: { units, parties: [own, ...parties], form }, faults };
}

function readParties(role: PartyRole, cell: (title: string) => string, faults: Fault[]): PartyInput[] {
  const titles = titlesOf(role);
  const [names, numbers] = [parts(cell(titles.name)), parts(cell(titles.number))];
  const [types, shares] = [parts(cell(titles.idType)), parts(cell(titles.share))];
  if (names.length === 0 && role.minimum > 0)
    faults.push({ column: titles.name, message: `请填写${role.title}` });
  if (numbers.length !== names.length)
    faults.push({
      column: titles.number,
      message: `有 ${names.length} 个姓名、${numbers.length} 个证件号码，应当一一对应`,
    });
  if (types.length > 1 && types.length !== names.length)
    faults.push({ column: titles.idType, message: '填一种，或与姓名一一对应' });
  if (shares.length > 0 && shares.length !== names.length)
    faults.push({ column: titles.share, message: '份额应与姓名一一对应' });
  if (names.length !== numbers.length) return [];
  return names.flatMap((name, at) => {
    const idNumber = (numbers[at] ?? '').toUpperCase();
    const idType = idTypeOf(types[at] ?? types[0], idNumber);
    if (idType === undefined) {
      faults.push({ column: titles.idType, message: `不能识别${name}的证件种类` });
      return [];
    }
    const share = shares[at];
    return [{ role: role.role, name, idType, idNumber, ...(share === undefined ? {} : { share }) }];
  });
}

/** The code of a kind of document by its name, or by what the number is. */
function idTypeOf(title: string | undefined, idNumber: string): string | undefined {
  if (title !== undefined)
    return dictionary('ZJZL').entries.find(({ name, code }) => name === title || code === title)?.code;
  if (checkIdNumber(idNumber).valid) return '1';
  return checkCreditCode(idNumber).valid ? '8' : undefined;
}

const yesAndNo: Readonly<Record<string, boolean>> = { 是: true, 否: false, true: true, false: false };

function readField(field: FormField, text: string, column: string, faults: Fault[]): unknown {
  const wrong = (message: string) => {
    faults.push({ column, message });
    return undefined;
  };
  if (field.type === 'boolean' || typeof field.const === 'boolean')
    return yesAndNo[text] ?? wrong('请填“是”或“否”');
  if (field.enum) {
    const choices = choicesOf(field);
    const code = [...choices].find(([, title]) => title === text)?.[0] ?? text;
    const options = field.enum.map((each) => choices.get(String(each)) ?? String(each));
    return field.enum.find((each) => String(each) === code) ?? wrong(`只能是${options.join('、')}`);
  }
  if (field.type === 'array') return parts(text);
  if (field.type !== 'integer' && field.type !== 'number') return text;
  if (field.format === 'fen') return attempt(() => yuan(text)) ?? wrong('请填金额，单位为元');
  const value = Number(text);
  return Number.isFinite(value) ? value : wrong('请填数字');
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
