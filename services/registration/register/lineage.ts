import { lineageOf, loadStates } from '@hengchan/register';
import { formatUnitCode } from '@hengchan/standards';
import type { Registration } from '../registration.ts';

/** 沿革: the units this one came from and those that took its place, one step each way, with where they lie. */
export async function viewLineage({ platform }: Registration, office: string, code: string) {
  const { predecessors, successors } = await lineageOf(platform.database, office, code);
  const codes = [...predecessors, ...successors];
  if (codes.length === 0) return { predecessors: [], successors: [] };
  const states = await loadStates(platform.database, office, codes);
  const view = (each: string) => {
    const state = states.get(each);
    return {
      code: each,
      formatted: formatUnitCode(each),
      ...(state ? { location: state.unit.location } : {}),
      closed: state?.closed !== undefined,
    };
  };
  return { predecessors: predecessors.map(view), successors: successors.map(view) };
}
