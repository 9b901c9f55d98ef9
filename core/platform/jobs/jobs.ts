import type { Database } from '../database/tables.ts';

export interface JobOptions {
  /** By the clock of the product. */
  startAfter?: Date;
  /** At most one waiting job of the queue with this key; a second one changes nothing but to bring its time forward. */
  singletonKey?: string;
}

export interface HandlerOptions {
  /** Jobs of the queue at work in this process at the same time; 2 unless told. */
  concurrency?: number;
  /** Further attempts after a failure, each after a longer pause; 5 unless told. Then the job is a dead letter. */
  retries?: number;
}

/** A job that failed every attempt and waits for a person. */
export interface DeadLetter {
  id: string;
  queue: string;
  data: unknown;
  /** Message of the last failure. */
  reason: string;
  failedAt: Date;
}

/** Work done after commit, at least once. */
export interface Jobs {
  /** Inside the caller's transaction: the job exists exactly when the change does. */
  send(database: Database, queue: string, data: object, options?: JobOptions): Promise<void>;
  /** Registers the handler of a queue; it must be idempotent. */
  handle(queue: string, handler: (data: never) => Promise<void>, options?: HandlerOptions): void;
  /** Calls the function every so many seconds (by the clock of the product) on one process at a time. */
  every(seconds: number, name: string, work: () => Promise<void>): void;
  /** Looks for due work at once instead of at the next poll; `send` does so by itself. */
  nudge(): void;
  start(): Promise<void>;
  /** Takes no new work and waits for what is in hand. */
  stop(): Promise<void>;
  /**
   * Runs everything due now in this process, work that follows from it too, and returns how many jobs ran
   * (timers are run but not counted): for tests and for the embedded trial. A job that fails waits for its next attempt;
   * with `retries: 'now'` waiting attempts count as due, each job once per call.
   */
  drain(options?: { retries?: 'now' }): Promise<number>;
  deadLetters(limit?: number): Promise<DeadLetter[]>;
  /** Puts dead letters back into their queues and returns how many. */
  redrive(ids: readonly string[]): Promise<number>;
}
