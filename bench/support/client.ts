import { Agent, request } from 'node:http';

/** The least a client can be, so that it takes little of the machine that is being measured. */
export interface BenchClient {
  post<Body>(path: string, body: unknown): Promise<Body>;
  get<Body>(path: string): Promise<Body>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let sent = 0;

export const requestsSent = (): number => sent;

/** Somebody signed in, whose repeatable requests carry keys that begin with the label. Throws on any answer that is not 2xx. */
export function clientOf(address: string, token: string, label: string): BenchClient {
  const send = <Body>(method: string, path: string, body?: unknown): Promise<Body> =>
    new Promise((resolve, reject) => {
      sent += 1;
      const content = body === undefined ? undefined : JSON.stringify(body);
      const outgoing = request(
        address + path,
        {
          method,
          agent,
          headers: {
            authorization: `Bearer ${token}`,
            ...(content === undefined
              ? {}
              : {
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(content),
                  'idempotency-key': `${label}-${sent}`,
                }),
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            const status = answer.statusCode ?? 0;
            if (status < 200 || status > 299) reject(new Error(`${method} ${path}: ${status} ${text}`));
            else resolve(JSON.parse(text) as Body);
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(content);
    });
  return {
    post: (path, body) => send('POST', path, body),
    get: (path) => send('GET', path),
  };
}
