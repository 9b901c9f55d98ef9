import { addCalendarDays, caseworkTables, changeCalendarDay, loadCalendar } from '@hengchan/casework';
import { type Actor, platformErrors } from '@hengchan/platform';
import { calendarData2025, calendarData2026, isDateText } from '@hengchan/standards';
import { recomputeNotices } from './notices/moments.ts';
import type { Registration } from './registration.ts';

/** Enters the official arrangement where the calendar is still empty; what an administrator changed stays. */
export async function seedCalendar({ platform }: Pick<Registration, 'platform'>): Promise<void> {
  const rows = [calendarData2025, calendarData2026].flatMap((year) =>
    [
      ...year.holidays.map((day) => ({ ...day, working: false })),
      ...year.makeUpDays.map((day) => ({ ...day, working: true })),
    ].map(({ date, name, working }) => ({
      day: date,
      name,
      working,
      source: year.source,
      verified: year.verified,
    })),
  );
  await addCalendarDays(platform, rows);
}

/** The days of a year that depart from Monday to Friday. */
export async function readCalendar({ platform }: Registration, year: number | undefined) {
  let query = caseworkTables(platform.database)
    .selectFrom('casework.calendar_day')
    .selectAll()
    .orderBy('day');
  if (year !== undefined)
    query = query.where('day', '>=', `${year}-01-01`).where('day', '<=', `${year}-12-31`);
  const rows = await query.execute();
  return {
    items: rows.map((row) => ({
      date: row.day,
      kind: row.working ? 'make-up' : 'holiday',
      name: row.name,
      source: row.source,
      verified: row.verified,
    })),
  };
}

/** Declares a day a holiday, a make-up day or ordinary again, and moves the dates of every open case at once (REG-GEN-05). */
export async function changeCalendar(
  registration: Registration,
  actor: Actor,
  date: string,
  change: { kind: 'holiday' | 'make-up' | 'ordinary'; name: string },
) {
  const { platform } = registration;
  platform.access.require(actor, 'config.manage');
  if (!isDateText(date))
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/day', message: '没有这一天' }] });
  return platform.database.transaction().execute(async (trx) => {
    const arrangement =
      change.kind === 'ordinary'
        ? undefined
        : {
            working: change.kind === 'make-up',
            name: change.name,
            source: '登记机构设置',
            verified: true,
          };
    const moved = await changeCalendarDay(platform, trx, date, arrangement);
    await recomputeNotices(trx, platform.clock.now());
    await platform.audit.write(trx, actor, {
      action: 'calendar.change',
      subject: date,
      detail: { ...change, moved },
    });
    const calendar = await loadCalendar(trx);
    return { date, workingDay: calendar.isWorkingDay(date), movedCases: moved };
  });
}
