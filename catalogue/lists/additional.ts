import type { BusinessDefinition } from '@hengchan/casework';
import { unitMerger, unitSplit } from '../families/division.ts';

const everyone = ['person', 'company', 'developer', 'counter'] as const;

/** Businesses the law knows and the province's lists do not name: this platform offers them too. */
export const additionalList: readonly BusinessDefinition[] = [
  unitSplit({ code: 'unit-split', name: '不动产分割变更登记', entrances: everyone }),
  unitMerger({ code: 'unit-merger', name: '不动产合并变更登记', entrances: everyone }),
];
