/** The first and the last day of the month before, on the calendar of China. */
export function lastMonth(now: Date): { from: string; to: string } {
  const here = new Date(now.getTime() + 8 * 3_600_000);
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()];
  const text = (date: Date) => date.toISOString().slice(0, 10);
  return { from: text(new Date(Date.UTC(year, month - 1, 1))), to: text(new Date(Date.UTC(year, month, 0))) };
}
