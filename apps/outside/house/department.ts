import type { ServerResponse } from 'node:http';
import type { AnswerTo, IncomingName, OutgoingName, RequestTo, ServiceCode } from '@hengchan/exchange';
import type { Store } from './store.ts';
import type { Keys } from './wire.ts';

/** What the house does for a department while it deals with a message. */
export interface Desk<Code extends ServiceCode = ServiceCode> {
  code: Code;
  store: Store;
  keys: Keys;
  /** Folder of the data files. */
  dataFolder: string;
  now(): Date;
  token(): string;
  /** Address people reach this department under. */
  publicUrl(): string;
  /** Queues a callback to the registration platform; sent after the present transaction, repeated until accepted. */
  callBack<Name extends IncomingName<Code>>(
    operation: Name,
    payload: RequestTo<Code, Name>,
    options: { message: string; ordering: string; delayMs?: number },
  ): void;
  /** Queues a message to another department. */
  tell(
    department: string,
    operation: string,
    payload: object,
    options: { message: string; ordering: string },
  ): void;
}

/** Thrown by a department to refuse; becomes a signed answer with that status. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(code: string, title: string, status = 409) {
    super(title);
    this.code = code;
    this.status = status;
  }
}

export interface Page {
  status: number;
  html?: string;
  json?: unknown;
  location?: string;
}

/** One department: what it answers, what it shows people, and what can be done at its counter in a demonstration. */
export interface Department<Code extends ServiceCode = ServiceCode> {
  code: Code;
  title: string;
  /** Answers to the registration platform. Runs in one transaction of the department's store. */
  operations: {
    [Name in OutgoingName<Code>]: (desk: Desk<Code>, payload: RequestTo<Code, Name>) => AnswerTo<Code, Name>;
  };
  /** Messages from other departments, by sender and operation: `bank/settled`. */
  fromOthers?: Record<string, (desk: Desk<Code>, payload: unknown) => object>;
  /** `POST /demo/{name}`, from this machine only: what a person would do at the department's own counter. */
  counter?: Record<string, (desk: Desk<Code>, body: unknown) => unknown>;
  /** Pages for people: `GET` and form `POST` below `/{name}/`. */
  pages?: Record<string, (desk: Desk<Code>, rest: string, form: URLSearchParams | undefined) => Page>;
}

export function sendPage(response: ServerResponse, page: Page): void {
  if (page.location !== undefined) response.setHeader('location', page.location);
  const text = page.html ?? (page.json === undefined ? '' : JSON.stringify(page.json, undefined, 2));
  response.setHeader(
    'content-type',
    `${page.html === undefined ? 'application/json' : 'text/html'}; charset=utf-8`,
  );
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  );
  response.statusCode = page.status;
  response.end(text);
}
