import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export interface UrlFilters<Name extends string> {
  values: Record<Name, string>;
  /** Sets filters; an empty value removes one. Every change starts again at the first page. */
  set: (change: Partial<Record<Name, string>>) => void;
  clear: () => void;
  /** Whether anything narrows the list. */
  active: boolean;
  cursor: string | undefined;
  goTo: (cursor: string | undefined) => void;
}

/** Filters and page of a list, kept in the address so that it can be sent to a colleague. */
export function useUrlFilters<Name extends string>(names: readonly Name[]): UrlFilters<Name> {
  const [parameters, setParameters] = useSearchParams();
  const values = useMemo(
    () => Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? ''])) as Record<Name, string>,
    [names, parameters],
  );
  const set = useCallback(
    (change: Partial<Record<Name, string>>) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(change)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          next.delete('cursor');
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const clear = useCallback(
    () => set(Object.fromEntries(names.map((n) => [n, ''])) as typeof values),
    [names, set],
  );
  const goTo = useCallback(
    (cursor: string | undefined) =>
      setParameters((before) => {
        const next = new URLSearchParams(before);
        if (cursor) next.set('cursor', cursor);
        else next.delete('cursor');
        return next;
      }),
    [setParameters],
  );
  return {
    values,
    set,
    clear,
    active: names.some((name) => values[name] !== ''),
    cursor: parameters.get('cursor') ?? undefined,
    goTo,
  };
}
