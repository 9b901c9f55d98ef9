import type { CheckResult } from '../check-result.ts';

/** The reason of a refusal; undefined when the check accepted. */
export function reasonOf(result: CheckResult): string | undefined {
  return result.valid ? undefined : result.reason;
}
