import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemHttpClient } from './http-client.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function answering(listener: RequestListener): Promise<string> {
  const opened = createServer(listener);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/`;
}

const ask = (url: string, timeoutMs = 5_000) =>
  systemHttpClient().request({ url, method: 'POST', body: '问', timeoutMs });

test('sends what it was given and gives back what came, refusals too', async () => {
  const url = await answering(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    response.writeHead(409, { 'X-Told': [`${request.method}`, `${request.headers['content-length']}`] });
    response.end(Buffer.concat(parts));
  });
  const answer = await ask(url);
  expect(answer.status).toBe(409);
  expect(answer.headers['x-told']).toBe('POST, 3');
  expect(Buffer.from(answer.body).toString('utf8')).toBe('问');
});

test('the next call takes the connection of the one before', async () => {
  const sockets = new Set<Socket>();
  const url = await answering((request, response) => {
    sockets.add(request.socket);
    response.end();
  });
  const client = systemHttpClient();
  for (let call = 0; call < 3; call++) await client.request({ url, method: 'GET', timeoutMs: 5_000 });
  expect(sockets.size).toBe(1);
});

test('follows no redirect', async () => {
  const url = await answering((_request, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  );
  await expect(ask(url)).rejects.toThrow('redirected');
});

test('an answer that breaks off is none', async () => {
  const url = await answering((_request, response) => {
    response.writeHead(200, { 'content-length': '10' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(ask(url)).rejects.toThrow();
});

test.each([
  ['nothing', () => undefined],
  ['half an answer', (_request, response) => void response.writeHead(200).write('half')],
] as [string, RequestListener][])('%s in time is a TimeoutError', async (_what, listener) => {
  const url = await answering(listener);
  await expect(ask(url, 50)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('nobody there, and an address that is none, reject', async () => {
  const url = await answering(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  await expect(ask(url)).rejects.toThrow('ECONNREFUSED');
  await expect(ask('not an address')).rejects.toThrow();
});
