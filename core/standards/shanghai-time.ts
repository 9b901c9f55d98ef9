import { dateOfDayNumber, dayNumber } from './calendar-date.ts';

/** China keeps one zone without summer time since 1991; every date this project counts is later. */
const shanghaiOffset = 8 * 3_600_000;
const dayMilliseconds = 86_400_000;

/** The date on a calendar in China at this moment, `YYYY-MM-DD`. */
export function toShanghaiDate(moment: Date): string {
  return dateOfDayNumber(Math.floor((moment.getTime() + shanghaiOffset) / dayMilliseconds));
}

/** The first moment of the day in China. */
export function startOfShanghaiDay(date: string): Date {
  return new Date(dayNumber(date) * dayMilliseconds - shanghaiOffset);
}

/** The last millisecond of the day in China: when a time limit that ends on it runs out. */
export function endOfShanghaiDay(date: string): Date {
  return new Date((dayNumber(date) + 1) * dayMilliseconds - shanghaiOffset - 1);
}

/** Hours and minutes on a clock in China, `HH:mm:ss`. */
export function toShanghaiTime(moment: Date): string {
  return new Date(moment.getTime() + shanghaiOffset).toISOString().slice(11, 19);
}
