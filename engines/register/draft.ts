import { toShanghaiDate } from '@hengchan/standards';
import type { Closure } from './limited-rights.ts';
import type {
  AdvanceNoticeRight,
  Change,
  Moment,
  MortgageRight,
  OwnershipRight,
  Right,
  RightKind,
  SeizureRight,
  UnitFacts,
  UnitState,
} from './state.ts';

type Without<R, K extends keyof Right> = R extends Right ? Omit<R, K> : never;

/** A right as an effect words it; the draft adds its id and when it was registered. */
export type NewRight = Without<
  Right,
  | 'id'
  | 'origin'
  | 'continues'
  | 'registeredAt'
  | 'registeredEntry'
  | 'endedAt'
  | 'endedEntry'
  | 'endedReason'
>;

/**
 * The changes of one entry while they are being worked out. Reading from it shows the rights as they stand
 * after the changes so far; ids are numbered in the order rights are opened, so folding again gives the same ids.
 */
export class Draft {
  readonly changes: Change[] = [];
  readonly at: Moment;
  /** The unit's facts after the changes so far; undefined while it has no page. */
  unit: UnitFacts | undefined;
  /** Set while the page is closed: no effect may be entered on it. */
  readonly closed: Closure | undefined;
  readonly #rights = new Map<string, Right>();
  #opened = 0;

  constructor(state: UnitState | undefined, at: Moment) {
    this.at = at;
    if (state) {
      const { sinceEntry: _since, ...facts } = state.unit;
      this.unit = facts;
    }
    this.closed = state?.closed;
    for (const right of state?.rights ?? []) this.#rights.set(right.id, right);
  }

  /** The current right with this id or origin, so that a right is still found after its row was rewritten. */
  get(id: string): Right | undefined {
    return this.#rights.get(id) ?? this.#all().find((right) => right.origin === id);
  }

  ownership(): OwnershipRight | undefined {
    return this.#all().find((right) => right.kind === 'ownership');
  }

  /** Current mortgages by rank. */
  mortgages(): MortgageRight[] {
    return this.#all()
      .filter((right) => right.kind === 'mortgage')
      .sort((left, right) => left.rank - right.rank);
  }

  /** Current seizures, the one in force first. */
  seizures(): SeizureRight[] {
    return this.#all()
      .filter((right) => right.kind === 'seizure')
      .sort((left, right) => left.queue - right.queue);
  }

  /** Current rights of a kind, in the order of registration. */
  of<K extends RightKind>(kind: K): Extract<Right, { kind: K }>[] {
    return this.#all().filter((right): right is Extract<Right, { kind: K }> => right.kind === kind);
  }

  /** Every current right. */
  all(): Right[] {
    return this.#all();
  }

  setUnit(facts: UnitFacts): void {
    this.unit = facts;
    this.changes.push({ change: 'unit', facts });
  }

  open(right: NewRight, since: Date = this.at.now, old?: Right): string {
    const id = `${this.at.entryNumber}-${++this.#opened}`;
    const opened: Right = {
      ...right,
      id,
      origin: old?.origin ?? id,
      ...(old ? { continues: old.id } : {}),
      registeredAt: since,
      registeredEntry: this.at.entryNumber,
    };
    this.#rights.set(id, opened);
    this.changes.push({ change: 'open', right: opened });
    return id;
  }

  end(id: string, reason: string, when: Date = this.at.now): void {
    if (!this.#rights.delete(id)) throw new Error(`right ${id} is not current`);
    this.changes.push({ change: 'end', right: id, at: when, reason });
  }

  /** Ends a right's row and opens the one it goes on as. */
  replace(old: Right, next: NewRight, reason: string, when: Date = this.at.now): string {
    this.end(old.id, reason, when);
    return this.open(keepingNoticeDay(old, next), when, old);
  }

  issue(certificate: string | undefined, right: string): void {
    if (certificate !== undefined) this.changes.push({ change: 'certificate', number: certificate, right });
  }

  /** Closes the page; its rights must have ended. */
  close(closure: Omit<Closure, 'at' | 'entry'>): void {
    if (this.#rights.size > 0) throw new Error('a page with current rights cannot be closed');
    this.changes.push({ change: 'close', closure });
  }

  dispose(authority?: string): void {
    this.changes.push(authority === undefined ? { change: 'disposal' } : { change: 'disposal', authority });
  }

  #all(): Right[] {
    return [...this.#rights.values()];
  }
}

/** A notice that goes on in other words still counts from the day it was first registered. */
function keepingNoticeDay(old: Right, next: NewRight): NewRight {
  if (old.kind !== 'advance-notice' || next.kind !== 'advance-notice') return next;
  return { ...next, content: { ...next.content, noticedOn: noticeDay(old) } };
}

/** The day in China on which an advance notice was first registered. */
export const noticeDay = ({ content, registeredAt }: AdvanceNoticeRight): string =>
  content.noticedOn ?? toShanghaiDate(registeredAt);

/** The wording of a right, without what the draft adds. */
export function wording<R extends Right>(right: R): Omit<R, 'id' | 'origin' | 'continues'> {
  const { id: _id, origin: _origin, continues: _continues, ...rest } = right;
  return rest;
}
