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
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health/ready`;
  const asked = http.request({ url, method: 'GET', timeoutMs: patienceMilliseconds });
  const answer = await asked.catch(() => undefined);
  const text = answer ? Buffer.from(answer.body).toString('utf8') : '';
  if (answer?.status === 200 && text.includes('"ready"')) return 'ready';
  return text.includes('UNAVAILABLE') ? 'unable' : 'foreign';
}
