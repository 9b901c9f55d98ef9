import type { CatalogueTable } from '../catalogue.ts';

export const rulesTables: readonly CatalogueTable[] = [
  {
    table: 'rules.activation',
    title: '规则设置',
    ground: 'management',
    government: 'office rule business revision enabled parameters reason set_at',
    personal: 'set_by set_by_name',
  },
];
