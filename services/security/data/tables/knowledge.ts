import type { CatalogueTable } from '../catalogue.ts';

const content =
  'office id version kind title body law article verified businesses rules registration_types right_types state changed_at';

export const knowledgeTables: readonly CatalogueTable[] = [
  {
    table: 'knowledge.entry',
    title: '知识条目',
    ground: 'management',
    government: content,
    personal: 'changed_by changed_by_name',
    operational: 'source search',
  },
  {
    table: 'knowledge.entry_version',
    title: '知识条目的历次版本',
    ground: 'management',
    government: `${content} reason`,
    personal: 'changed_by changed_by_name',
  },
];
