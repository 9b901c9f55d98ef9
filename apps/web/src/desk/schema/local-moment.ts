const offset = 8 * 3_600_000;

/** `2026-11-20T09:05` of the registry's wall clock as an instant, whatever zone the computer is set to. */
export function instantOf(local: string): string {
  return local === '' ? '' : `${local.slice(0, 16)}:00+08:00`;
}

/** An instant as the registry's wall clock, for a date and time field; empty for what is none. */
export function localMoment(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + offset).toISOString().slice(0, 16);
}
