import type { Transaction } from '@hengchan/platform';
import { startOfShanghaiDay, toShanghaiDate, type WorkingCalendar } from '@hengchan/standards';
import type { Casework, StepContext } from './casework.ts';
import { calendarInForce } from './load-calendar.ts';
import type { Until } from './process/graph.ts';
import { tables } from './store.ts';

const dayMilliseconds = 86_400_000;

/** When a wait is over: at a moment, or when so many whole days after a date are over; the date itself never counts (民法典 201). */
export type Deadline =
  | { at: Date }
  | { since: string; workingDays: number }
  | { since: string; calendarDays: number };

/** A deadline as a token keeps it. */
export interface Due {
  due_at: Date | null;
  due_since: string | null;
  due_days: number | null;
}

export const noDue: Due = { due_at: null, due_since: null, due_days: null };

/** The first moment after the days are over. */
export function momentOf(deadline: Deadline, calendar: WorkingCalendar): Date {
  if ('at' in deadline) return deadline.at;
  return 'workingDays' in deadline
    ? afterDay(calendar.addWorkingDays(deadline.since, deadline.workingDays), 1)
    : afterDay(deadline.since, deadline.calendarDays + 1);
}

const afterDay = (date: string, days: number) =>
  new Date(startOfShanghaiDay(date).getTime() + days * dayMilliseconds);

/** How long a step just entered waits. */
export async function dueOf(
  casework: Casework,
  trx: Transaction,
  until: Until | undefined,
  context: StepContext,
): Promise<Due> {
  const deadline = until && (await deadlineOf(casework, trx, until, context));
  if (!deadline) return noDue;
  const calendar = await calendarInForce(casework.platform, trx, context.record.versions);
  const due_at = momentOf(deadline, calendar);
  return 'workingDays' in deadline
    ? { due_at, due_since: deadline.since, due_days: deadline.workingDays }
    : { ...noDue, due_at };
}

async function deadlineOf(
  casework: Casework,
  trx: Transaction,
  until: Until,
  context: StepContext,
): Promise<Deadline | undefined> {
  const since = toShanghaiDate(casework.platform.clock.now());
  if ('workingDays' in until) return { since, workingDays: until.workingDays };
  if ('calendarDays' in until) return { since, calendarDays: until.calendarDays };
  const named = casework.parts.deadlines?.[until.deadline];
  if (!named) throw new Error(`no deadline ${until.deadline} is registered`);
  return named(trx, context);
}

/** After the calendar changed: the moments of every open step that was counted in working days. */
export async function recomputeDeadlines(trx: Transaction, calendar: WorkingCalendar): Promise<void> {
  const rows = await tables(trx)
    .selectFrom('casework.token')
    .select(['office', 'case_no', 'id', 'due_since', 'due_days', 'due_at'])
    .where('state', '=', 'open')
    .where('due_at', 'is not', null)
    .where('due_days', 'is not', null)
    .execute();
  for (const { office, case_no, id, due_since, due_days, due_at } of rows) {
    if (due_since === null || due_days === null) continue;
    const at = momentOf({ since: due_since, workingDays: due_days }, calendar);
    if (at.getTime() === due_at?.getTime()) continue;
    await tables(trx)
      .updateTable('casework.token')
      .set({ due_at: at })
      .where('office', '=', office)
      .where('case_no', '=', case_no)
      .where('id', '=', id)
      .execute();
  }
}
