import type { Worker } from 'node:cluster';
import { type FromPrimary, type FromWorker, opened } from './messages.ts';
import { countWindows } from './processes.ts';

/** How long the answer of a process is waited for: one that is busy or stuck is left out. */
const patienceMilliseconds = 5_000;

interface Question {
  open: Set<Worker>;
  values: unknown[];
  settle(): void;
}

/** Carries what workers say to each other and counts what they count together. */
export function makeSwitchboard(everybody: () => readonly Worker[]) {
  const count = countWindows();
  const questions = new Map<number, Question>();
  let last = 0;
  const say = (worker: Worker, message: FromPrimary) => {
    if (worker.isConnected()) worker.send({ hengchan: message });
  };
  const ask = (asker: Worker, id: number, topic: string) => {
    last += 1;
    const question = last;
    const open = new Set(everybody().filter((worker) => worker.isConnected()));
    const values: unknown[] = [];
    const timer = setTimeout(() => settle(), patienceMilliseconds);
    const settle = () => {
      clearTimeout(timer);
      if (questions.delete(question)) say(asker, { kind: 'answers', id, values });
    };
    questions.set(question, { open, values, settle });
    for (const worker of open) say(worker, { kind: 'asked', question, topic });
    if (open.size === 0) settle();
  };
  const leave = (question: Question, worker: Worker) => {
    if (question.open.delete(worker) && question.open.size === 0) question.settle();
  };
  return {
    /** Handles a message of ours; gives the address of a worker that says it is ready. */
    hear(worker: Worker, text: unknown): string | undefined {
      const message = opened<FromWorker>(text);
      if (message?.kind === 'ready') return message.address;
      if (message?.kind === 'count') {
        const { id, key, milliseconds } = message;
        say(worker, { kind: 'counted', id, value: count(key, milliseconds) });
      } else if (message?.kind === 'ask') ask(worker, message.id, message.topic);
      else if (message?.kind === 'answered') {
        const question = questions.get(message.question);
        if (question === undefined) return undefined;
        if (message.value !== undefined) question.values.push(message.value);
        leave(question, worker);
      }
      return undefined;
    },
    gone(worker: Worker): void {
      for (const question of [...questions.values()]) leave(question, worker);
    },
  };
}
