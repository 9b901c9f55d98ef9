import cluster from 'node:cluster';
import { type FromPrimary, type FromWorker, opened } from './messages.ts';
import { type Answers, onlyProcess, type Processes, type WindowCount } from './processes.ts';

/** This process as one of those the primary keeps, or the only one when nobody keeps it. */
export function ownProcesses(): Processes {
  const { worker } = cluster;
  if (worker === undefined) return onlyProcess();
  const answers: Answers = new Map();
  const waiting = new Map<number, (value: never) => void>();
  let last = 0;
  const say = (message: FromWorker) => void worker.send({ hengchan: message });
  const request = <Value>(make: (id: number) => FromWorker): Promise<Value> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve as (value: never) => void);
      say(make(last));
    });
  const settle = (id: number, value: unknown) => {
    waiting.get(id)?.(value as never);
    waiting.delete(id);
  };
  const reply = async (question: number, topic: string) => {
    let value: unknown;
    try {
      value = await answers.get(topic)?.();
    } finally {
      say({ kind: 'answered', question, value });
    }
  };
  process.on('message', (text) => {
    const message = opened<FromPrimary>(text);
    if (message?.kind === 'counted') settle(message.id, message.value);
    else if (message?.kind === 'answers') settle(message.id, message.values);
    else if (message?.kind === 'asked') void reply(message.question, message.topic).catch(() => undefined);
  });
  return {
    count: (key, milliseconds) => request<WindowCount>((id) => ({ kind: 'count', id, key, milliseconds })),
    ask: (topic) => request<unknown[]>((id) => ({ kind: 'ask', id, topic })),
    answer: (topic, work) => void answers.set(topic, work),
  };
}

/** Calls `stop` once, when a signal asks this process to end. */
export function onStop(stop: () => void): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  process.on('SIGINT', once).on('SIGTERM', once);
  // With one process there is nobody to take over: it ends in order.
  if (cluster.worker === undefined) process.on('SIGHUP', once);
  else process.on('SIGHUP', () => undefined);
}

/** Tells whoever keeps this process that it answers: the primary, or a person at the terminal. */
export function sayReady(address: string): void {
  const { worker } = cluster;
  if (worker === undefined) process.stdout.write(`ready ${address}\n`);
  else worker.send({ hengchan: { kind: 'ready', address } satisfies FromWorker });
}
