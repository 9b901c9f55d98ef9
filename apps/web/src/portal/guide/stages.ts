import type { StepGuide } from '../../api/businesses.ts';

export interface ProcessPicture {
  start: string;
  nodes: { id: string; kind: string; title: string }[];
  edges: { from: string; to: string }[];
}

/** A stop on the way, or ways that are gone side by side until they meet. */
export type Stage = { step: StepGuide } | { branches: StepGuide[][] };

interface Branch {
  way: StepGuide[];
  join: string | undefined;
}

/**
 * The usual way through a process: of each step the first way on, of a fork all of them until they join.
 * Supplements, refusals and other detours are left out; a person who meets one is told then.
 */
export function stagesOf(process: ProcessPicture, steps: readonly StepGuide[]): Stage[] {
  const stages: Stage[] = [];
  const seen = new Set<string>();
  const stepOf = (id: string) => steps.find((step) => step.id === id);
  const kindOf = (id: string) => process.nodes.find((node) => node.id === id)?.kind;
  const waysOn = (id: string) => process.edges.filter((edge) => edge.from === id).map((edge) => edge.to);

  /** Follows one branch to its join and says where that is. */
  const branch = (from: string): Branch => {
    const way: StepGuide[] = [];
    let at: string | undefined = from;
    while (at && kindOf(at) !== 'join' && !seen.has(at)) {
      seen.add(at);
      const step = stepOf(at);
      if (step) way.push(step);
      at = waysOn(at)[0];
    }
    return { way, join: at };
  };

  let at: string | undefined = process.start;
  while (at && !seen.has(at)) {
    seen.add(at);
    if (kindOf(at) === 'fork') {
      const branches: Branch[] = waysOn(at).map(branch);
      stages.push({ branches: branches.map(({ way }) => way) });
      at = branches[0]?.join;
      continue;
    }
    const step = stepOf(at);
    if (step) stages.push({ step });
    at = waysOn(at)[0];
  }
  return stages;
}
