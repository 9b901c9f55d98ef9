import { formatDate, formatDateTime } from '@hengchan/standards';
import { factWords } from './fact-words.ts';

/** Words for names and values: those of rules and departments, with a place's own before them. */
type Words = Readonly<Record<string, string>>;

export interface FactRow {
  label: string;
  value: string;
}

/** More than this of a fact is not read by anybody on a screen. */
const mostRows = 60;

/**
 * What a rule or a department saw, as lines a registrar can read: names in words where they are known, dates as
 * dates, nested values by path. Nothing is left out for lack of a word: the name itself then stands.
 * `own` are words that mean something else here than in a rule.
 */
export function factRows(facts: unknown, own: Words = {}): FactRow[] {
  const rows: FactRow[] = [];
  collect(facts, '', rows, { ...factWords, ...own });
  if (rows.length <= mostRows) return rows;
  return [...rows.slice(0, mostRows), { label: '其余', value: `另有 ${rows.length - mostRows} 项未列出` }];
}

function collect(value: unknown, label: string, rows: FactRow[], words: Words): void {
  if (value === null || value === undefined || value === '') {
    if (label) rows.push({ label, value: '无' });
  } else if (Array.isArray(value)) collectList(value, label, rows, words);
  else if (typeof value === 'object') {
    if (isShare(value)) rows.push({ label, value: `${value.numerator}/${value.denominator}` });
    else
      for (const [name, inner] of Object.entries(value))
        collect(inner, joined(label, words[name] ?? name), rows, words);
  } else rows.push({ label: label || '值', value: textOf(value, words) });
}

function collectList(list: readonly unknown[], label: string, rows: FactRow[], words: Words): void {
  if (list.length === 0) rows.push({ label: label || '值', value: '无' });
  else if (list.every((item) => typeof item !== 'object' || item === null)) {
    rows.push({ label: label || '值', value: list.map((item) => textOf(item, words)).join('、') });
  } else {
    list.forEach((item, index) => {
      collect(item, list.length > 1 ? `${label}（${index + 1}）` : label, rows, words);
    });
  }
}

function joined(label: string, name: string): string {
  return label ? `${label}·${name}` : name;
}

function isShare(value: object): value is { numerator: number; denominator: number } {
  const keys = Object.keys(value);
  return keys.length === 2 && 'numerator' in value && 'denominator' in value;
}

function textOf(value: unknown, words: Words): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return attempt(formatDate, text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    return attempt((moment) => formatDateTime(new Date(moment)), text);
  }
  return words[text] ?? text;
}

/** The text itself where it only looks like a date. */
function attempt(format: (text: string) => string, text: string): string {
  try {
    return format(text);
  } catch {
    return text;
  }
}
