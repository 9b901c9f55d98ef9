import type { Term } from './state.ts';

/**
 * Legal terms run on the calendar of Asia/Shanghai, which has been UTC+8 without summer time since 1992.
 * A date here is `YYYY-MM-DD`.
 */
const offset = 8 * 3_600_000;
const day = 86_400_000;

/** The calendar date in Shanghai at an instant. */
export function dateAt(instant: Date): string {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10);
}

/** The instant at which a date begins in Shanghai. */
export function startOf(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - offset);
}

/**
 * The first date no longer inside a term that begins on `from`: three years from 2026-11-20 run up to and
 * including 2029-11-19, so the answer is 2029-11-20. Where the last month has no
 * such day, the term ends with the month (民法典 202).
 */
export function firstDateAfter(from: string, term: Term): string {
  const start = new Date(`${from}T00:00:00.000Z`);
  if (term.unit === 'day') return new Date(start.getTime() + term.count * day).toISOString().slice(0, 10);
  const months = start.getUTCMonth() + (term.unit === 'year' ? term.count * 12 : term.count);
  const end = new Date(Date.UTC(start.getUTCFullYear(), months, start.getUTCDate()));
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(1);
  return end.toISOString().slice(0, 10);
}

/** Whether the text is a date that exists. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Whether the text is an instant with its offset, so that it means the same everywhere. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    Number.isFinite(Date.parse(text))
  );
}
