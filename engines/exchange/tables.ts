import type { ColumnType, GeneratedAlways } from 'kysely';

export type MessageStatus = 'pending' | 'failed' | 'delivered' | 'dead';

export interface MessageTable {
  office: string;
  id: string;
  sequence: GeneratedAlways<number>;
  peer: string;
  operation: string;
  message_no: string;
  case_no: string | null;
  payload_sealed: string;
  payload_digest: string;
  summary: string;
  status: MessageStatus;
  attempts: number;
  next_attempt_at: Date;
  claimed_until: Date | null;
  claim: string | null;
  created_at: Date;
  delivered_at: Date | null;
  last_reason: string | null;
  answer_sealed: string | null;
}

export interface CallTable {
  office: string;
  id: string;
  at: ColumnType<Date, Date, never>;
  peer: string;
  operation: string;
  direction: 'outgoing' | 'incoming';
  message_no: string;
  case_no: string | null;
  attempt: number;
  latency_ms: number;
  outcome: string;
  http_status: number | null;
  request_id: string;
  summary: string;
  request_sealed: string | null;
  answer_sealed: string | null;
}

export interface InboxTable {
  office: string;
  peer: string;
  message_no: string;
  operation: string;
  case_no: string | null;
  body_digest: string;
  received_at: Date;
  answer_sealed: string | null;
}

export interface NonceTable {
  office: string;
  peer: string;
  nonce: string;
  seen_at: Date;
}

export interface PeerStateTable {
  peer: string;
  state: 'closed' | 'open' | 'half-open';
  failures: number;
  openings: number;
  until: Date | null;
  version: number;
  changed_at: Date;
}

/** An alias, not an interface: only aliases fit `withTables`. */
export type ExchangeTables = {
  'exchange.message': MessageTable;
  'exchange.call': CallTable;
  'exchange.inbox': InboxTable;
  'exchange.nonce': NonceTable;
  'exchange.peer_state': PeerStateTable;
};
