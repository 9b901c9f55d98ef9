import { applyEffect } from './apply-effect.ts';
import type { Effect } from './effects.ts';
import { emptyProjection, project, stateOf, type UnitProjection } from './projection.ts';

/** As much of an entry as folding needs. */
export interface FoldedEntry {
  readonly number: number;
  readonly enteredAt: Date;
  readonly effect: Effect;
}

/**
 * Adds one entry to what its unit's earlier entries say.
 * Throws when the effect would be refused: such an entry can never have been entered.
 */
export function foldEntry(before: UnitProjection, entry: FoldedEntry): UnitProjection {
  const at = { now: entry.enteredAt, entryNumber: entry.number };
  const outcome = applyEffect(stateOf(before), entry.effect, at);
  if ('refusals' in outcome) {
    const reasons = outcome.refusals.map((refusal) => refusal.code).join(', ');
    throw new Error(`entry ${entry.number} cannot follow from the entries before it: ${reasons}`);
  }
  return project(before, outcome.changes, at);
}

/** Every unit's projection from the entries of one office in the order of their numbers. */
export function foldEntries(entries: Iterable<FoldedEntry>): Map<string, UnitProjection> {
  const units = new Map<string, UnitProjection>();
  for (const entry of entries) {
    const code = entry.effect.unit;
    units.set(code, foldEntry(units.get(code) ?? emptyProjection(code), entry));
  }
  return units;
}
