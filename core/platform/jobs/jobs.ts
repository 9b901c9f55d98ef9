import type { Database } from '../database/tables.ts';

export interface JobOptions {
  startAfter?: Date;
  /** At most one waiting job with this key. */
  singletonKey?: string;
}

/** Work done after commit, at least once. */
export interface Jobs {
  /** Inside the caller's transaction: the job exists exactly when the change does. */
  send(database: Database, queue: string, data: object, options?: JobOptions): Promise<void>;
  /** Registers the handler of a queue; it must be idempotent. */
  handle(
    queue: string,
    handler: (data: never) => Promise<void>,
    options?: { concurrency?: number; retries?: number },
  ): void;
  /** Calls the function every so many seconds on one process at a time. */
  every(seconds: number, name: string, work: () => Promise<void>): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs everything due now in this process and returns how many ran: for tests and for the embedded trial. */
  drain(): Promise<number>;
}
