import { type Deadline, type DeadlineOf, loadCalendar, momentOf } from '@hengchan/casework';
import type { Transaction } from '@hengchan/platform';
import { type Notice, noticeTables } from '../tables.ts';
import { noticesOfCase } from './store.ts';

type Running = Pick<Notice, 'published_on' | 'days' | 'unit'>;

/** When a notice is over: its days after the day it was published, whole. */
export const deadlineOf = ({ published_on, days, unit }: Running): Deadline =>
  unit === 'working'
    ? { since: published_on, workingDays: days }
    : { since: published_on, calendarDays: days };

/** The step that waits for a notice goes on when the last one of the case is over, however often an objection interrupted it. */
export const noticeOver: DeadlineOf = async (trx, { record }) => {
  const last = (await noticesOfCase(trx, record.case.office, record.case.no)).at(-1);
  if (!last) throw new Error(`case ${record.case.no} waits for a notice nobody published`);
  return deadlineOf(last);
};

/** After the calendar changed: until when objections are taken, of every notice that counts working days and is not over. */
export async function recomputeNotices(trx: Transaction, now: Date): Promise<void> {
  const calendar = await loadCalendar(trx);
  const rows = await noticeTables(trx)
    .selectFrom('registration.notice')
    .select(['office', 'no', 'published_on', 'days', 'unit', 'ends_at'])
    .where('unit', '=', 'working')
    .where('ends_at', '>', now)
    .where('stopped_at', 'is', null)
    .execute();
  for (const row of rows) {
    const ends_at = momentOf(deadlineOf(row), calendar);
    if (ends_at.getTime() === row.ends_at.getTime()) continue;
    await noticeTables(trx)
      .updateTable('registration.notice')
      .set({ ends_at })
      .where('office', '=', row.office)
      .where('no', '=', row.no)
      .execute();
  }
}
