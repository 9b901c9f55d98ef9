import { useRef } from 'react';
import { newKey } from './client.ts';
import { ApiProblem } from './problem.ts';

/**
 * One key for one thing a person is doing. Pressing again after a lost connection sends the same key, so the
 * server does it once; a changed content, or an answer that decided it, begins a new one.
 */
export function useIdempotency() {
  const kept = useRef<{ content: string; key: string }>(undefined);

  return async function once<T>(body: unknown, run: (key: string) => Promise<T>): Promise<T> {
    const content = JSON.stringify(body) ?? '';
    if (kept.current?.content !== content) kept.current = { content, key: newKey() };
    try {
      const answer = await run(kept.current.key);
      kept.current = undefined;
      return answer;
    } catch (error) {
      if (!(error instanceof ApiProblem && error.undecided)) kept.current = undefined;
      throw error;
    }
  };
}
