import type { Closure } from './limited-rights.ts';
import type { Change, Moment, Right, UnitFacts, UnitState, UnitVersion } from './state.ts';

/** One version of a unit's facts with the entries that began and ended it. */
export interface ProjectedVersion {
  readonly facts: UnitFacts;
  readonly sinceEntry: number;
  readonly sinceAt: Date;
  readonly endedEntry?: number;
  readonly endedAt?: Date;
}

export interface ProjectedCertificate {
  readonly number: string;
  readonly right: string;
  readonly issuedEntry: number;
}

export interface ProjectedDisposal {
  readonly entry: number;
  readonly at: Date;
  readonly authority?: string;
}

/**
 * All that the entries of one unit say, past and present. Immutable: adding an entry gives a new value.
 * The database's projections are exactly these values in rows.
 */
export interface UnitProjection {
  readonly code: string;
  readonly versions: readonly ProjectedVersion[];
  /** Every right ever opened, by id, in the order of opening. */
  readonly rights: ReadonlyMap<string, Right>;
  readonly certificates: readonly ProjectedCertificate[];
  readonly disposals: readonly ProjectedDisposal[];
  readonly closed?: Closure;
  readonly lastEntry: number;
  readonly lastEnteredAt: Date;
}

export const emptyProjection = (code: string): UnitProjection => ({
  code,
  versions: [],
  rights: new Map(),
  certificates: [],
  disposals: [],
  lastEntry: 0,
  lastEnteredAt: new Date(0),
});

/** The projection after the changes of one more entry. Throws when a change ends a right that is not current. */
export function project(before: UnitProjection, changes: readonly Change[], at: Moment): UnitProjection {
  const versions = [...before.versions];
  const rights = new Map(before.rights);
  const certificates = [...before.certificates];
  const disposals = [...before.disposals];
  let { closed } = before;
  for (const change of changes) {
    switch (change.change) {
      case 'unit': {
        const last = versions.pop();
        if (last) versions.push({ ...last, endedEntry: at.entryNumber, endedAt: at.now });
        versions.push({ facts: change.facts, sinceEntry: at.entryNumber, sinceAt: at.now });
        break;
      }
      case 'open':
        rights.set(change.right.id, change.right);
        break;
      case 'end': {
        const right = rights.get(change.right);
        if (!right || right.endedEntry !== undefined) {
          throw new Error(`entry ${at.entryNumber} ends right ${change.right}, which is not current`);
        }
        const end = { endedAt: change.at, endedEntry: at.entryNumber, endedReason: change.reason };
        rights.set(right.id, { ...right, ...end });
        break;
      }
      case 'certificate':
        certificates.push({ number: change.number, right: change.right, issuedEntry: at.entryNumber });
        break;
      case 'close':
        closed = { ...change.closure, at: at.now, entry: at.entryNumber };
        break;
      case 'disposal': {
        const { authority } = change;
        disposals.push({
          entry: at.entryNumber,
          at: at.now,
          ...(authority === undefined ? {} : { authority }),
        });
      }
    }
  }
  return {
    code: before.code,
    versions,
    rights,
    certificates,
    disposals,
    ...(closed ? { closed } : {}),
    lastEntry: at.entryNumber,
    lastEnteredAt: at.now,
  };
}

/** What the next effect is applied to, or undefined when the unit has no page. */
export function stateOf(projection: UnitProjection): UnitState | undefined {
  const version = projection.versions.at(-1);
  if (!version) return undefined;
  const unit: UnitVersion = { ...version.facts, sinceEntry: version.sinceEntry };
  const rights = [...projection.rights.values()].filter((right) => right.endedEntry === undefined);
  const { lastEntry, lastEnteredAt, closed } = projection;
  return { unit, rights, ...(closed ? { closed } : {}), lastEntry, lastEnteredAt };
}
