import { ApiProblem, localCodes } from './problem.ts';

/** The only place of the web application that talks to the server. */
export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as Idempotency-Key: the same for every attempt at the same thing. One is made for a POST without. */
  key?: string;
  /** Version of the case the person saw, sent as If-Match. */
  version?: number;
  /** Answer 401 to the caller instead of asking the person to sign in. */
  anonymous?: boolean;
  signal?: AbortSignal;
}

type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | undefined;

/** The session provider says how a person is asked to sign in over the page they are on. */
export function onSessionExpired(ask: SignInAgain | undefined): void {
  signInAgain = ask;
}

/** A random UUID (version 4). Not `crypto.randomUUID`, which browsers keep from pages inside an office served without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Sends and reads JSON. An expired session opens the sign-in dialog and, signed in again, the request is
 * repeated with the same key, so nothing typed is lost and nothing is done twice. Throws {@link ApiProblem}.
 */
export async function send<T>(path: string, request: Request = {}): Promise<T> {
  const prepared = { ...request };
  if (prepared.method === 'POST' && !prepared.key) prepared.key = newKey();
  return withSession(prepared.anonymous === true, () => attempt<T>(path, prepared));
}

export const get = <T>(path: string, query?: Request['query'], signal?: AbortSignal): Promise<T> =>
  send<T>(path, { ...(query && { query }), ...(signal && { signal }) });

/** As `get`, for an answer that is not JSON. */
export const getText = (path: string, signal?: AbortSignal): Promise<string> =>
  withSession(false, async () => {
    let response: Response;
    try {
      response = await fetch(path, { credentials: 'same-origin', ...(signal && { signal }) });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw offline();
    }
    const text = await response.text();
    if (!response.ok) await read(response.status, text);
    return text;
  });

async function withSession<T>(anonymous: boolean, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const expired = error instanceof ApiProblem && error.status === 401;
    if (!expired || anonymous || !signInAgain || !(await signInAgain())) throw error;
    return run();
  }
}

async function attempt<T>(path: string, request: Request): Promise<T> {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (request.body !== undefined) headers.set('content-type', 'application/json');
  if (request.key) headers.set('idempotency-key', request.key);
  if (request.version !== undefined) headers.set('if-match', `"${request.version}"`);
  let response: Response;
  try {
    response = await fetch(address(path, request.query), {
      method: request.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.signal && { signal: request.signal }),
    });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw offline();
  }
  return (await read(response.status, await response.text())) as T;
}

function address(path: string, query: Request['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

async function read(status: number, text: string): Promise<unknown> {
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new ApiProblem(status >= 400 ? status : 0, { code: localCodes.unreadable });
  }
  if (status >= 400)
    throw new ApiProblem(status, (body ?? {}) as ConstructorParameters<typeof ApiProblem>[1]);
  return body;
}

function offline(): ApiProblem {
  return new ApiProblem(0, {
    code: localCodes.offline,
    detail: '请检查网络后再试。已填写的内容保存在本机，不会丢失。',
  });
}

export interface Upload {
  method?: 'PUT' | 'POST';
  query?: Request['query'];
  version?: number;
  /** 0 to 1. */
  onProgress?: (done: number) => void;
}

/** Sends one file as the multipart field `file` and reports progress. Throws {@link ApiProblem}. */
export function upload<T>(path: string, file: File, options: Upload = {}): Promise<T> {
  return withSession(false, () => transfer<T>(path, file, options));
}

function transfer<T>(path: string, file: File, options: Upload): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file, file.name);
    request.open(options.method ?? 'PUT', address(path, options.query));
    request.setRequestHeader('accept', 'application/json, application/problem+json');
    if (options.version !== undefined) request.setRequestHeader('if-match', `"${options.version}"`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      read(request.status, request.responseText).then((body) => resolve(body as T), reject);
    };
    request.onerror = () => reject(offline());
    request.send(form);
  });
}
