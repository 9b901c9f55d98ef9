import type { EntryView } from './api.ts';

export const kindWords: Record<EntryView['kind'], string> = { law: '法规', rule: '规则说明', case: '案例' };

/** Law and article as a citation; undefined for what rests on none. */
export function citationOf(entry: { law?: string; article?: string; verified: boolean }) {
  if (entry.law === undefined) return undefined;
  return {
    law: entry.law,
    ...(entry.article === undefined ? {} : { article: entry.article }),
    verified: entry.verified,
  };
}
