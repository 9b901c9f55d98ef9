import type { CaseEvent } from '../../api/cases.ts';

const sends = ['open', 'submit', 'resubmit'];

/** The last words said about the case since it was last sent. */
export function lastReason(events: readonly CaseEvent[]): CaseEvent | undefined {
  const inOrder = events.toSorted((a, b) => a.at.localeCompare(b.at));
  const sent = inOrder.findLastIndex((event) => sends.includes(event.action));
  return inOrder.slice(sent + 1).findLast((event) => event.comment || (event.data?.items?.length ?? 0) > 0);
}
