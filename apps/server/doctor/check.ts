/** What a check found. `fail`: the product does not work, or something may be lost; `warn`: it will, if nothing is done. */
export interface Check {
  what: string;
  state: 'ok' | 'warn' | 'fail';
  found: string;
  /** What to do about it. */
  advice?: string;
}

export const fine = (what: string, found: string): Check => ({ what, state: 'ok', found });

export const wanting = (state: 'warn' | 'fail', what: string, found: string, advice: string): Check => ({
  what,
  state,
  found,
  advice,
});
