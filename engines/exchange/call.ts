import { assertFits } from './check.ts';
import type { AnswerTo, Exchange, OutgoingName, RequestTo, ServiceCode } from './exchange.ts';
import { type CallOutcome, isWorthRetrying } from './outcome.ts';
import { reach } from './reach.ts';
import type { AnswerOf, OperationDefinition, RequestOf, ServiceDefinition } from './service.ts';
import { summarize } from './summary.ts';

export interface CallContext {
  office: string;
  caseNo?: string;
  /** Give one when the same question may be asked again after a crash; the peer then answers it once. */
  messageNo?: string;
}

/**
 * Asks a department something and waits for the signed answer. Never inside a database transaction.
 * Trouble with the peer is an outcome, never an exception: anything but `answered` means 未核验, not passed.
 * Throws TypeError when the payload does not fit the protocol, for that is our own fault.
 * Rows REG-ACC-02, REG-ACC-06, ONL-CLR-02.
 */
export function callService<Code extends ServiceCode, Name extends OutgoingName<Code>>(
  exchange: Exchange,
  peer: Code,
  operation: Name,
  payload: RequestTo<Code, Name>,
  context: CallContext,
): Promise<CallOutcome<AnswerTo<Code, Name>>> {
  return call(exchange, peer, operation, payload, context) as Promise<CallOutcome<AnswerTo<Code, Name>>>;
}

/** The same for a service that another room defined and gave to `createExchange`. */
export function callDefined<
  Definition extends ServiceDefinition,
  Name extends keyof Definition['operations'] & string,
>(
  exchange: Exchange,
  service: Definition,
  operation: Name,
  payload: RequestOf<Definition['operations'][Name]>,
  context: CallContext,
): Promise<CallOutcome<AnswerOf<Definition['operations'][Name]>>> {
  return call(exchange, service.code, operation, payload, context) as Promise<
    CallOutcome<AnswerOf<Definition['operations'][Name]>>
  >;
}

async function call(
  exchange: Exchange,
  peer: string,
  name: string,
  payload: unknown,
  context: CallContext,
): Promise<CallOutcome<unknown>> {
  const operation = outgoingOperation(exchange, peer, name);
  assertFits(operation.request, payload, `${peer}/${name}`);
  const outgoing = {
    office: context.office,
    peer,
    name,
    operation,
    messageNo: context.messageNo ?? exchange.platform.ids.uuid(),
    caseNo: context.caseNo,
    body: JSON.stringify(payload),
    summary: summarize(payload),
  };
  for (let attempt = 1; ; attempt++) {
    const { outcome, call: line } = await reach(exchange, { ...outgoing, attempt });
    await exchange.record.call(line);
    const finished =
      outcome.outcome === 'answered' || !isWorthRetrying(outcome.reason) || attempt >= operation.attempts;
    if (finished) return outcome;
    await exchange.pause(200 * attempt + exchange.platform.random.integer(0, 100));
  }
}

/** The operation, or an error that names what was asked for: a typing slip, not trouble of the peer. */
export function outgoingOperation(exchange: Exchange, peer: string, name: string): OperationDefinition {
  const operation = exchange.services.get(peer)?.operations[name];
  if (operation?.direction !== 'outgoing')
    throw new TypeError(`there is no outgoing operation ${peer}/${name}`);
  return operation;
}
