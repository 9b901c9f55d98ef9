import type { Transaction } from '@hengchan/platform';
import { toShanghaiDate, type WorkingCalendar } from '@hengchan/standards';
import type { Casework } from './casework.ts';
import { recomputeDeadlines } from './deadlines.ts';
import type { BusinessDefinition } from './definition.ts';
import { calendarInForce, loadCalendar } from './load-calendar.ts';
import { nodeOf } from './process/check.ts';
import { type Case, type CaseRecord, openTokens, saveCase, tables } from './store.ts';

/** Starts the promised time at acceptance: the first day is the working day after (Q-REG-4). */
export async function startLimit(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  by: string,
): Promise<void> {
  const now = casework.platform.clock.now();
  const calendar = await calendarInForce(casework.platform, trx, record.versions);
  await saveCase(trx, record, {
    accepted_at: now,
    accepted_by: by,
    ...dates(calendar, record.case, toShanghaiDate(now)),
  });
}

function dates(
  calendar: WorkingCalendar,
  { limit_days, warning_days, stopped_days }: Case,
  acceptedOn: string,
) {
  const total = limit_days + stopped_days;
  return {
    due_on: calendar.addWorkingDays(acceptedOn, total),
    warn_on: calendar.addWorkingDays(acceptedOn, Math.max(total - warning_days, 0)),
  };
}

/**
 * Time does not run while the case waits for the parties or for a period to pass (补正、公告、缴费期间不计), nor while it is suspended. Asked
 * whenever the case has moved: what changes of the case.
 */
export async function clockOf(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<Partial<Case>> {
  const { accepted_at, closed_at, stopped_since, suspended_at } = record.case;
  if (!accepted_at) return {};
  const waits = openTokens(record).some((token) => {
    const node = nodeOf(definition.process, token.node);
    return 'stopsClock' in node && node.stopsClock === true;
  });
  const stopped = closed_at === null && (suspended_at !== null || waits);
  const today = toShanghaiDate(casework.platform.clock.now());
  if (stopped) return stopped_since === null ? { stopped_since: today } : {};
  if (stopped_since === null) return {};
  const calendar = await calendarInForce(casework.platform, trx, record.versions);
  const stopped_days = record.case.stopped_days + calendar.workingDaysBetween(stopped_since, today);
  const due = dates(calendar, { ...record.case, stopped_days }, toShanghaiDate(accepted_at));
  return { stopped_days, stopped_since: null, ...due };
}

/** After the calendar changed: the dates of every open case and of every step that waits for days to pass, at once. Returns how many cases moved. */
export async function recomputeLimits(trx: Transaction): Promise<number> {
  const calendar = await loadCalendar(trx);
  await recomputeDeadlines(trx, calendar);
  const rows = await tables(trx)
    .selectFrom('casework.cases')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .forUpdate()
    .execute();
  let moved = 0;
  for (const row of rows) {
    if (!row.accepted_at) continue;
    const record = { case: row, parties: [], units: [], tokens: [], versions: {} };
    const due = dates(calendar, row, toShanghaiDate(row.accepted_at));
    if (due.due_on === row.due_on && due.warn_on === row.warn_on) continue;
    await saveCase(trx, record, due);
    moved += 1;
  }
  return moved;
}

export type Timeliness = 'in-time' | 'warning' | 'overdue' | 'stopped';

/** How a case stands against its promise on a day. */
export function timelinessOf(
  row: {
    due_on: string | null;
    warn_on: string | null;
    stopped_since: string | null;
    closed_at: Date | null;
  },
  today: string,
): Timeliness {
  if (!row.due_on || !row.warn_on) return 'in-time';
  const reference = row.closed_at ? toShanghaiDate(row.closed_at) : today;
  if (row.stopped_since && !row.closed_at) return 'stopped';
  if (reference > row.due_on) return 'overdue';
  return !row.closed_at && reference >= row.warn_on ? 'warning' : 'in-time';
}
