import type { WindowCount } from './processes.ts';

/** What a worker says to the primary. */
export type FromWorker =
  | { kind: 'ready'; address: string }
  | { kind: 'count'; id: number; key: string; milliseconds: number }
  | { kind: 'ask'; id: number; topic: string }
  | { kind: 'answered'; question: number; value: unknown };

/** What the primary says to a worker. */
export type FromPrimary =
  | { kind: 'counted'; id: number; value: WindowCount }
  | { kind: 'asked'; question: number; topic: string }
  | { kind: 'answers'; id: number; values: unknown[] };

/** Marks our messages on a channel others use too. */
export interface Envelope<Message> {
  hengchan: Message;
}

export function opened<Message>(message: unknown): Message | undefined {
  return typeof message === 'object' && message !== null
    ? (message as Partial<Envelope<Message>>).hengchan
    : undefined;
}
