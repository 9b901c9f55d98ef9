import type { HttpClient, Logger } from '@hengchan/platform';
import type { Addresses } from './addresses.ts';
import type { Faults } from './faults.ts';
import type { QueuedCall, Store } from './store.ts';
import type { Timepiece } from './timepiece.ts';
import { isBy, type Keys, seal, stampOf } from './wire.ts';

export interface Caller {
  /** Queues a call; inside the department's transaction it goes the way of the transaction. */
  add(call: {
    peer: string;
    operation: string;
    message: string;
    payload: object;
    ordering: string;
    delayMs?: number;
  }): void;
  /** Looks for work now: what an earlier run left. Work that is added is looked for by itself, after its transaction. */
  wake(): void;
  stop(): Promise<void>;
}

export interface CallerParts {
  code: string;
  store: Store;
  keys: Keys;
  addresses: Addresses;
  faults: Faults;
  timepiece: Timepiece;
  http: HttpClient;
  log: Logger;
  token(): string;
  callbackBase(): string | undefined;
}

const timeoutMs = 5_000;
const longestWaitMs = 4_000;

/** Makes a department's calls to others: in order, repeated with growing pauses until accepted, also across restarts. */
export function makeCaller(parts: CallerParts): Caller {
  const { store, timepiece } = parts;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let working: Promise<void> | undefined;

  const work = async () => {
    for (;;) {
      const calls = stopped ? [] : store.queue.due(timepiece.elapsed());
      if (calls.length === 0) return;
      for (const call of calls) if (!stopped) await makeOne(parts, call);
    }
  };
  const wake = () => {
    // Work in hand looks for more before it ends.
    if (stopped || working) return;
    clearTimeout(timer);
    working = work()
      .catch((error: unknown) => parts.log.error({ error, department: parts.code }, 'calling others failed'))
      .finally(() => {
        working = undefined;
        if (stopped) return;
        const next = store.queue.nextDue();
        if (next !== undefined)
          timer = setTimeout(wake, Math.max(5, Math.min(next - timepiece.elapsed(), 60_000)));
      });
  };
  return {
    add({ peer, operation, message, payload, ordering, delayMs = 0 }) {
      const fault = peer === 'hengchan' ? parts.faults.strikeCallback(operation) : undefined;
      const late =
        fault?.kind === 'late-callback' || fault?.kind === 'out-of-order' ? (fault.ms ?? 1_500) : 0;
      store.queue.add({
        peer,
        operation,
        message,
        body: JSON.stringify(payload),
        ordering,
        overtaken: fault?.kind === 'out-of-order' ? 1 : 0,
        copies: fault?.kind === 'duplicate-callback' ? 2 : 1,
        due: timepiece.elapsed() + delayMs + late,
      });
      // Transactions end in the turn they began in, so by then it is either written or undone.
      setImmediate(wake);
    },
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}

async function makeOne(parts: CallerParts, call: QueuedCall): Promise<void> {
  let result = await send(parts, call);
  // At once, now that the time is known: by the end of a pause the clock of a demonstration may have been moved again.
  if (result.corrected) result = await send(parts, call);
  for (let copy = 1; copy < call.copies && result.status === 'accepted'; copy++)
    result = await send(parts, call);
  const attempts = call.attempts + 1;
  const pause = Math.min(250 * 2 ** Math.min(attempts, 10), longestWaitMs);
  parts.store.queue.settle(call.id, {
    attempts,
    due: parts.timepiece.elapsed() + (result.status === 'waiting' ? pause : 0),
    status: result.status,
    answer: result.answer,
  });
}

interface Sent extends Pick<QueuedCall, 'status' | 'answer'> {
  /** It was refused for its time, and the answer set the department's clock. */
  corrected?: boolean;
}

async function send(parts: CallerParts, call: QueuedCall): Promise<Sent> {
  const target = parts.addresses.find(call.peer);
  const base = call.peer === 'hengchan' ? (parts.callbackBase() ?? target?.url) : target?.url;
  if (target === undefined || base === undefined)
    return { status: 'waiting', answer: `no address of ${call.peer}` };
  const tail =
    call.peer === 'hengchan'
      ? `api/exchange/${parts.code}/${call.operation}`
      : `${call.peer}/${call.operation}`;
  const url = `${base.replace(/\/$/, '')}/${tail}`;
  const path = `/${tail}`;
  const body = Buffer.from(call.body, 'utf8');
  const stamp = {
    peer: parts.code,
    message: call.message,
    time: parts.timepiece.now().toISOString(),
    nonce: parts.token(),
  };
  try {
    const headers = { 'content-type': 'application/json', ...seal('POST', path, stamp, body, parts.keys) };
    const answer = await parts.http.request({ url, method: 'POST', headers, body, timeoutMs });
    const text = Buffer.from(answer.body).toString('utf8');
    const returned = stampOf(answer.headers);
    const genuine =
      returned !== undefined &&
      returned.message === call.message &&
      returned.nonce === stamp.nonce &&
      isBy(target.publicKey, `ANSWER ${answer.status}`, path, returned, answer.body);
    if (!genuine) return { status: 'waiting', answer: `unsigned answer ${answer.status}` };
    const corrected = parts.timepiece.heard(returned.time);
    if (answer.status === 200) return { status: 'accepted', answer: text };
    if (text.includes('"CLOCK_SKEW"')) return { status: 'waiting', answer: text, corrected };
    const repeat = answer.status >= 500 || answer.status === 429;
    return { status: repeat ? 'waiting' : 'refused', answer: text };
  } catch (error) {
    return { status: 'waiting', answer: String(error) };
  }
}
