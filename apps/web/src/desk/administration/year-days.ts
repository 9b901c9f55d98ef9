import type { NamedDay } from '../api/administration.ts';

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

interface Arrangement {
  holidays: readonly NamedDay[];
  makeUpDays: readonly NamedDay[];
}

const dayMilliseconds = 86_400_000;

const isWeekend = (time: number): boolean => [0, 6].includes(new Date(time).getUTCDay());

/** The twelve months of a year with what each day is. */
export function yearMonths(year: number, arrangement: Arrangement): YearMonth[] {
  const holidays = new Map(arrangement.holidays.map((day) => [day.date, day.name]));
  const makeUpDays = new Map(arrangement.makeUpDays.map((day) => [day.date, day.name]));
  return Array.from({ length: 12 }, (_, index) => {
    const first = Date.UTC(year, index, 1);
    const count = (Date.UTC(year, index + 1, 1) - first) / dayMilliseconds;
    const days = Array.from({ length: count }, (_, offset): YearDay => {
      const time = first + offset * dayMilliseconds;
      const date = new Date(time).toISOString().slice(0, 10);
      const name = holidays.get(date) ?? makeUpDays.get(date);
      const kind = holidays.has(date)
        ? 'holiday'
        : makeUpDays.has(date)
          ? 'make-up'
          : isWeekend(time)
            ? 'weekend'
            : 'work';
      return { date, day: offset + 1, kind, ...(name !== undefined && { name }) };
    });
    return { month: index + 1, lead: (new Date(first).getUTCDay() + 6) % 7, days };
  });
}

/**
 * The arrangement after a day was turned over: a weekend day becomes a make-up day and back, any other day a
 * holiday and back.
 */
export function toggled<T extends Arrangement>(arrangement: T, date: string, name: string): T {
  const without = (days: readonly NamedDay[]) => days.filter((day) => day.date !== date);
  const cleared = {
    ...arrangement,
    holidays: without(arrangement.holidays),
    makeUpDays: without(arrangement.makeUpDays),
  };
  const was = [...arrangement.holidays, ...arrangement.makeUpDays].some((day) => day.date === date);
  if (was) return cleared;
  const named = { date, name };
  const sorted = (days: NamedDay[]) => days.sort((left, right) => left.date.localeCompare(right.date));
  return isWeekend(Date.parse(`${date}T00:00:00Z`))
    ? { ...cleared, makeUpDays: sorted([...cleared.makeUpDays, named]) }
    : { ...cleared, holidays: sorted([...cleared.holidays, named]) };
}

/** Working days of the year under the arrangement. */
export function workingDays(months: readonly YearMonth[]): number {
  return months.flatMap((month) => month.days).filter((day) => day.kind === 'work' || day.kind === 'make-up')
    .length;
}
