import type { CatalogueTable } from '../catalogue.ts';

export const exchangeTables: readonly CatalogueTable[] = [
  {
    table: 'exchange.call',
    title: '部门调用日志',
    ground: 'exchange',
    government:
      'office id at peer operation direction message_no case_no attempt latency_ms outcome http_status request_id summary',
    personal: 'request_sealed answer_sealed',
  },
  {
    table: 'exchange.inbox',
    title: '收到的消息',
    ground: 'exchange',
    government: 'office peer message_no operation case_no body_digest received_at',
    personal: 'answer_sealed',
  },
  {
    table: 'exchange.message',
    title: '发出的消息',
    ground: 'exchange',
    government:
      'office id sequence peer operation message_no case_no payload_digest summary status attempts next_attempt_at claimed_until claim created_at delivered_at last_reason',
    personal: 'payload_sealed answer_sealed',
  },
  {
    table: 'exchange.nonce',
    title: '防重放随机数',
    ground: 'operation',
    operational: 'office peer nonce seen_at',
    exported: false,
  },
  {
    table: 'exchange.peer_state',
    title: '部门接口状态',
    ground: 'operation',
    operational: 'peer state failures openings until version changed_at',
    exported: false,
  },
];
