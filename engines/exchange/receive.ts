import { Problem, platformErrors, type Transaction, transact } from '@hengchan/platform';
import { sm3 } from '@hengchan/standards/crypto';
import type { Insertable } from 'kysely';
import { assertFits, faultsOf } from './check.ts';
import { type Envelope, isTimely, readEnvelope, signEnvelope, verifyEnvelope } from './envelope.ts';
import { errors } from './errors.ts';
import { type Exchange, tables } from './exchange.ts';
import type { OperationDefinition } from './service.ts';
import { writeAnswered, writeArrival, writeCall } from './store.ts';
import { summarize } from './summary.ts';
import type { CallTable } from './tables.ts';

export type IncomingHeaders = Record<string, string | string[] | undefined>;
type Handler = NonNullable<ReturnType<Exchange['incoming']['get']>>;

export interface SignedAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Verified {
  envelope: Envelope & { signature: string };
  operation: OperationDefinition;
  payload: { office: string; caseNo?: string };
}

interface Taken {
  /** Our answer as text. */
  body: string;
  repeated: boolean;
}

/** The path a department signs and calls; kept here so that a proxy in front cannot change what was signed. */
export function incomingPath(peer: string, operation: string): string {
  return `/api/exchange/${peer}/${operation}`;
}

/**
 * Takes a message from another department: verifies signature, time and nonce, checks the content, and runs the handler in the
 * one transaction that also keeps the message number. The same message again gets the first answer and has no second effect.
 * Always resolves with an answer, signed by us; refusals are problem+json. `handler` defaults to the one given to `onIncoming`.
 */
export async function receive(
  exchange: Exchange,
  peer: string,
  operation: string,
  headers: IncomingHeaders,
  rawBody: Uint8Array,
  handler: Handler | undefined = exchange.incoming.get(`${peer}/${operation}`),
): Promise<SignedAnswer> {
  const started = exchange.platform.clock.now();
  const path = incomingPath(peer, operation);
  const request = { message: '-', nonce: '-', ...readEnvelope(headers) };
  let verified: Verified | undefined;
  let status = 200;
  let outcome: string;
  let body: string;
  try {
    verified = verify(exchange, peer, operation, path, headers, rawBody);
    body = await take(exchange, peer, operation, verified, { rawBody, started }, handler);
    return sign(exchange, path, request, status, body);
  } catch (error) {
    const problem = error instanceof Problem ? error : platformErrors.INTERNAL();
    if (problem !== error) exchange.platform.log.error({ error, peer, operation }, 'incoming message failed');
    ({ status, code: outcome } = problem);
    body = JSON.stringify(problem);
  }
  if (verified)
    await exchange.record.call(
      callOf(exchange, peer, operation, verified, { rawBody, body, status, outcome, started }),
    );
  return sign(exchange, path, request, status, body);
}

function verify(
  exchange: Exchange,
  peer: string,
  operation: string,
  path: string,
  headers: IncomingHeaders,
  rawBody: Uint8Array,
): Verified {
  const envelope = readEnvelope(headers);
  if (!envelope) throw errors.ENVELOPE_INCOMPLETE();
  const known = exchange.peers.find(peer);
  if (!known || envelope.peer !== peer) throw errors.UNKNOWN_PEER();
  // The signature first: a stranger learns nothing about our clock or our operations.
  if (!verifyEnvelope('POST', path, envelope, rawBody, known.publicKey)) throw errors.BAD_SIGNATURE();
  if (!isTimely(envelope.time, exchange.platform.clock.now())) throw errors.CLOCK_SKEW();
  const definition = exchange.services.get(peer)?.operations[operation];
  if (definition?.direction !== 'incoming') throw errors.UNKNOWN_OPERATION();
  const payload = parse(rawBody);
  const faults = faultsOf(definition.request, payload);
  if (faults.length > 0) throw errors.BAD_MESSAGE({ errors: faults });
  return { envelope, operation: definition, payload: payload as Verified['payload'] };
}

function parse(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    throw errors.BAD_MESSAGE({ detail: '报文体不是 UTF-8 编码的 JSON。' });
  }
}

