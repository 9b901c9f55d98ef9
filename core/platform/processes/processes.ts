import { performance } from 'node:perf_hooks';

/** How often something was counted in the window that runs, and how long that still lasts. */
export interface WindowCount {
  current: number;
  /** Milliseconds. */
  ttl: number;
}

/**
 * The processes that answer behind one port, this one among them: the little they share without asking the database.
 * Nothing correct rests on it; whoever runs several machines has one of these on each.
 */
export interface Processes {
  /** Counts one more of `key` in its window, over all processes. */
  count(key: string, windowMilliseconds: number): Promise<WindowCount>;
  /** Asks every process, this one too, and gives their answers; one that has died meanwhile is left out. */
  ask(topic: string): Promise<unknown[]>;
  /** What this process answers when the topic is asked. */
  answer(topic: string, work: () => unknown): void;
}

export type Answers = Map<string, () => unknown>;

/** The only process behind its port. */
export function onlyProcess(): Processes {
  const answers: Answers = new Map();
  const windows = countWindows();
  return {
    count: async (key, milliseconds) => windows(key, milliseconds),
    ask: async (topic) => {
      const work = answers.get(topic);
      return work === undefined ? [] : [await work()];
    },
    answer: (topic, work) => void answers.set(topic, work),
  };
}

const mostWindows = 10_000;

/** Counts in windows that begin with the first of a key. Of too many keys the one counted longest ago is forgotten. */
export function countWindows(
  now: () => number = () => performance.now(),
): (key: string, milliseconds: number) => WindowCount {
  const windows = new Map<string, { began: number; count: number }>();
  return (key, milliseconds) => {
    const at = now();
    const known = windows.get(key);
    const window = known && known.began + milliseconds > at ? known : { began: at, count: 0 };
    window.count += 1;
    windows.delete(key);
    windows.set(key, window);
    if (windows.size > mostWindows) {
      for (const oldest of windows.keys()) {
        windows.delete(oldest);
        break;
      }
    }
    return { current: window.count, ttl: Math.ceil(window.began + milliseconds - at) };
  };
}
