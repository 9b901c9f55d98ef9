import type { AutomaticStep, HumanStep, Process, ProcessNode, WaitingStep } from './graph.ts';

/** Nodes a node can lead to. */
export function successors(node: ProcessNode): string[] {
  switch (node.kind) {
    case 'human':
      return [
        node.next,
        ...node.actions.flatMap((action) => action.next ?? []),
        ...Object.values(node.outcomes ?? {}),
      ];
    case 'automatic':
    case 'waiting':
      return [node.next, ...Object.values(node.outcomes ?? {})];
    case 'fork':
      return [...node.next];
    case 'join':
      return [node.next];
    case 'end':
      return [];
  }
}

/** The node of an id; a definition that was checked always has it. */
export function nodeOf(process: Process, id: string): ProcessNode {
  const found = process.nodes.find((node) => node.id === id);
  if (!found) throw new Error(`process has no node ${id}`);
  return found;
}

/** Where a step goes on after an outcome of the machine, of an event or of time; without a way named for it, as usual. */
export function wayOut(
  node: AutomaticStep | WaitingStep | HumanStep,
  outcome: string | null | undefined,
): string {
  const named = outcome && 'outcomes' in node ? node.outcomes?.[outcome] : undefined;
  return named ?? node.next;
}

/** What is wrong with a process graph; empty when it is sound. `withdrawn` may stand alone: it is entered by withdrawal. */
export function checkProcess(process: Process): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  for (const node of process.nodes) {
    if (ids.has(node.id)) faults.push(`node ${node.id} is defined twice`);
    ids.add(node.id);
  }
  for (const node of process.nodes) {
    for (const next of successors(node))
      if (!ids.has(next)) faults.push(`${node.id} leads to ${next}, which does not exist`);
    if (node.kind === 'waiting' && node.event === undefined && node.until === undefined)
      faults.push(`${node.id} waits for nothing`);
    if (node.kind === 'human') {
      const names = node.actions.map((action) => action.action);
      if (new Set(names).size !== names.length) faults.push(`${node.id} has an action twice`);
    }
  }
  if (!ids.has(process.start)) faults.push(`start ${process.start} does not exist`);
  if (faults.length > 0) return faults;
  const reached = new Set<string>();
  const walk = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    successors(nodeOf(process, id)).forEach(walk);
  };
  walk(process.start);
  for (const id of ids) if (!reached.has(id) && id !== 'withdrawn') faults.push(`${id} cannot be reached`);
  if (!process.nodes.some((node) => node.kind === 'end' && reached.has(node.id)))
    faults.push('no end can be reached');
  return faults;
}
