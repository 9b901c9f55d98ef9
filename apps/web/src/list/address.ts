import type { Filter, Filters } from './filters.ts';

const cursorName = 'cursor';
const sortName = 'sort';

/** What an address says about a list. Filters that are not offered have no value. */
interface Said<Name extends string> {
  offered: Name[];
  values: Record<Name, string>;
  sort: string;
  cursor: string | undefined;
}

export function readAddress<Name extends string>(
  parameters: URLSearchParams,
  filters: Record<Name, Filter>,
): Said<Name> {
  const said = (name: string) => parameters.get(name) ?? '';
  const names = Object.keys(filters) as Name[];
  const offered = names.filter((name) => {
    const { hidden = false } = filters[name];
    return typeof hidden === 'function' ? !hidden(said) : !hidden;
  });
  const values = names.map((name) => [name, offered.includes(name) ? said(name) : '']);
  return {
    offered,
    values: Object.fromEntries(values) as Record<Name, string>,
    sort: parameters.get(sortName) ?? '',
    cursor: parameters.get(cursorName) || undefined,
  };
}

/** The address with other values; an empty one is left out. Whatever changes, the list starts again at its first page. */
export function withValues(
  before: URLSearchParams,
  change: Readonly<Record<string, string>>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  next.delete(cursorName);
  return next;
}

export function withCursor(before: URLSearchParams, cursor: string): URLSearchParams {
  const next = new URLSearchParams(before);
  if (cursor === '') next.delete(cursorName);
  else next.set(cursorName, cursor);
  return next;
}

/** Each letter typed must not become a step of the way back; what was chosen is one. */
export const isTyped = (filters: Filters, change: Readonly<Record<string, string>>): boolean =>
  Object.keys(change).every((name) => filters[name]?.kind === 'search' || filters[name]?.kind === 'day');
