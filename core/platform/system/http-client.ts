import { Agent, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overTls, Agent as TlsAgent } from 'node:https';

/** Outgoing calls. The only place of the product that opens a connection to another system. */
export interface HttpClient {
  /** Resolves with whatever was answered; rejects when nothing complete came within `timeoutMs`. */
  request(options: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs: number;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

const maximumAnswerBytes = 32 * 1024 * 1024;
const redirects = [301, 302, 303, 307, 308];

/** Connections are kept for the next call, so long as the other side says, and no longer than this. */
const kept = { keepAlive: true, timeout: 4_000 };

/**
 * By `node:http`, because `fetch` costs several times its processor time. Follows no redirect, asks for no compression, and trusts no
 * connection that fell silent. A call that took too long rejects with a `TimeoutError`.
 */
export function systemHttpClient(): HttpClient {
  const [plain, tls] = [new Agent(kept), new TlsAgent(kept)];
  return {
    request: ({ url, method, headers = {}, body, timeoutMs }) =>
      new Promise((resolve, reject) => {
        const target = new URL(url);
        const made =
          target.protocol === 'https:'
            ? overTls(target, { method, headers, agent: tls })
            : overHttp(target, { method, headers, agent: plain });
        const giveUp = (error: Error) => {
          clearTimeout(timer);
          reject(error);
          made.destroy();
        };
        const timer = setTimeout(
          () => giveUp(new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError')),
          timeoutMs,
        );
        made.on('error', giveUp);
        made.on('response', (response) =>
          read(response, giveUp, (answer) => {
            clearTimeout(timer);
            resolve(answer);
          }),
        );
        made.end(body);
      }),
  };
}

function read(
  response: IncomingMessage,
  giveUp: (error: Error) => void,
  finish: (answer: HttpAnswer) => void,
): void {
  const status = response.statusCode ?? 0;
  if (redirects.includes(status)) {
    giveUp(new Error(`redirected with ${status}`));
    return;
  }
  const parts: Buffer[] = [];
  let length = 0;
  response.on('error', giveUp);
  response.on('data', (part: Buffer) => {
    length += part.length;
    if (length > maximumAnswerBytes) giveUp(new Error('answer too large'));
    else parts.push(part);
  });
  response.on('end', () => finish({ status, headers: headersOf(response), body: Buffer.concat(parts) }));
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}
