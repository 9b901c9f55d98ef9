import type { Term } from './state.ts';

const day = 86_400_000;

/**
 * The first date no longer inside a term that begins on `from`: three years from 2026-11-20 run up to and
 * including 2029-11-19, so the answer is 2029-11-20. Where the last month has no such day, the term ends with
 * the month (民法典 202).
 */
export function firstDateAfter(from: string, term: Term): string {
  const start = new Date(`${from}T00:00:00.000Z`);
  if (term.unit === 'day') return new Date(start.getTime() + term.count * day).toISOString().slice(0, 10);
  const months = start.getUTCMonth() + (term.unit === 'year' ? term.count * 12 : term.count);
  const end = new Date(Date.UTC(start.getUTCFullYear(), months, start.getUTCDate()));
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(1);
  return end.toISOString().slice(0, 10);
}

/** Whether the text is an instant with its offset, so that it means the same everywhere. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    Number.isFinite(Date.parse(text))
  );
}
