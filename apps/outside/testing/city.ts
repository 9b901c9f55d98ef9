import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileDirectory, publishOwn } from '@hengchan/exchange';
import { exchangePlugin } from '@hengchan/exchange/plugin';
import { testExchange } from '@hengchan/exchange/testing';
import { systemHttpClient } from '@hengchan/platform';
import { fastify } from 'fastify';
import { type Outside, type OutsideOptions, startOutside } from '../index.ts';

/**
 * The real exchange behind a real port, and the departments, in folders of their own. Calls time out after `patienceMs`,
 * whatever the operation allows, so that silence is found out quickly.
 */
export async function openCity(options: Partial<OutsideOptions> & { patienceMs?: number } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-city-'));
  const exchangeFolder = join(folder, 'exchange');
  const dataFolder = join(folder, 'outside');
  const http = systemHttpClient();
  const patient = {
    request: (request: Parameters<typeof http.request>[0]) =>
      http.request({ ...request, timeoutMs: Math.min(request.timeoutMs, options.patienceMs ?? 2_000) }),
  };
  const opened = await testExchange(patient, { peers: fileDirectory(join(exchangeFolder, 'peers.json')) });
  const app = fastify();
  await app.register(exchangePlugin(opened.exchange));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  publishOwn(exchangeFolder, opened.exchange.own.publicKey, url);
  const outsideOptions: OutsideOptions = { dataFolder, exchangeFolder, ...options };
  let outside: Outside = await startOutside(outsideOptions);
  return {
    ...opened,
    folder,
    dataFolder,
    exchangeFolder,
    get outside() {
      return outside;
    },
    /** Stops the departments and starts them again on the same data. */
    async restart(between: () => Promise<void> = async () => undefined) {
      await outside.stop();
      await between();
      outside = await startOutside(outsideOptions);
    },
    furnish: (name: string, content: object) =>
      writeFileSync(join(dataFolder, name), JSON.stringify({ version: 1, ...content })),
    /** At a department's counter. */
    counter: (department: string, name: string, body: object) =>
      post(`${outside.urls[department]}/demo/${name}`, body),
    control: (path: string, body?: object) =>
      body ? post(`${outside.urls.control}${path}`, body) : get(`${outside.urls.control}${path}`),
    async close() {
      await outside.stop();
      await app.close();
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type City = Awaited<ReturnType<typeof openCity>>;

async function post(url: string, body: object): Promise<{ status: number; body: unknown }> {
  const answer = await systemHttpClient().request({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: 5_000,
  });
  return { status: answer.status, body: JSON.parse(Buffer.from(answer.body).toString('utf8')) };
}

async function get(url: string): Promise<{ status: number; body: unknown }> {
  const answer = await systemHttpClient().request({ url, method: 'GET', timeoutMs: 5_000 });
  return { status: answer.status, body: JSON.parse(Buffer.from(answer.body).toString('utf8')) };
}

/** Waits for something that departments bring about in their own time. */
export async function eventually<Value>(
  look: () => Value | Promise<Value>,
  isSo: (value: Value) => boolean,
): Promise<Value> {
  for (let tries = 0; ; tries++) {
    const value = await look();
    if (isSo(value)) return value;
    if (tries > 600) throw new Error(`waited in vain; last seen: ${JSON.stringify(value)}`);
    await wait(20);
  }
}
