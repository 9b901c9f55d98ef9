/** A moment the register can be read at: after an entry, or now. */
export interface Stop {
  /** Absent for the present. */
  asOf?: string;
  title: string;
  at?: string;
}

interface Event {
  number: number;
  at: string;
  title: string;
}

/**
 * The stops of the time line, the oldest first and the present last. Entries of the same instant are one stop,
 * since no moment lies between them.
 */
export function stopsOf(events: readonly Event[]): Stop[] {
  const sorted = [...events].sort(
    (left, right) => left.at.localeCompare(right.at) || left.number - right.number,
  );
  const stops: Stop[] = [];
  for (const event of sorted) {
    const last = stops.at(-1);
    if (last?.at === event.at) last.title = `${last.title}、${event.title}`;
    else stops.push({ asOf: event.at, at: event.at, title: event.title });
  }
  return [...stops, { title: '现在' }];
}

/** The stop in force at a moment: the last one not later. Without a moment, the present. */
export function stopAt(stops: readonly Stop[], asOf: string | undefined): number {
  if (!asOf) return stops.length - 1;
  const index = stops.findLastIndex(
    (stop) => stop.asOf !== undefined && Date.parse(stop.asOf) <= Date.parse(asOf),
  );
  return Math.max(index, 0);
}
