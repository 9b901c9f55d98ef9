import type { Platform, Transaction } from '@hengchan/platform';
import { recomputeLimits } from './limits.ts';
import { keptCalendar } from './load-calendar.ts';
import { tables } from './store.ts';
import type { CaseworkTables } from './tables.ts';

type CalendarDay = CaseworkTables['casework.calendar_day'];

/** Enters days where the calendar says nothing of them yet; what is there stays. */
export async function addCalendarDays(
  { database, kept }: Platform,
  days: readonly CalendarDay[],
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    const entered = await tables(trx)
      .insertInto('casework.calendar_day')
      .values(days)
      .onConflict((conflict) => conflict.column('day').doNothing())
      .returning('day')
      .execute();
    if (entered.length > 0) await kept.changed(trx, keptCalendar);
  });
}

/** What is said of one day from now on, nothing for an ordinary one; moves the dates of every open case and returns how many moved (REG-GEN-05). */
export async function changeCalendarDay(
  { kept }: Platform,
  trx: Transaction,
  day: string,
  arrangement: Omit<CalendarDay, 'day'> | undefined,
): Promise<number> {
  await tables(trx).deleteFrom('casework.calendar_day').where('day', '=', day).execute();
  if (arrangement)
    await tables(trx)
      .insertInto('casework.calendar_day')
      .values({ day, ...arrangement })
      .execute();
  await kept.changed(trx, keptCalendar);
  return recomputeLimits(trx);
}
