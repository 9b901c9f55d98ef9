import { randomUUID } from 'node:crypto';
import type { CaseView } from '../../services/registration/schema.ts';

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A problem as the API answers it. */
export interface ProblemBody {
  code: string;
  title: string;
  detail?: string;
  errors?: { path: string; message: string }[];
  findings?: { code: string; message: string; outcome: string }[];
}

/** Somebody signed in, speaking to the server over HTTP as any program would. */
export interface Client {
  token: string;
  request<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  get<Body = unknown>(path: string): Promise<Answer<Body>>;
  post<Body = unknown>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  act(
    caseNo: string,
    action: string,
    data?: Record<string, unknown>,
    comment?: string,
  ): Promise<Answer<CaseView & ProblemBody>>;
  case(caseNo: string): Promise<CaseView>;
  upload(caseNo: string, material: string, content: Uint8Array, name?: string): Promise<Answer>;
}

/** The way requests go: over a socket, or straight into a server that does not listen. */
export type Send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | FormData | undefined,
) => Promise<Response>;

/** Over a socket. */
export const sendTo =
  (address: string): Send =>
  (method, path, headers, body) =>
    fetch(address + path, { method, headers, ...(body === undefined ? {} : { body }) });

export const signIn = (address: string, account: string, password: string): Promise<Client> =>
  signInOver(sendTo(address), account, password);

export async function signInOver(send: Send, account: string, password: string): Promise<Client> {
  const headers = { 'content-type': 'application/json' };
  const answer = await send('POST', '/api/sessions', headers, JSON.stringify({ account, password }));
  const session = (await answer.json()) as { token?: string };
  if (answer.status !== 201 || !session.token)
    throw new Error(`cannot sign in as ${account}: ${answer.status} ${JSON.stringify(session)}`);
  return clientOver(send, session.token);
}

/** A client for a session that is open already. */
export function clientOver(send: Send, token: string): Client {
  async function request<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const raw = body instanceof FormData;
    const answer = await send(
      method,
      path,
      {
        authorization: `Bearer ${token}`,
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body === undefined || raw ? body : JSON.stringify(body),
    );
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? await answer.json() : await answer.arrayBuffer()) as Body,
    };
  }
  const client: Client = {
    token,
    request,
    get: (path) => request('GET', path),
    post: (path, body, headers) =>
      request('POST', path, body, { 'idempotency-key': randomUUID(), ...headers }),
    act: (caseNo, action, data, comment) =>
      client.post(`/api/cases/${caseNo}/actions`, {
        action,
        ...(data ? { data } : {}),
        ...(comment ? { comment } : {}),
      }),
    case: async (caseNo) => {
      const answer = await request<CaseView>('GET', `/api/cases/${caseNo}`);
      if (answer.status !== 200)
        throw new Error(`case ${caseNo}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    upload: (caseNo, material, content, name = '材料.png') => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(content)], { type: 'application/octet-stream' }), name);
      return request('PUT', `/api/cases/${caseNo}/materials/${material}`, form);
    },
  };
  return client;
}

/** Waits until the case satisfies a condition; answers come from other processes, so it looks again. */
export async function until(
  client: Client,
  caseNo: string,
  holds: (view: CaseView) => boolean,
  seconds = 20,
): Promise<CaseView> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const view = await client.case(caseNo);
    if (holds(view)) return view;
    if (Date.now() > end) {
      throw new Error(
        `case ${caseNo} stayed at ${view.status}: ${JSON.stringify({ waitingFor: view.waitingFor, actions: view.availableActions.map((each) => each.action) })}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The smallest PNG: one white pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
