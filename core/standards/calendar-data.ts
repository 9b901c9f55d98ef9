import { type CalendarData, makeCalendar, type NamedDate, type WorkingCalendar } from './calendar.ts';
import { dateOfDayNumber, dayNumber } from './calendar-date.ts';

/**
 * Official holiday arrangements as announced by the State Council each November, compared with the text
 * of the notices as Xinhua published them on 2024-11-12 and 2025-11-04. The notice for 2027 was not at
 * hand: an office adds it, or corrections of its own, as one more part of `makeCalendar`.
 */

function days(name: string, first: string, last: string): NamedDate[] {
  const dates: NamedDate[] = [];
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1)
    dates.push({ date: dateOfDayNumber(day), name });
  return dates;
}

function makeUp(name: string, ...dates: string[]): NamedDate[] {
  return dates.map((date) => ({ date, name: `${name}调休上班` }));
}

export const calendarData2025: CalendarData = {
  years: [2025],
  source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
  verified: true,
  holidays: [
    ...days('元旦', '2025-01-01', '2025-01-01'),
    ...days('春节', '2025-01-28', '2025-02-04'),
    ...days('清明节', '2025-04-04', '2025-04-06'),
    ...days('劳动节', '2025-05-01', '2025-05-05'),
    ...days('端午节', '2025-05-31', '2025-06-02'),
    ...days('国庆节、中秋节', '2025-10-01', '2025-10-08'),
  ],
  makeUpDays: [
    ...makeUp('春节', '2025-01-26', '2025-02-08'),
    ...makeUp('劳动节', '2025-04-27'),
    ...makeUp('国庆节、中秋节', '2025-09-28', '2025-10-11'),
  ],
};

export const calendarData2026: CalendarData = {
  years: [2026],
  source: '国务院办公厅关于2026年部分节假日安排的通知',
  verified: true,
  holidays: [
    ...days('元旦', '2026-01-01', '2026-01-03'),
    ...days('春节', '2026-02-15', '2026-02-23'),
    ...days('清明节', '2026-04-04', '2026-04-06'),
    ...days('劳动节', '2026-05-01', '2026-05-05'),
    ...days('端午节', '2026-06-19', '2026-06-21'),
    ...days('中秋节', '2026-09-25', '2026-09-27'),
    ...days('国庆节', '2026-10-01', '2026-10-07'),
  ],
  makeUpDays: [
    ...makeUp('元旦', '2026-01-04'),
    ...makeUp('春节', '2026-02-14', '2026-02-28'),
    ...makeUp('劳动节', '2026-05-09'),
    ...makeUp('国庆节', '2026-09-20', '2026-10-10'),
  ],
};

/** 2025 and 2026 as announced; every other year, 2027 among them, has weekends only. */
export const officialCalendar: WorkingCalendar = makeCalendar(calendarData2025, calendarData2026);
/** 2026 as announced. */
export const calendar2026: WorkingCalendar = makeCalendar(calendarData2026);
