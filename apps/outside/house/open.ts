import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Server as TcpServer } from 'node:net';
import { type HttpClient, type Logger, makeIds, systemRandom } from '@hengchan/platform';
import { type Addresses, ownKeys } from './addresses.ts';
import { type Caller, makeCaller } from './caller.ts';
import { type Department, type Desk, Refusal, sendPage } from './department.ts';
import { type Faults, makeFaults } from './faults.ts';
import { isFromThisMachine, parseJson, readBody, sendJson } from './http.ts';
import { takeMessage } from './reception.ts';
import { openStore, type Store } from './store.ts';
import type { Timepiece } from './timepiece.ts';

export interface HouseParts {
  dataFolder: string;
  host: string;
  addresses: Addresses;
  timepiece: Timepiece;
  http: HttpClient;
  log: Logger;
  callbackBase(): string | undefined;
  publicBase: string | undefined;
}

export interface OpenDepartment {
  code: string;
  title: string;
  url: string;
  publicKey: string;
  faults: Faults;
  store: Store;
  stop(): Promise<void>;
}

/** Opens one department's doors: its own data, keys, port and calls to others. Port 0 takes any free one. */
export async function openDepartment(
  department: Department,
  parts: HouseParts,
  port: number,
): Promise<OpenDepartment> {
  const { code } = department;
  const store = openStore(parts.dataFolder, code);
  const keys = ownKeys(parts.dataFolder, code);
  const faults = makeFaults();
  const ids = makeIds(parts.timepiece, systemRandom());
  const token = () => ids.token(18);
  const caller = makeCaller({ ...parts, code, store, keys, faults, token });
  let url = '';
  const desk: Desk = {
    code,
    store,
    keys,
    dataFolder: parts.dataFolder,
    token,
    now: () => parts.timepiece.now(),
    publicUrl: () => parts.publicBase ?? url,
    callBack: (operation, payload, options) =>
      caller.add({ peer: 'hengchan', operation, payload: payload as object, ...options }),
    tell: (peer, operation, payload, options) => caller.add({ peer, operation, payload, ...options }),
  };
  const server = createServer((request, response) => {
    serve(department, desk, faults, parts, request, response).catch((error: unknown) => {
      parts.log.error({ error, department: code }, 'request failed');
      if (!response.headersSent) sendJson(response, 500, { code: 'INTERNAL' });
    });
  });
  url = await listen(server, parts.host, port);
  caller.wake();
  return {
    code,
    title: department.title,
    url,
    publicKey: keys.publicKey,
    faults,
    store,
    stop: () => close(server, caller, store),
  };
}

async function serve(
  department: Department,
  desk: Desk,
  faults: Faults,
  parts: HouseParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const [, first = '', second = '', ...rest] = path.split('/');
  if (request.method === 'GET' && path === '/health')
    return sendJson(response, 200, { department: desk.code, ok: true });
  if (request.method === 'POST' && first === desk.code && rest.length === 0) {
    return takeMessage(
      { department, desk, addresses: parts.addresses, faults, timepiece: parts.timepiece },
      path,
      request,
      response,
    );
  }
  if (request.method === 'POST' && first === 'demo')
    return atCounter(department, desk, second, request, response);
  const page = department.pages?.[first];
  if (!page) return sendJson(response, 404, { code: 'NOT_FOUND' });
  const form =
    request.method === 'POST' ? new URLSearchParams((await readBody(request))?.toString('utf8')) : undefined;
  sendPage(
    response,
    desk.store.transaction(() => page(desk, [second, ...rest].join('/'), form)),
  );
}

async function atCounter(
  department: Department,
  desk: Desk,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const act = department.counter?.[name];
  if (!act) return sendJson(response, 404, { code: 'NOT_FOUND' });
  if (!isFromThisMachine(request)) return sendJson(response, 403, { code: 'FORBIDDEN' });
  const body = await readBody(request);
  try {
    sendJson(
      response,
      200,
      desk.store.transaction(() => act(desk, body === undefined ? undefined : parseJson(body))),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendJson(response, error.status, { code: error.code, title: error.message });
  }
}

/** Listens and says under which address. */
export function listen(server: TcpServer, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`);
    });
  });
}

async function close(server: Server, caller: Caller, store: Store): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
  await caller.stop();
  store.close();
}
