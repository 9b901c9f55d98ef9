import type { Database, Platform, Versions } from '@hengchan/platform';
import { makeCalendar, type WorkingCalendar } from '@hengchan/standards';
import { tables } from './store.ts';

/** The working-day calendar in force: Monday to Friday, less and plus the days on record (REG-GEN-05). */
export async function loadCalendar(database: Database): Promise<WorkingCalendar> {
  const days = await tables(database).selectFrom('casework.calendar_day').selectAll().execute();
  const named = (working: boolean) =>
    days.filter((each) => each.working === working).map((each) => ({ date: each.day, name: each.name }));
  return makeCalendar({
    holidays: named(false),
    makeUpDays: named(true),
    verified: false,
    source: 'casework.calendar_day',
  });
}

/** Under which it is kept in memory; whoever changes it says so with `kept.changed`. */
export const keptCalendar = 'calendar';

/** The same from memory, as of the versions read with a case, or as of now. */
export const calendarInForce = (
  { kept }: Platform,
  database: Database,
  versions?: Versions,
): Promise<WorkingCalendar> => kept.get(database, keptCalendar, loadCalendar, versions);
