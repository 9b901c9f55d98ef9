/**
 * A code table as dated data. Codes differ between the generations of the national standard, so a table
 * is never an enumeration in code: ask for it by name and day.
 */
export interface Dictionary {
  /** short name of the national field, DJLX */
  code: string;
  title: string;
  generation: Generation;
  source: string;
  /** true only once the entries were compared with the text of the standard */
  verified: boolean;
  /** independent implementations and publications in which the same entries were seen */
  witnesses: number;
  /** first day of use, `YYYY-MM-DD`; only the year is known of most */
  from: string;
  /** last day of use */
  to?: string;
  entries: readonly DictionaryEntry[];
}

export interface DictionaryEntry {
  code: string;
  name: string;
}

/**
 * `trial-2015` the trial database standard; `tdt1066-2021` the industry standard TD/T 1066 as far as it was
 * seen in use; `in-use` codes of implementations that no national table lists.
 */
export type Generation = 'trial-2015' | 'tdt1066-2021' | 'in-use';

export type Rows = readonly (readonly [code: string, name: string])[];

/** A table of the trial standard. `appendix` is its place in appendix A (C: tables of the survey sample). */
export function trial(
  code: string,
  title: string,
  appendix: string,
  witnesses: number,
  rows: Rows,
): Dictionary {
  const place = appendix === '' ? '' : `（表${appendix}）`;
  return {
    code,
    title,
    generation: 'trial-2015',
    source: `不动产登记数据库标准（试行）${place}，据2017年权籍调查字典样本`,
    verified: false,
    witnesses,
    from: '2015-01-01',
    entries: entriesOf(rows),
  };
}

/** A table of the trial standard that the 2021 standard restates with other or further codes. */
export function restated(earlier: Dictionary, witnesses: number, rows: Rows): Dictionary {
  return {
    ...earlier,
    generation: 'tdt1066-2021',
    source: '不动产登记数据库标准（TD/T 1066），据2023年接入实现',
    witnesses,
    from: '2021-01-01',
    entries: [...earlier.entries, ...entriesOf(rows)],
  };
}

/** A table that implementations share but no national standard lists. */
export function inUse(code: string, title: string, rows: Rows): Dictionary {
  return {
    code,
    title,
    generation: 'in-use',
    source: '接入与地方实现中使用的代码，非国家标准',
    verified: false,
    witnesses: 1,
    from: '2015-01-01',
    entries: entriesOf(rows),
  };
}

function entriesOf(rows: Rows): DictionaryEntry[] {
  return rows.map(([code, name]) => ({ code, name }));
}
