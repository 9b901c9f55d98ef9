import type { Transaction } from '@hengchan/platform';
import { sm3 } from '@hengchan/standards/crypto';
import type { Insertable } from 'kysely';
import { outgoingOperation } from './call.ts';
import { assertFits } from './check.ts';
import { type Exchange, type OutgoingName, type RequestTo, type ServiceCode, tables } from './exchange.ts';
import { summarize } from './summary.ts';
import type { MessageTable } from './tables.ts';

export interface OutboxMessage<Code extends ServiceCode, Name extends OutgoingName<Code>> {
  office: string;
  peer: Code;
  operation: Name;
  /** The same number for the same fact, so that saying it twice says it once. At most 64 visible ASCII characters. */
  messageNo: string;
  payload: RequestTo<Code, Name>;
  caseNo?: string;
}

/**
 * Puts a message in the outbox, in the caller's transaction: it exists exactly when the change it tells of does.
 * The same number with the same payload is kept once; with another payload it throws.
 * Messages of one case to one department are delivered in the order they were put in.
 */
export async function enqueue<Code extends ServiceCode, Name extends OutgoingName<Code>>(
  exchange: Exchange,
  trx: Transaction,
  message: OutboxMessage<Code, Name>,
): Promise<void> {
  await enqueueAll(exchange, trx, [message]);
}

/** The same for several messages at once, in their order. */
export async function enqueueAll<Code extends ServiceCode, Name extends OutgoingName<Code>>(
  exchange: Exchange,
  trx: Transaction,
  messages: readonly OutboxMessage<Code, Name>[],
): Promise<void> {
  await insertMessages(
    exchange,
    trx,
    messages.map((message) => rowOf(exchange, message)),
  );
}

function rowOf<Code extends ServiceCode, Name extends OutgoingName<Code>>(
  exchange: Exchange,
  { office, peer, operation, messageNo, payload, caseNo }: OutboxMessage<Code, Name>,
) {
  const definition = outgoingOperation(exchange, peer, operation);
  assertFits(definition.request, payload, `${peer}/${operation}`);
  if (!/^[\x21-\x7e]{1,64}$/.test(messageNo)) throw new TypeError(`${messageNo} cannot be a message number`);
  const { clock, ids, cipher } = exchange.platform;
  const now = clock.now();
  const text = JSON.stringify(payload);
  return {
    office,
    id: ids.uuid(),
    peer,
    operation,
    message_no: messageNo,
    case_no: caseNo ?? null,
    payload_sealed: cipher.seal(text),
    payload_digest: sm3(`${peer}/${operation}\n${text}`),
    summary: summarize(payload),
    status: 'pending' as const,
    attempts: 0,
    next_attempt_at: now,
    created_at: now,
  };
}

async function insertMessages(
  exchange: Exchange,
  trx: Transaction,
  rows: readonly Insertable<MessageTable>[],
): Promise<void> {
  if (rows.length === 0) return;
  const inserted = await tables(trx)
    .insertInto('exchange.message')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['office', 'peer', 'message_no']).doNothing())
    .returning('id')
    .execute();
  const isNew = new Set(inserted.map(({ id }) => id));
  const offices = new Set(rows.filter(({ id }) => isNew.has(id)).map(({ office }) => office));
  for (const office of offices)
    exchange.platform.events.publishAfter(trx, { name: 'exchange.queued', office });
  for (const row of rows) if (!isNew.has(row.id)) await requireSame(trx, row);
}

async function requireSame(
  trx: Transaction,
  { office, peer, message_no, payload_digest }: Insertable<MessageTable>,
): Promise<void> {
  const known = await tables(trx)
    .selectFrom('exchange.message')
    .select('payload_digest')
    .where('office', '=', office)
    .where('peer', '=', peer)
    .where('message_no', '=', message_no)
    .executeTakeFirstOrThrow();
  if (known.payload_digest !== payload_digest)
    throw new Error(`message number ${message_no} to ${peer} was used for something else`);
}
