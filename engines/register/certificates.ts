import type { Draft } from './draft.ts';
import type { SealedHolder } from './state.ts';

/**
 * Records the numbers issued with a right: the one common to all, and each holder's own (分别持证).
 * A number is issued once and never again, even after its right has ended; the database refuses a second time.
 */
export function issueCertificates(
  draft: Draft,
  right: string,
  common: string | undefined,
  holders: readonly SealedHolder[],
): void {
  draft.issue(common, right);
  for (const holder of holders) draft.issue(holder.certificate, right);
}
