/**
 * Calendar dates without a time of day, written `YYYY-MM-DD`. All arithmetic is on UTC midnights,
 * so no local time zone or summer time can shift a day.
 */

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMilliseconds = 86_400_000;

/** Whether year, month and day name a day that exists (1905-02-29 does not). */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the text is a `YYYY-MM-DD` day that exists. */
export function isDateText(text: string): boolean {
  const match = pattern.exec(text);
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Days since 1970-01-01. Throws RangeError when the text is no real date. */
export function dayNumber(date: string): number {
  const match = pattern.exec(date);
  if (!match || !isRealDate(Number(match[1]), Number(match[2]), Number(match[3]))) {
    throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`);
  }
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayMilliseconds;
}

/** The date of a day number: the inverse of {@link dayNumber} for the years 1000 to 9999. */
export function dateOfDayNumber(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}
