import type { Draft } from './draft.ts';
import type { Right, SealedHolder } from './state.ts';

type Certified = Pick<Right, 'certificate' | 'holders'>;

/** Every number a right is certified under: the common one and each holder's own. */
export const numbersOf = ({ certificate, holders }: Certified): string[] =>
  [certificate, ...holders.map((each) => each.certificate)].filter((each) => each !== undefined);

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

/** As `issueCertificates` for a right that goes on with another wording: what it had before is not issued again. */
export function issueNewCertificates(draft: Draft, right: string, old: Certified, next: Certified): void {
  const before = new Set(numbersOf(old));
  for (const number of numbersOf(next)) if (!before.has(number)) draft.issue(number, right);
}
