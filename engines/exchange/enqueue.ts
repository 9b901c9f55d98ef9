import type { Transaction } from '@hengchan/platform';
import { sm3 } from '@hengchan/standards/crypto';
import { outgoingOperation } from './call.ts';
import { assertFits } from './check.ts';
import { type Exchange, type OutgoingName, type RequestTo, type ServiceCode, tables } from './exchange.ts';
import { summarize } from './summary.ts';

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
  const { office, peer, operation, messageNo, payload, caseNo } = message;
  const definition = outgoingOperation(exchange, peer, operation);
  assertFits(definition.request, payload, `${peer}/${operation}`);
  if (!/^[\x21-\x7e]{1,64}$/.test(messageNo)) throw new TypeError(`${messageNo} cannot be a message number`);
  const { clock, ids, cipher } = exchange.platform;
  const now = clock.now();
  const text = JSON.stringify(payload);
  const digest = sm3(`${peer}/${operation}\n${text}`);
  const inserted = await tables(trx)
    .insertInto('exchange.message')
    .values({
      office,
      id: ids.uuid(),
      peer,
      operation,
      message_no: messageNo,
      case_no: caseNo ?? null,
      payload_sealed: cipher.seal(text),
      payload_digest: digest,
      summary: summarize(payload),
      status: 'pending',
      attempts: 0,
      next_attempt_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['office', 'peer', 'message_no']).doNothing())
    .executeTakeFirst();
  if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) {
    exchange.platform.events.publishAfter(trx, { name: 'exchange.queued', office });
    return;
  }
  const known = await tables(trx)
    .selectFrom('exchange.message')
    .select('payload_digest')
    .where('office', '=', office)
    .where('peer', '=', peer)
    .where('message_no', '=', messageNo)
    .executeTakeFirstOrThrow();
  if (known.payload_digest !== digest)
    throw new Error(`message number ${messageNo} to ${peer} was used for something else`);
}
