import type { Random } from '@hengchan/platform';

export interface BackoffPolicy {
  firstMs: number;
  longestMs: number;
  /** After so many attempts a person must decide. */
  attempts: number;
}

/** The outbox: about a day of patience. */
export const outboxBackoff: BackoffPolicy = { firstMs: 5_000, longestMs: 2 * 60 * 60_000, attempts: 20 };

/**
 * How long to wait after the `attempt`-th attempt failed (counted from 1), or undefined when it was the last.
 * Doubles each time, with up to a fifth more or less so that waiting messages do not return in step.
 */
export function waitAfter(attempt: number, policy: BackoffPolicy, random: Random): number | undefined {
  if (attempt >= policy.attempts) return undefined;
  const plain = Math.min(policy.firstMs * 2 ** Math.min(attempt - 1, 30), policy.longestMs);
  return Math.round((plain * random.integer(800, 1200)) / 1000);
}
