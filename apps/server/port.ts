import { get } from 'node:https';
import { createServer } from 'node:net';
import type { Config, HttpClient } from '@hengchan/platform';

const patienceMilliseconds = 3_000;

/** Why the port cannot be listened on; undefined when it can. */
export function portFault({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** Who is at the port: nobody, the product (able to serve or not), or another program. */
export type PortState = 'free' | 'ready' | 'unable' | 'foreign';

export async function lookAtPort(config: Config, http: HttpClient): Promise<PortState> {
  const { host, port } = config;
  if ((await portFault(config)) === undefined) return 'free';
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}/health/ready`;
  const asked = config.tls
    ? askSecured(`https://${place}`)
    : http.request({ url: `http://${place}`, method: 'GET', timeoutMs: patienceMilliseconds });
  const answer = await asked.catch(() => undefined);
  const text = answer ? Buffer.from(answer.body).toString('utf8') : '';
  if (answer?.status === 200 && text.includes('"ready"')) return 'ready';
  return text.includes('UNAVAILABLE') ? 'unable' : 'foreign';
}

/** Our own port by its address, which no certificate names: who is there is asked, nothing is entrusted to it. */
function askSecured(url: string): Promise<{ status: number; body: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const request = get(
      url,
      { rejectUnauthorized: false, timeout: patienceMilliseconds },
      async (response) => {
        const parts: Buffer[] = [];
        for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) });
      },
    );
    request.once('error', reject).once('timeout', () => request.destroy(new Error('no answer in time')));
  });
}
