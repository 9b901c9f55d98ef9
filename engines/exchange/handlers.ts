import type { Transaction } from '@hengchan/platform';
import type {
  AbandonedMessage,
  AnswerTo,
  Exchange,
  IncomingName,
  OutgoingName,
  RequestTo,
  ServiceCode,
  SettledMessage,
} from './exchange.ts';

/** What a handler returns for a message that asks for nothing but to be kept. */
export const received = { received: true } as const;

/**
 * Says what an incoming message does. The handler runs in the transaction that also keeps the message number,
 * so its effect happens once however often the department repeats itself. It must not call other systems.
 * A Problem it throws becomes the (signed) answer and leaves no trace, so the department may try again.
 */
export function onIncoming<Code extends ServiceCode, Name extends IncomingName<Code>>(
  exchange: Exchange,
  peer: Code,
  operation: Name,
  handler: (
    trx: Transaction,
    payload: RequestTo<Code, Name>,
    from: { peer: string; messageNo: string },
  ) => Promise<AnswerTo<Code, Name>>,
): void {
  set(exchange.incoming, `${peer}/${operation}`, handler);
}

/** Called in the transaction that marks a message of the outbox as delivered, with the answer; may run again after a crash before that commit. */
export function onDelivered<Code extends ServiceCode, Name extends OutgoingName<Code>>(
  exchange: Exchange,
  peer: Code,
  operation: Name,
  handler: (
    trx: Transaction,
    message: SettledMessage<RequestTo<Code, Name>, AnswerTo<Code, Name>>,
  ) => Promise<void>,
): void {
  set(exchange.delivered, `${peer}/${operation}`, handler);
}

/** Called when a message is given up: refused by the department, or out of attempts. */
export function onAbandoned<Code extends ServiceCode, Name extends OutgoingName<Code>>(
  exchange: Exchange,
  peer: Code,
  operation: Name,
  handler: (trx: Transaction, message: AbandonedMessage<RequestTo<Code, Name>>) => Promise<void>,
): void {
  set(exchange.abandoned, `${peer}/${operation}`, handler);
}

/** The payload was checked against the operation's schema before any handler sees it, which is what makes the narrowing sound. */
function set<Handler>(handlers: Map<string, Handler>, key: string, handler: unknown): void {
  if (handlers.has(key)) throw new Error(`${key} is handled twice`);
  handlers.set(key, handler as Handler);
}
