import { faultsOf } from './check.ts';
import type { Peer } from './directory.ts';
import { isTimely, readEnvelope, signEnvelope, verifyEnvelope } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { type CallOutcome, type PeerRefusal, type UnavailableReason, unavailable } from './outcome.ts';
import type { OperationDefinition } from './service.ts';

export interface Attempt {
  outcome: CallOutcome<unknown>;
  status: number | undefined;
  latencyMs: number;
  nonce: string;
  answerText: string | undefined;
}

/** Sends one signed request and judges what came back. Never throws for anything the peer or the network does. */
export async function attempt(
  exchange: Exchange,
  peer: Peer,
  operation: OperationDefinition,
  request: { name: string; messageNo: string; body: string },
): Promise<Attempt> {
  const { clock, ids, http } = exchange.platform;
  const url = `${peer.url.replace(/\/$/, '')}/${peer.code}/${request.name}`;
  const path = new URL(url).pathname;
  const body = Buffer.from(request.body, 'utf8');
  const nonce = ids.token(18);
  const started = clock.now();
  const envelope = {
    peer: exchange.own.code,
    message: request.messageNo,
    time: started.toISOString(),
    nonce,
  };
  const headers = {
    'content-type': 'application/json',
    ...signEnvelope('POST', path, envelope, body, exchange.own),
  };
  const finish = (outcome: CallOutcome<unknown>, status?: number, answerText?: string): Attempt => ({
    outcome,
    status,
    answerText,
    nonce,
    latencyMs: Math.max(0, clock.now().getTime() - started.getTime()),
  });
  let answer: Awaited<ReturnType<typeof http.request>>;
  try {
    answer = await http.request({ url, method: 'POST', headers, body, timeoutMs: operation.timeoutMs });
  } catch (error) {
    return finish(unavailable(isTimeout(error) ? 'timeout' : 'unreachable'));
  }
  const { status } = answer;
  const returned = readEnvelope(answer.headers);
  const genuine =
    returned !== undefined &&
    returned.peer === peer.code &&
    returned.message === request.messageNo &&
    returned.nonce === nonce &&
    verifyEnvelope(`ANSWER ${status}`, path, returned, answer.body, peer.publicKey);
  // A gateway in between cannot sign; its 5xx says only that nobody answered.
  if (!genuine) return finish(unavailable(status >= 500 ? 'server-error' : 'bad-signature'), status);
  if (!isTimely(returned.time, clock.now())) return finish(unavailable('clock-skew'), status);
  const text = Buffer.from(answer.body).toString('utf8');
  return finish(judge(operation, status, text), status, text);
}

function judge(operation: OperationDefinition, status: number, text: string): CallOutcome<unknown> {
  const data = parse(text);
  if (status === 200) {
    return data !== undefined && faultsOf(operation.answer, data).length === 0
      ? { outcome: 'answered', data }
      : unavailable('bad-answer');
  }
  const reason = reasonOf(status);
  return reason === 'refused' ? unavailable(reason, refusalOf(status, data)) : unavailable(reason);
}

function reasonOf(status: number): UnavailableReason {
  if (status >= 500 || status === 429) return 'server-error';
  return status >= 400 ? 'refused' : 'bad-answer';
}

function refusalOf(status: number, data: unknown): PeerRefusal {
  const { code, title } = (data ?? {}) as { code?: unknown; title?: unknown };
  return {
    status,
    code: typeof code === 'string' ? code.slice(0, 64) : 'UNKNOWN',
    title: typeof title === 'string' ? title.slice(0, 200) : '未说明原因',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}
