import { useRef } from 'react';
import { newKey } from './client.ts';
import { ApiProblem } from './problem.ts';

interface Kept {
  content: string;
  key: string;
  /** The answer under way: a second click before the page shows it waits for the same one. */
  running?: Promise<unknown>;
}

/**
 * One key for one thing a person is doing. Pressing again after a lost connection sends the same key, so the
 * server does it once; a changed content, or an answer that decided it, begins a new one. Pressing again
 * before there is an answer sends nothing.
 */
export function useIdempotency() {
  const kept = useRef<Kept>(undefined);

  return async function once<T>(body: unknown, run: (key: string) => Promise<T>): Promise<T> {
    const content = JSON.stringify(body) ?? '';
    if (kept.current?.content !== content) kept.current = { content, key: newKey() };
    const now = kept.current;
    if (now.running) return now.running as Promise<T>;
    const forget = () => {
      if (kept.current === now) kept.current = undefined;
    };
    try {
      const running = run(now.key);
      now.running = running;
      const answer = await running;
      forget();
      return answer;
    } catch (error) {
      delete now.running;
      if (!(error instanceof ApiProblem && error.undecided)) forget();
      throw error;
    }
  };
}
