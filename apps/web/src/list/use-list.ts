import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { isTyped, readAddress, withCursor, withValues } from './address.ts';
import type { Filter, Filters } from './filters.ts';

/** Pages by cursor: which one is shown, and the ways on and back. */
export interface Paging {
  cursor: string | undefined;
  /** Cursors of the pages before it, the first page as the empty word. Unknown to somebody who was sent the address. */
  earlier: readonly string[];
  go: (cursor: string, earlier: readonly string[]) => void;
}

/** What a list is asked for, as the address says it. */
export interface List<Name extends string = string> {
  filters: Record<Name, Filter>;
  /** Those that can be chosen now. */
  offered: readonly Name[];
  values: Record<Name, string>;
  /** What narrows the list and its page, to be sent as they are. */
  asked: Partial<Record<Name | 'cursor', string>>;
  /** Whether anything narrows the list. */
  active: boolean;
  set: (change: Partial<Record<Name, string>>) => void;
  clear: () => void;
  /** `name` ascending or `-name` descending. */
  sort: string;
  setSort: (sort: string) => void;
  paging: Paging;
}

/**
 * Filters, order and page of a list, kept in the address: it can be sent to a colleague, and the browser's way back leads to the page and
 * the choice before. The way back through pages is kept with the entry of the browser's history.
 */
export function useList<F extends Filters>(filters: F): List<keyof F & string> {
  type Name = keyof F & string;
  const [parameters, setParameters] = useSearchParams();
  const { state } = useLocation();
  const { offered, values, sort, cursor } = readAddress<Name>(parameters, filters);

  const change = (values: Readonly<Record<string, string>>) =>
    setParameters((before) => withValues(before, values), { replace: isTyped(filters, values) });
  const go = (to: string, earlier: readonly string[]) => {
    setParameters((before) => withCursor(before, to), { state: { earlier } });
    window.scrollTo(0, 0);
  };
  const narrowing = Object.entries<string>(values).filter(([, value]) => value !== '');
  return {
    filters,
    offered,
    values,
    asked: { ...Object.fromEntries(narrowing), ...(cursor && { cursor }) } as List<Name>['asked'],
    active: narrowing.length > 0,
    set: (wanted) => change(wanted as Record<string, string>),
    clear: () => change(Object.fromEntries(Object.keys(filters).map((name) => [name, '']))),
    sort,
    setSort: (wanted) => change({ sort: wanted }),
    paging: { cursor, earlier: earlierOf(state), go },
  };
}

/** Pages of a list inside a page, which has no place in the address. */
export function usePaging(): Paging {
  const [at, setAt] = useState<Pick<Paging, 'cursor' | 'earlier'>>({ cursor: undefined, earlier: [] });
  return { ...at, go: (cursor, earlier) => setAt({ cursor: cursor || undefined, earlier }) };
}

function earlierOf(state: unknown): readonly string[] {
  const earlier = (state as { earlier?: unknown } | null)?.earlier;
  return Array.isArray(earlier) && earlier.every((each) => typeof each === 'string') ? earlier : [];
}
