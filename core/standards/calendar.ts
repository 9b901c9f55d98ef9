import { dateOfDayNumber, dayNumber } from './calendar-date.ts';

export interface NamedDate {
  /** `YYYY-MM-DD` */
  date: string;
  name: string;
}

/** The official arrangement of one or more years; a registry office may maintain its own copy. */
export interface CalendarData {
  holidays: NamedDate[];
  /** weekend days declared working days */
  makeUpDays: NamedDate[];
  /** years for which an official arrangement has been entered; other years know weekends only */
  years?: number[];
  source: string;
  verified: boolean;
}

/** Working days (工作日): Monday to Friday but for official holidays, plus official make-up days. */
export interface WorkingCalendar {
  readonly source: string;
  readonly verified: boolean;
  isWorkingDay(date: string): boolean;
  /**
   * The n-th working day after the date: day 1 is the next working day after receipt, so the day of
   * receipt never counts. 0 gives the date itself; negative n counts back.
   */
  addWorkingDays(date: string, days: number): string;
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: string, to: string): number;
  /** The first working day after the date. */
  nextWorkingDay(date: string): string;
  /** The date itself when it is a working day, else the next one. */
  workingDayOnOrAfter(date: string): string;
  /** Name of the holiday or make-up day, if the date is one. */
  nameOf(date: string): string | undefined;
  /** False when the year has no official arrangement: a deadline there may still move. */
  covers(date: string): boolean;
}

/** A step limit: about forty years of working days. */
const mostDays = 10_000;

interface SpecialDay {
  name: string;
  works: boolean;
}

/**
 * Builds a calendar. A later part overrules an earlier one day by day, so an office's corrections go
 * last. Throws RangeError for a malformed date or a part that names one day both holiday and make-up day.
 */
export function makeCalendar(...parts: CalendarData[]): WorkingCalendar {
  const special = new Map<number, SpecialDay>();
  for (const part of parts) for (const [day, kind] of specialDaysOf(part)) special.set(day, kind);
  const years = new Set(parts.flatMap((part) => part.years ?? []));

  function works(day: number): boolean {
    return special.get(day)?.works ?? !isWeekend(day);
  }

  function step(from: number, count: number): number {
    const direction = count < 0 ? -1 : 1;
    let day = from;
    for (let left = Math.abs(count); left > 0; ) {
      day += direction;
      if (works(day)) left -= 1;
    }
    return day;
  }

  return {
    source: parts.map((part) => part.source).join('；'),
    verified: parts.length > 0 && parts.every((part) => part.verified),
    isWorkingDay: (date) => works(dayNumber(date)),
    addWorkingDays: (date, days) => {
      if (!Number.isInteger(days) || Math.abs(days) > mostDays) {
        throw new RangeError(`days must be a whole number of at most ${mostDays}`);
      }
      return dateOfDayNumber(step(dayNumber(date), days));
    },
    workingDaysBetween: (from, to) => countBetween(dayNumber(from), dayNumber(to), works),
    nextWorkingDay: (date) => dateOfDayNumber(step(dayNumber(date), 1)),
    workingDayOnOrAfter: (date) => dateOfDayNumber(step(dayNumber(date) - 1, 1)),
    nameOf: (date) => special.get(dayNumber(date))?.name,
    covers: (date) => years.has(Number(dateOfDayNumber(dayNumber(date)).slice(0, 4))),
  };
}

function countBetween(from: number, to: number, works: (day: number) => boolean): number {
  if (to < from) {
    const count = countBetween(to, from, works);
    return count === 0 ? 0 : -count;
  }
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (works(day)) count += 1;
  return count;
}

function specialDaysOf(part: CalendarData): Map<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  for (const { date, name } of part.holidays) days.set(dayNumber(date), { name, works: false });
  for (const { date, name } of part.makeUpDays) {
    const day = dayNumber(date);
    if (days.has(day)) throw new RangeError(`${date} is both holiday and make-up day`);
    days.set(day, { name, works: true });
  }
  return days;
}

function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
