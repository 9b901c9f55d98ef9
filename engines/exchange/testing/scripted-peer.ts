import type { HttpAnswer, HttpClient, HttpRequest } from '@hengchan/platform';
import { sm2KeyPair } from '@hengchan/standards/crypto';
import type { Peer } from '../directory.ts';
import { type Envelope, type KeyPair, readEnvelope, signEnvelope } from '../envelope.ts';

/** What a scripted peer does with the next request. */
export type Step =
  | { answer: object; status?: number }
  | { fail: 'timeout' | 'unreachable' }
  | { raw: (request: HttpRequest) => HttpAnswer };

/** A peer in memory that plays a script and keeps what it was sent; after the script it repeats the last step. */
export function scriptedPeer(code: string, now: () => Date) {
  const key: KeyPair = sm2KeyPair(Buffer.from(code.padEnd(48, '.')));
  const requests: { url: string; envelope: Envelope; body: unknown }[] = [];
  let steps: Step[] = [];
  const http: HttpClient = {
    async request(request) {
      const envelope = readEnvelope(request.headers ?? {});
      if (!envelope) throw new Error('request without envelope');
      const body: unknown = JSON.parse(Buffer.from(request.body ?? '').toString('utf8'));
      requests.push({ url: request.url, envelope, body });
      const step = steps.length > 1 ? steps.shift() : steps[0];
      if (!step) throw new Error('nothing scripted');
      if ('fail' in step)
        throw step.fail === 'timeout'
          ? new DOMException('late', 'TimeoutError')
          : new TypeError('fetch failed');
      if ('raw' in step) return step.raw(request);
      return signed(
        code,
        key,
        now(),
        new URL(request.url).pathname,
        envelope,
        step.status ?? 200,
        step.answer,
      );
    },
  };
  const peer: Peer = { code, url: `http://${code}.test`, publicKey: key.publicKey };
  return {
    peer,
    key,
    http,
    requests,
    play: (...next: Step[]) => {
      steps = next;
    },
  };
}

/** An answer as a peer signs it. */
export function signed(
  peer: string,
  key: KeyPair,
  now: Date,
  path: string,
  request: Envelope,
  status: number,
  answer: object,
): HttpAnswer {
  const body = Buffer.from(JSON.stringify(answer), 'utf8');
  const envelope = { peer, message: request.message, nonce: request.nonce, time: now.toISOString() };
  return { status, body, headers: signEnvelope(`ANSWER ${status}`, path, envelope, body, key) };
}
