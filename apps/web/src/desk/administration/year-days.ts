import type { CalendarDay, DayChange } from '../api/administration.ts';

export type DayKind = 'work' | 'weekend' | 'holiday' | 'make-up';

export interface YearDay {
  date: string;
  day: number;
  kind: DayKind;
  name?: string;
}

export interface YearMonth {
  month: number;
  /** Empty places before the first day, weeks beginning on Monday. */
  lead: number;
  days: YearDay[];
}

const dayMilliseconds = 86_400_000;

const isWeekend = (time: number): boolean => [0, 6].includes(new Date(time).getUTCDay());

/** The twelve months of a year with what each day is. */
export function yearMonths(
  year: number,
  departures: readonly Pick<CalendarDay, 'date' | 'kind' | 'name'>[],
): YearMonth[] {
  const declared = new Map(departures.map((day) => [day.date, day]));
  return Array.from({ length: 12 }, (_, index) => {
    const first = Date.UTC(year, index, 1);
    const count = (Date.UTC(year, index + 1, 1) - first) / dayMilliseconds;
    const days = Array.from({ length: count }, (_, offset): YearDay => {
      const time = first + offset * dayMilliseconds;
      const date = new Date(time).toISOString().slice(0, 10);
      const found = declared.get(date);
      if (found) return { date, day: offset + 1, kind: found.kind, name: found.name };
      return { date, day: offset + 1, kind: isWeekend(time) ? 'weekend' : 'work' };
    });
    return { month: index + 1, lead: (new Date(first).getUTCDay() + 6) % 7, days };
  });
}

/** What turning a day over makes of it: an ordinary day departs from its week, one that departs is ordinary again. */
export function turnedOver(day: YearDay, name: string): DayChange {
  if (day.kind === 'holiday' || day.kind === 'make-up') {
    return { date: day.date, kind: 'ordinary', name: name || '恢复' };
  }
  if (day.kind === 'weekend') return { date: day.date, kind: 'make-up', name: name || '调休上班' };
  return { date: day.date, kind: 'holiday', name: name || '放假' };
}

/** Working days of the year. */
export function workingDays(months: readonly YearMonth[]): number {
  return months.flatMap((month) => month.days).filter((day) => day.kind === 'work' || day.kind === 'make-up')
    .length;
}
