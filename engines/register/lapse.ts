import { startOfShanghaiDay } from '@hengchan/standards';
import { firstDateAfter } from './calendar.ts';
import type { Draft } from './draft.ts';
import type { AdvanceNoticeContent } from './limited-rights.ts';
import { leaveQueue, untilOf } from './seizure-queue.ts';

/**
 * Rights that end by the passing of time alone, although no entry says so: a seizure whose term is over
 * (查扣冻规定 27), an objection without a suit (民法典 220), an advance notice ninety days after what it
 * protects could have been registered (民法典 221). The next entry on the page writes down when each ended.
 */

/** Days an objection lasts when no suit is shown; the day of entry is not counted (民法典 201, 220). */
export const daysOfObjection = 15;
/** Days an advance notice lasts once registration is possible; that first day is not counted (民法典 201, 221). */
export const daysOfNotice = 90;

/** What an act in time keeps alive although it is entered later: judged as of then and not as of the entry. */
export interface LapseDeadlines {
  /** For the seizures of the page: nobody's place in the queue moves before the notice came. */
  readonly seizures?: Date;
  readonly objection?: { readonly right: string; readonly until: Date };
}

/** The first instant after so many whole days that follow the day `from`. */
export const afterDays = (from: string, days: number): Date =>
  startOfShanghaiDay(firstDateAfter(from, { unit: 'day', count: days + 1 }));

/** The instant from which a notice has no effect any more; undefined while registration is not possible yet. */
export const noticeUntil = (content: Pick<AdvanceNoticeContent, 'registrableFrom'>): Date | undefined =>
  content.registrableFrom === undefined ? undefined : afterDays(content.registrableFrom, daysOfNotice);

interface Lapse {
  readonly at: Date;
  end(): void;
}

/**
 * Ends everything whose time is over at `now`, each at the instant it was over and in that order, so that what
 * follows from one (the next seizure in the queue) is there when the next is looked at. `deadlines` says what
 * is judged as of an earlier moment.
 */
export function lapse(draft: Draft, now: Date = draft.at.now, deadlines: LapseDeadlines = {}): void {
  for (;;) {
    const [first] = due(draft, now, deadlines).sort((left, right) => left.at.getTime() - right.at.getTime());
    if (!first) return;
    first.end();
  }
}

/** What is over by now, in an order that depends on the register alone. */
function due(draft: Draft, now: Date, deadlines: LapseDeadlines): Lapse[] {
  const over: Lapse[] = [];
  const add = (id: string, at: Date | undefined, by: Date, reason: string) => {
    if (at && at <= by) over.push({ at, end: () => draft.end(id, reason, at) });
  };
  const head = draft.seizures()[0];
  if (head?.queue === 0 && untilOf(head) <= (deadlines.seizures ?? now)) {
    const at = untilOf(head);
    over.push({ at, end: () => leaveQueue(draft, head, '查封期限届满未续封，效力消灭', at) });
  }
  for (const { id, origin, content } of draft.of('objection')) {
    const kept = [id, origin].includes(deadlines.objection?.right ?? '');
    const at = content.lapsesAt === undefined ? undefined : new Date(content.lapsesAt);
    add(
      id,
      at,
      (kept && deadlines.objection?.until) || now,
      '异议登记申请人在规定期限内未提起诉讼，异议登记失效',
    );
  }
  for (const { id, content } of draft.of('advance-notice')) {
    add(id, noticeUntil(content), now, '自能够进行不动产登记之日起九十日内未申请登记，预告登记失效');
  }
  return over;
}
