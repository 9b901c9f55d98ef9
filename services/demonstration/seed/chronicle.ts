import type { OfficeCity } from '../city/city.ts';
import { dateOf } from '../city/days.ts';
import type { PlannedEvent } from '../city/events.ts';

/** Series of numbers an office gives out. */
export type Series = 'certificate' | 'proof' | 'case';

/**
 * All events of an office in the order of their times, as numbers: which entry each is, and which certificate and
 * case number it gets. Some twenty bytes an event, so that millions fit; what an event says is made again when it is
 * written.
 */
export interface Chronicle {
  readonly events: number;
  /** Unit of the event that becomes the entry with this number, from 1. */
  unitAt(entry: number): number;
  /** Which of its unit's events that is, from 0. */
  ordinalAt(entry: number): number;
  /** Entry number of a unit's event. */
  entryOf(unit: number, ordinal: number): number;
  /** Place of a unit's event in its series of certificates or proofs of the year; 0 when it issues none. */
  certificateOf(unit: number, ordinal: number): number;
  /** Place of a unit's event in its day's series of cases. */
  caseOf(unit: number, ordinal: number): number;
}

/** What kind of number an event is issued, if any. */
export function issuedBy(type: PlannedEvent['type']): 'certificate' | 'proof' | undefined {
  if (type === 'first-registration' || type === 'transfer') return 'certificate';
  return type === 'mortgage' ? 'proof' : undefined;
}

const kinds = ['certificate', 'proof'] as const;

/** Puts an office's events in order. Reads every unit's history once. */
export function chronicleOf(office: OfficeCity): Chronicle {
  const { units } = office.site;
  const starts = new Uint32Array(units + 1);
  const times: number[] = [];
  const issues: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    for (const event of office.unit(unit).events) {
      times.push(event.at);
      const kind = issuedBy(event.type);
      issues.push(kind === undefined ? -1 : kinds.indexOf(kind));
    }
    starts[unit + 1] = times.length;
  }
  const order = Uint32Array.from({ length: times.length }, (_, event) => event).sort(
    (left, right) => (times[left] ?? 0) - (times[right] ?? 0) || left - right,
  );
  const entries = new Uint32Array(times.length);
  const certificates = new Uint32Array(times.length);
  const cases = new Uint32Array(times.length);
  const counters = new Map<string, number>();
  const next = (series: string): number => {
    const value = (counters.get(series) ?? 0) + 1;
    counters.set(series, value);
    return value;
  };
  for (const [at, event] of order.entries()) {
    entries[event] = at + 1;
    const date = dateOf(times[event] ?? 0);
    cases[event] = next(date);
    const kind = kinds[issues[event] ?? -1];
    if (kind) certificates[event] = next(`${kind} ${date.slice(0, 4)}`);
  }
  const unitOf = (event: number): number => {
    let [low, high] = [0, units - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= event) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const eventAt = (entry: number): number => order[entry - 1] ?? 0;
  const idOf = (unit: number, ordinal: number): number => (starts[unit] ?? 0) + ordinal;
  return {
    events: times.length,
    unitAt: (entry) => unitOf(eventAt(entry)),
    ordinalAt: (entry) => eventAt(entry) - (starts[unitOf(eventAt(entry))] ?? 0),
    entryOf: (unit, ordinal) => entries[idOf(unit, ordinal)] ?? 0,
    certificateOf: (unit, ordinal) => certificates[idOf(unit, ordinal)] ?? 0,
    caseOf: (unit, ordinal) => cases[idOf(unit, ordinal)] ?? 0,
  };
}
