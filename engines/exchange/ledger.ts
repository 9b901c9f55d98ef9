import { errors } from './errors.ts';
import { type Exchange, tables } from './exchange.ts';
import type { MessageStatus } from './tables.ts';

/** Filters of the exchange ledger (交换台账). Pages go back in time: pass the `id` of the last line as `before`. */
export interface LedgerFilter {
  office?: string;
  peer?: string;
  caseNo?: string;
  before?: string;
  limit?: number;
}

const largestPage = 200;

/** Messages of the outbox, newest first, without payloads. Row EX-GEN-02. */
export function findMessages(exchange: Exchange, filter: LedgerFilter & { status?: MessageStatus } = {}) {
  let query = tables(exchange.platform.database)
    .selectFrom('exchange.message')
    .select([
      'office',
      'id',
      'peer',
      'operation',
      'message_no',
      'case_no',
      'summary',
      'status',
      'attempts',
      'next_attempt_at',
    ])
    .select(['created_at', 'delivered_at', 'last_reason'])
    .orderBy('id', 'desc')
    .limit(pageOf(filter));
  if (filter.office) query = query.where('office', '=', filter.office);
  if (filter.peer) query = query.where('peer', '=', filter.peer);
  if (filter.caseNo) query = query.where('case_no', '=', filter.caseNo);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.before) query = query.where('id', '<', filter.before);
  return query.execute();
}

/** The call log, newest first, without payloads. */
export function findCalls(exchange: Exchange, filter: LedgerFilter & { outcome?: string } = {}) {
  let query = tables(exchange.platform.database)
    .selectFrom('exchange.call')
    .select([
      'office',
      'id',
      'at',
      'peer',
      'operation',
      'direction',
      'message_no',
      'case_no',
      'attempt',
      'latency_ms',
    ])
    .select(['outcome', 'http_status', 'request_id', 'summary'])
    .orderBy('id', 'desc')
    .limit(pageOf(filter));
  if (filter.office) query = query.where('office', '=', filter.office);
  if (filter.peer) query = query.where('peer', '=', filter.peer);
  if (filter.caseNo) query = query.where('case_no', '=', filter.caseNo);
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.before) query = query.where('id', '<', filter.before);
  return query.execute();
}

/** What was sent and answered in one call: personal data, so the caller asks for permission and records the look first. */
export async function openCall(
  exchange: Exchange,
  office: string,
  id: string,
): Promise<{ request: string | undefined; answer: string | undefined }> {
  const call = await tables(exchange.platform.database)
    .selectFrom('exchange.call')
    .select(['request_sealed', 'answer_sealed'])
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!call) throw errors.MESSAGE_NOT_FOUND();
  const open = (sealed: string | null) =>
    sealed === null ? undefined : exchange.platform.cipher.open(sealed);
  return { request: open(call.request_sealed), answer: open(call.answer_sealed) };
}

/** Sends a message that was given up once more, under its own number, so that the department takes it once. Row EX-GEN-02. */
export async function redeliver(exchange: Exchange, office: string, id: string): Promise<void> {
  const updated = await tables(exchange.platform.database)
    .updateTable('exchange.message')
    .set({ status: 'failed', attempts: 0, next_attempt_at: exchange.platform.clock.now() })
    .where('office', '=', office)
    .where('id', '=', id)
    .where('status', '=', 'dead')
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw errors.MESSAGE_NOT_REPEATABLE();
}

function pageOf({ limit = 50 }: LedgerFilter): number {
  return Math.min(Math.max(limit, 1), largestPage);
}
