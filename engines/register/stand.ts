import { Draft } from './draft.ts';
import { lapse } from './lapse.ts';
import { emptyProjection, project, stateOf } from './projection.ts';
import type { Right, UnitState } from './state.ts';

/**
 * How a unit stands at a moment: its recorded rights with the passing of time taken into account, so a seizure
 * whose term is over is gone and the next in the queue is in force, an objection without a suit and an advance
 * notice after its ninety days are gone too, although no entry says so yet.
 * Rights keep the ids under which they are recorded.
 */
export function standAt(state: UnitState, moment: Date): UnitState {
  const draft = new Draft(state, { now: moment, entryNumber: state.lastEntry + 1 });
  lapse(draft, moment);
  if (draft.changes.length === 0) return state;
  const { sinceEntry, ...facts } = state.unit;
  const before = {
    ...emptyProjection(facts.code),
    versions: [{ facts, sinceEntry, sinceAt: state.lastEnteredAt }],
    rights: new Map(state.rights.map((right) => [right.id, right])),
  };
  const after = stateOf(project(before, draft.changes, draft.at));
  const recorded = new Map(state.rights.map((right) => [right.origin, right]));
  const rights = (after?.rights ?? []).map((right): Right => {
    const row = recorded.get(right.origin);
    if (!row || row.id === right.id) return right;
    const { continues: _virtual, ...rest } = right;
    return { ...rest, id: row.id, registeredEntry: row.registeredEntry };
  });
  return { ...state, rights };
}
