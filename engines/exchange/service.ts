import type { Static, TSchema } from 'typebox';

/** How one thing is asked of, or told by, another department. */
export interface OperationDefinition<Request extends TSchema = TSchema, Answer extends TSchema = TSchema> {
  /** Chinese title, shown in the ledger and on the status page. */
  title: string;
  /** `outgoing`: we ask or tell them. `incoming`: they call us back. */
  direction: 'outgoing' | 'incoming';
  request: Request;
  answer: Answer;
  /** A complete answer must have arrived by then; only for outgoing operations. */
  timeoutMs: number;
  /** Attempts of one direct call; the outbox has its own, longer patience. */
  attempts: number;
}

/** One department's system: what it offers and what it may tell us. */
export interface ServiceDefinition<
  Code extends string = string,
  Operations extends Record<string, OperationDefinition> = Record<string, OperationDefinition>,
> {
  /** Also the code of the peer that answers, and the first segment of its paths. */
  code: Code;
  title: string;
  department: string;
  operations: Operations;
}

/** Declares a service; the literal types of its operations are kept, so that calls to it are checked by the compiler. */
export function defineService<
  const Code extends string,
  const Operations extends Record<string, OperationDefinition>,
>(definition: ServiceDefinition<Code, Operations>): ServiceDefinition<Code, Operations> {
  return definition;
}

interface OutgoingOptions {
  timeoutMs?: number;
  attempts?: number;
}

/** An operation of theirs that we use. */
export function outgoing<Request extends TSchema, Answer extends TSchema>(
  title: string,
  request: Request,
  answer: Answer,
  { timeoutMs = 5_000, attempts = 2 }: OutgoingOptions = {},
) {
  return { title, direction: 'outgoing' as const, request, answer, timeoutMs, attempts };
}

/** An operation of ours that they call. */
export function incoming<Request extends TSchema, Answer extends TSchema>(
  title: string,
  request: Request,
  answer: Answer,
) {
  return { title, direction: 'incoming' as const, request, answer, timeoutMs: 0, attempts: 0 };
}

export type RequestOf<Operation> = Operation extends { request: infer Request extends TSchema }
  ? Static<Request>
  : never;
export type AnswerOf<Operation> = Operation extends { answer: infer Answer extends TSchema }
  ? Static<Answer>
  : never;
