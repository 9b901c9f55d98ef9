import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Exchange, incomingPath, receive } from '@hengchan/exchange';
import { departments } from '@hengchan/exchange/departments';
import type { Clock, HttpAnswer, HttpClient, HttpRequest, Random } from '@hengchan/platform';
import { type Sm2KeyPair, sm2KeyPair } from '@hengchan/standards/crypto';
import { makeBank } from './bank.ts';
import { type Desk, Refusal, type Work } from './desk.ts';
import { makeOffices } from './offices.ts';
import { makeTax } from './tax.ts';
import { seal, stampOf } from './wire.ts';

/** How a department takes one request. `slow`: it answers, and time has passed. `lost-answer`: it is done, and nobody hears of it. */
export type Mood =
  | 'well'
  | 'slow'
  | 'timeout'
  | 'unreachable'
  | 'error'
  | 'wrong-answer'
  | 'bad-signature'
  | 'lost-answer';

/** A message a department took in, once in effect however often it was sent. */
export interface Kept {
  peer: string;
  message: string;
  operation: string;
  body: string;
  answer: string;
  /** How often it was sent. */
  times: number;
}

export interface Callback {
  peer: string;
  operation: string;
  message: string;
  body: string;
  status: 'waiting' | 'accepted' | 'refused';
  answers: string[];
}

export interface HallOptions {
  clock: Clock;
  random: Random;
  /** A file in which messages taken in outlive the process. */
  journal?: string;
  /** What a slow department does before it answers. */
  dawdle?: () => Promise<unknown>;
}

const codes = Object.keys(departments);

/** All other departments in one process: no sockets, no clock and no chance of their own. */
export function makeHall(options: HallOptions) {
  const { clock, random, journal } = options;
  const keys = new Map(codes.map((code) => [code, sm2KeyPair(Buffer.from(code.padEnd(48, '.')))]));
  const kept = new Map<string, Kept>();
  const callbacks: Callback[] = [];
  const counters = new Map<string, number>();
  const conflicts: string[] = [];
  let mood = (_peer: string, _operation: string): Mood => 'well';

  const key = (peer: string): Sm2KeyPair => {
    const found = keys.get(peer);
    if (!found) throw new Error(`no department ${peer}`);
    return found;
  };
  const next = (series: string) => {
    const value = (counters.get(series) ?? 0) + 1;
    counters.set(series, value);
    return String(value).padStart(8, '0');
  };
  const desk: Desk = {
    now: () => clock.now(),
    random,
    next,
    key,
    callBack: (peer, operation, payload) =>
      callbacks.push({
        peer,
        operation,
        message: `${peer}-${next('callback')}`,
        body: JSON.stringify(payload),
        status: 'waiting',
        answers: [],
      }),
  };
  const tax = makeTax(desk);
  const bank = makeBank(desk, tax);
  const works: Record<string, Work> = { ...makeOffices(desk), ...tax.works, ...bank.works };

  if (journal && existsSync(journal)) {
    for (const line of readFileSync(journal, 'utf8').split('\n').filter(Boolean)) {
      const each = JSON.parse(line) as Kept;
      kept.set(`${each.peer}/${each.message}`, each);
    }
  }

  /** Once by its number: the same again gets the first answer, another content under the number is refused. */
  function take(peer: string, operation: string, message: string, body: string): [number, string] {
    const known = kept.get(`${peer}/${message}`);
    if (known) {
      known.times += 1;
      if (known.body === body && known.operation === operation) return [200, known.answer];
      conflicts.push(`${peer}/${message}`);
      return refusal(409, '报文号已用于另一份内容');
    }
    const work = works[`${peer}/${operation}`];
    if (!work) return refusal(404, '没有这个接口');
    try {
      const answer = JSON.stringify(work(JSON.parse(body) as never));
      const entry: Kept = { peer, message, operation, body, answer, times: 1 };
      if (journal) {
        mkdirSync(dirname(journal), { recursive: true });
        appendFileSync(journal, `${JSON.stringify(entry)}\n`);
      }
      kept.set(`${peer}/${message}`, entry);
      return [200, answer];
    } catch (error) {
      if (error instanceof Refusal) return refusal(error.status, error.message);
      throw error;
    }
  }

  async function request({ url, headers = {}, body }: HttpRequest): Promise<HttpAnswer> {
    const path = new URL(url).pathname;
    const [, peer = '', operation = ''] = path.split('/');
    const struck = mood(peer, operation);
    if (struck === 'timeout') throw new DOMException('late', 'TimeoutError');
    if (struck === 'unreachable') throw new TypeError('fetch failed');
    if (struck === 'slow') await options.dawdle?.();
    const stamp = stampOf(headers);
    let [status, text] =
      struck === 'error'
        ? refusal(500, '系统故障')
        : take(peer, operation, stamp.message, Buffer.from(body ?? '').toString('utf8'));
    if (struck === 'lost-answer') throw new TypeError('socket closed');
    if (struck === 'wrong-answer' && status === 200) text = '{"unexpected":true}';
    const bytes = Buffer.from(text, 'utf8');
    const own = { peer, message: stamp.message, nonce: stamp.nonce, time: clock.now().toISOString() };
    const sealed = seal(`ANSWER ${status}`, path, own, bytes, key(peer));
    return { status, headers: sealed, body: struck === 'bad-signature' ? Buffer.from(`${text} `) : bytes };
  }

  return {
    http: { request } satisfies HttpClient,
    kept,
    callbacks,
    bank,
    tax,
    desk,
    /** Messages whose number came back with another content: must stay empty. */
    conflicts,
    setMood(chosen: (peer: string, operation: string) => Mood) {
      mood = chosen;
    },
    /** Makes the departments known to a product that keeps its data in the folder. */
    publish(dataFolder: string) {
      const folder = join(dataFolder, 'exchange');
      mkdirSync(folder, { recursive: true });
      const peers = codes.map((code) => ({
        code,
        url: `http://${code}.town`,
        publicKey: key(code).publicKey,
      }));
      writeFileSync(join(folder, 'peers.json'), JSON.stringify({ version: 1, peers }));
    },
    /** Sends a callback once; it stays waiting until it is accepted or refused for good. Returns the status. */
    async tell(exchange: Exchange, callback: Callback): Promise<number> {
      const body = Buffer.from(callback.body, 'utf8');
      const path = incomingPath(callback.peer, callback.operation);
      const nonce = Buffer.from(random.bytes(18)).toString('base64url');
      const time = clock.now().toISOString();
      const stamp = { peer: callback.peer, message: callback.message, time, nonce };
      const headers = seal('POST', path, stamp, body, key(callback.peer));
      const answer = await receive(exchange, callback.peer, callback.operation, headers, body);
      callback.answers.push(`${answer.status} ${answer.body}`);
      if (callback.status === 'waiting') {
        if (answer.status === 200) callback.status = 'accepted';
        else if (answer.status < 500 && answer.status !== 429) callback.status = 'refused';
      }
      return answer.status;
    },
  };
}

export type Hall = ReturnType<typeof makeHall>;

function refusal(status: number, title: string): [number, string] {
  return [status, JSON.stringify({ type: 'about:blank', status, code: 'REFUSED', title })];
}
