import { formatDate, formatDateTime } from '@hengchan/standards';

/** A date, or the day of an instant, in words; a dash for none. Text that is no date stands as it is. */
export function day(value: string | undefined): string {
  if (!value) return '—';
  try {
    return formatDate(value.includes('T') ? new Date(value) : value);
  } catch {
    return value;
  }
}

/** An instant with its time of day in words; a dash for none. */
export function moment(value: string | undefined): string {
  if (!value) return '—';
  try {
    return formatDateTime(new Date(value));
  } catch {
    return value;
  }
}

/** `11-20 09:05` for dense lists; the year is added when it is not this one. */
export function shortMoment(value: string | undefined, now: Date): string {
  if (!value) return '—';
  const shanghai = (date: Date) => new Date(date.getTime() + 8 * 3_600_000).toISOString();
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const text = shanghai(date);
  const start = text.slice(0, 4) === shanghai(now).slice(0, 4) ? 5 : 0;
  return text.slice(start, 16).replace('T', ' ');
}

/** `2026-11-20`, the day in China, where space is scarce. */
export function shortDay(value: string): string {
  const time = Date.parse(value);
  return Number.isNaN(time) ? value : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}
