import type { Insertable } from 'kysely';
import { type Attempt, attempt } from './attempt.ts';
import { admit, afterFailure, afterSuccess, type Circuit } from './circuit.ts';
import type { Exchange } from './exchange.ts';
import { unavailable } from './outcome.ts';
import type { OperationDefinition } from './service.ts';
import { readCircuit, writeCircuit } from './store.ts';
import type { CallTable } from './tables.ts';

export interface Outgoing {
  office: string;
  peer: string;
  name: string;
  operation: OperationDefinition;
  messageNo: string;
  caseNo: string | undefined;
  body: string;
  /** The body as the outbox keeps it, where it comes from there. */
  bodySealed?: string;
  summary: string;
  attempt: number;
}

/** An attempt, and the line of the ledger that tells of it: the caller writes it, perhaps together with what came of the answer. */
export interface Reached extends Attempt {
  call: Insertable<CallTable>;
}

/** One attempt with everything around it: address, circuit, ledger. The only way out of the product to another department. */
export async function reach(exchange: Exchange, outgoing: Outgoing): Promise<Reached> {
  const made = await guarded(exchange, outgoing);
  const { platform } = exchange;
  const { outcome } = made;
  const call = {
    office: outgoing.office,
    id: platform.ids.uuid(),
    at: platform.clock.now(),
    peer: outgoing.peer,
    operation: outgoing.name,
    direction: 'outgoing' as const,
    message_no: outgoing.messageNo,
    case_no: outgoing.caseNo ?? null,
    attempt: outgoing.attempt,
    latency_ms: made.latencyMs,
    outcome: outcome.outcome === 'answered' ? 'answered' : outcome.reason,
    http_status: made.status ?? null,
    request_id: made.nonce,
    summary: outgoing.summary,
    request_sealed: outgoing.bodySealed ?? platform.cipher.seal(outgoing.body),
    answer_sealed: made.answerText === undefined ? null : platform.cipher.seal(made.answerText),
  };
  return { ...made, call };
}

async function guarded(exchange: Exchange, outgoing: Outgoing): Promise<Attempt> {
  const peer = exchange.peers.find(outgoing.peer);
  if (!peer) return notMade('not-configured');
  const before = (await isWell(exchange, outgoing.peer))
    ? { admitted: true, healthy: true }
    : await settle(exchange, outgoing.peer, (circuit, now) => {
        const { admitted, next } = admit(circuit, now, exchange.circuit);
        return { next, result: { admitted, healthy: afterSuccess(circuit) === circuit } };
      });
  if (!before?.admitted) return notMade('circuit-open');
  const { name, messageNo, body } = outgoing;
  const made = await attempt(exchange, peer, outgoing.operation, { name, messageNo, body });
  const alive = made.outcome.outcome === 'answered' || made.outcome.reason === 'refused';
  // A peer that was well and still is: nothing to remember, so nothing to read again.
  if (alive && before.healthy) return made;
  exchange.well.delete(outgoing.peer);
  await settle(exchange, outgoing.peer, (circuit, now) => ({
    next: alive ? afterSuccess(circuit) : afterFailure(circuit, now, exchange.circuit),
    result: true,
  }));
  return made;
}

function notMade(reason: 'not-configured' | 'circuit-open'): Attempt {
  return { outcome: unavailable(reason), status: undefined, latencyMs: 0, nonce: '', answerText: undefined };
}

/** How long a peer that was well is believed to be: what another server learns of it meanwhile costs a call in vain. */
const wellMs = 1_000;

async function isWell(exchange: Exchange, peer: string): Promise<boolean> {
  const now = exchange.platform.clock.now().getTime();
  const until = exchange.well.get(peer) ?? 0;
  if (now < until && until <= now + wellMs) return true;
  const { circuit } = await readCircuit(exchange.platform.database, peer);
  const well = afterSuccess(circuit) === circuit;
  if (well) exchange.well.set(peer, now + wellMs);
  else exchange.well.delete(peer);
  return well;
}

const rounds = 5;

/** Applies one step of the circuit, again when another server stepped in between; writes only what changed. */
async function settle<Result>(
  exchange: Exchange,
  peer: string,
  step: (circuit: Circuit, now: Date) => { next: Circuit; result: Result },
): Promise<Result | undefined> {
  const { database, clock } = exchange.platform;
  let result: Result | undefined;
  for (let round = 0; round < rounds; round++) {
    const { circuit, version } = await readCircuit(database, peer);
    const now = clock.now();
    const stepped = step(circuit, now);
    result = stepped.result;
    if (stepped.next === circuit) return result;
    if (await writeCircuit(database, peer, stepped.next, version, now)) return result;
  }
  // So much company at this peer means others keep its state; ours is one count among many.
  return result;
}
