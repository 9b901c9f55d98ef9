import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { Processes } from '../processes/processes.ts';

/** Counts requests over all processes behind the port, so that a limit is not multiplied by their number. */
export function sharedLimit(processes: Processes) {
  return class SharedLimit implements FastifyRateLimitStore {
    incr(
      key: string,
      tell: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow: number,
    ): void {
      processes.count(key, timeWindow).then(
        (counted) => tell(null, counted),
        (error: Error) => tell(error),
      );
    }
    child(): this {
      return this;
    }
  };
}
