import type { Filters } from '../../list/filters.ts';
import type { List } from '../../list/use-list.ts';

/** What is practised and where, as the address says it. */
export const practiceFilters = {
  q: { kind: 'search', label: '找一项业务', hint: '名称、代码或说法，例如“继承”“地役权”“遗失”。' },
  business: { kind: 'own', label: '业务' },
  office: { kind: 'own', label: '登记机构' },
  channel: { kind: 'own', label: '办理渠道' },
} satisfies Filters;

export type PracticeList = List<keyof typeof practiceFilters>;
