import type { CatalogueTable } from '../catalogue.ts';

export const evidenceTables: readonly CatalogueTable[] = [
  {
    table: 'evidence.checkpoint',
    title: '存证检查点',
    ground: 'evidence',
    operational: 'office size root note signed_at',
  },
  {
    table: 'evidence.leaf',
    title: '存证内容',
    ground: 'evidence',
    personal: 'data',
    operational: 'office id kind subject',
  },
  {
    table: 'evidence.log',
    title: '存证日志',
    ground: 'evidence',
    operational: 'office hash size',
  },
  {
    table: 'evidence.node',
    title: '存证树节点',
    ground: 'evidence',
    operational: 'office level node_index hash',
  },
  {
    table: 'evidence.pending',
    title: '待编入存证',
    ground: 'operation',
    operational: 'office arrived leaf_id',
    exported: false,
  },
  {
    table: 'evidence.position',
    title: '存证位置',
    ground: 'evidence',
    operational: 'office leaf_index leaf_id leaf_hash',
  },
];
