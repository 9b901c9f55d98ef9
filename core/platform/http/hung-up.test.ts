import type { IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anonymousActor } from '../access/actor.ts';
import { nextNumber } from '../database/counter.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { createHttp, type HengchanHttp } from './server.ts';
import { readUpload } from './upload.ts';

let platform: TestPlatform;
let http: HengchanHttp;
let port: number;
const complaints: unknown[] = [];
const answered: number[] = [];

beforeAll(async () => {
  platform = await testPlatform();
  const complain = (...said: unknown[]) => void complaints.push(said);
  const log = { ...platform.log, error: complain, warn: complain } as unknown as TestPlatform['log'];
  const resolveSession = async () => anonymousActor;
  http = await createHttp({ ...platform.platform, log }, { version: '1', resolveSession });
  const count = async () => ({ number: await nextNumber(platform.database, '320402', 'hung-up', '') });
  http.post('/api/count', count);
  http.post('/api/upload', async (request) => {
    await readUpload(request);
    return count();
  });
  http.addHook('onResponse', async (_request, reply) => void answered.push(reply.statusCode));
  // Somebody who hung up between the kernel and us: what the server sees of it when it is busy.
  http.server.prependListener('request', (request: IncomingMessage) => {
    if (request.headers['x-gone'] !== undefined) request.socket.destroy();
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  port = (http.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await http?.close();
  await platform?.close();
});
beforeEach(() => {
  complaints.length = 0;
  answered.length = 0;
});

/** Says the beginning of something and waits until the server has it. */
async function say(text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.write(text, () => resolve()));
  return socket;
}

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));

const connections = () =>
  new Promise<number>((resolve, reject) =>
    http.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

const keysKept = () => platform.database.selectFrom('platform.idempotency').selectAll().execute();

/** Until the server has nobody on the line any more, and did what it does then: it gives the key back last. */
async function settled(): Promise<void> {
  while ((await connections()) > 0) await turn();
  for (let at = 0; at < 20; at++) await turn();
  while ((await keysKept()).some((row) => row.status === null)) await turn();
}

const heading = (path: string, type: string, length: number, more = '') =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\nidempotency-key: once\r\n${more}\r\n`;

/** Nobody was told of a fault, nothing was done or kept, and the next one is served. */
async function expectNothing(): Promise<void> {
  expect(complaints).toEqual([]);
  expect(answered.filter((status) => status >= 500)).toEqual([]);
  expect(await keysKept()).toEqual([]);
  const counted = await platform.database
    .selectFrom('platform.counter')
    .selectAll()
    .where('name', '=', 'hung-up')
    .execute();
  expect(counted).toEqual([]);
}

const boundary = 'line-between-parts';
const upload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`;

test.each([
  ['in the middle of a form', heading('/api/count', 'application/json', 1000), '{"name":"'],
  ['before the first byte of the body', heading('/api/count', 'application/json', 1000), ''],
  [
    'in the middle of a file',
    heading('/api/upload', `multipart/form-data; boundary=${boundary}`, 100_000),
    upload,
  ],
  [
    'before the server looks at the request',
    heading('/api/count', 'application/json', 2, 'x-gone: yes\r\n'),
    '{}',
  ],
])('who hangs up %s leaves nothing behind', async (_when, head, body) => {
  for (const hangUp of [(socket: Socket) => socket.destroy(), (socket: Socket) => socket.resetAndDestroy()]) {
    const socket = await say(head + body);
    while (!head.includes('x-gone') && (await connections()) === 0) await turn();
    hangUp(socket);
    await closed(socket);
    await settled();
    await expectNothing();
  }
});

test('who was cut off in the middle of a file sends the whole of it under the same key', async () => {
  const type = `multipart/form-data; boundary=${boundary}`;
  const socket = await say(heading('/api/upload', type, 100_000) + upload);
  while ((await keysKept()).length === 0) await turn();
  socket.destroy();
  await settled();
  const answer = await fetch(`http://127.0.0.1:${port}/api/upload`, {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': 'once' },
    body: `${upload}\r\n--${boundary}--\r\n`,
  });
  expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 200, body: { number: 1 } });
});
