/** One value a filter may take. One that is empty is what holds while the address says nothing. */
export interface Option {
  value: string;
  title: string;
}

interface Common {
  /** What it narrows by; read aloud, and shown where nothing is chosen. */
  label: string;
  /** Not offered, always or because of what another filter says: the address has no effect on it then. */
  hidden?: boolean | ((said: (name: string) => string) => boolean);
}

/** Words typed by the reader. */
export interface SearchFilter extends Common {
  kind: 'search';
  /** What may be typed. */
  hint: string;
  width?: number;
}

/** One of several, behind a button. */
export interface ChoiceFilter extends Common {
  kind: 'choice';
  /** The options, or the hook that reads them. */
  options: readonly Option[] | (() => readonly Option[]);
  /** What holds while the address says nothing, where that is not everything. */
  standard?: string | undefined;
  width?: number;
}

/** One of few, all to be seen. */
export interface SegmentsFilter extends Common {
  kind: 'segments';
  options: readonly Option[];
}

/** A day, as 2026-03-01. */
export interface DayFilter extends Common {
  kind: 'day';
}

/** Chosen elsewhere on the page, in a way of its own. */
export interface OwnFilter extends Common {
  kind: 'own';
}

export type Filter = SearchFilter | ChoiceFilter | SegmentsFilter | DayFilter | OwnFilter;

/** What a list can be narrowed by, under the names that stand in the address. */
export type Filters = Readonly<Record<string, Filter>>;

/** The words of a record as options, in its order. */
export const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

/** Options may be read from the server; which of the two a filter has never changes. */
export function useOptions(options: ChoiceFilter['options']): readonly Option[] {
  return typeof options === 'function' ? options() : options;
}