/** What the message does, the answer to it and the line of the ledger that tells of both, in one transaction; the answer as text. */
async function take(
  exchange: Exchange,
  peer: string,
  operation: string,
  verified: Verified,
  seen: { rawBody: Uint8Array; started: Date },
  handler: Handler | undefined,
): Promise<string> {
  const { payload } = verified;
  const { body, repeated } = await transact(exchange.platform, async (trx) => {
    const taken = await takeIn(exchange, trx, peer, operation, verified, seen.rawBody, handler);
    const outcome = taken.repeated ? 'repeated' : 'answered';
    const call = callOf(exchange, peer, operation, verified, {
      ...seen,
      body: taken.body,
      status: 200,
      outcome,
    });
    await (taken.repeated ? writeCall(trx, call) : writeAnswered(trx, call));
    return taken;
  });
  if (!repeated)
    exchange.platform.events.publish({
      name: 'exchange.received',
      office: payload.office,
      ...(payload.caseNo ? { subject: payload.caseNo } : {}),
    });
  return body;
}

async function takeIn(
  exchange: Exchange,
  trx: Transaction,
  peer: string,
  operation: string,
  { envelope, operation: definition, payload }: Verified,
  rawBody: Uint8Array,
  handler: Handler | undefined,
): Promise<Taken> {
  if (!handler) throw errors.NOT_HANDLED();
  const { clock, cipher } = exchange.platform;
  const digest = sm3(Buffer.concat([Buffer.from(`${operation}\n`), rawBody]));
  const now = clock.now();
  const { office } = payload;
  const arrival = {
    office,
    peer,
    message_no: envelope.message,
    operation,
    case_no: payload.caseNo ?? null,
    body_digest: digest,
    received_at: now,
  };
  const isNew = await writeArrival(trx, arrival, envelope.nonce);
  if (!isNew.nonce) throw errors.NONCE_REUSED();
  if (!isNew.message) {
    const known = await tables(trx)
      .selectFrom('exchange.inbox')
      .select(['body_digest', 'answer_sealed'])
      .where('office', '=', office)
      .where('peer', '=', peer)
      .where('message_no', '=', envelope.message)
      .executeTakeFirstOrThrow();
    if (known.body_digest !== digest) throw errors.MESSAGE_NUMBER_REUSED();
    return { body: cipher.open(known.answer_sealed ?? ''), repeated: true };
  }
  const answer = await handler(trx, payload, { peer, messageNo: envelope.message });
  assertFits(definition.answer, answer, `answer to ${peer}/${operation}`);
  return { body: JSON.stringify(answer), repeated: false };
}

function callOf(
  { platform }: Exchange,
  peer: string,
  operation: string,
  { envelope, payload }: Verified,
  seen: { rawBody: Uint8Array; body: string; status: number; outcome: string; started: Date },
): Insertable<CallTable> {
  const { ids, clock, cipher } = platform;
  return {
    office: payload.office,
    id: ids.uuid(),
    at: clock.now(),
    peer,
    operation,
    direction: 'incoming',
    message_no: envelope.message,
    case_no: payload.caseNo ?? null,
    attempt: 1,
    latency_ms: Math.max(0, clock.now().getTime() - seen.started.getTime()),
    outcome: seen.outcome,
    http_status: seen.status,
    request_id: envelope.nonce,
    summary: summarize(payload),
    request_sealed: cipher.seal(Buffer.from(seen.rawBody).toString('utf8')),
    answer_sealed: cipher.seal(seen.body),
  };
}

function sign(
  exchange: Exchange,
  path: string,
  request: { message: string; nonce: string },
  status: number,
  body: string,
): SignedAnswer {
  const envelope = {
    peer: exchange.own.code,
    message: request.message,
    time: exchange.platform.clock.now().toISOString(),
    nonce: request.nonce,
  };
  const type = status === 200 ? 'application/json' : 'application/problem+json';
  const headers = signEnvelope(`ANSWER ${status}`, path, envelope, Buffer.from(body, 'utf8'), exchange.own);
  return { status, body, headers: { 'content-type': `${type}; charset=utf-8`, ...headers } };
}
