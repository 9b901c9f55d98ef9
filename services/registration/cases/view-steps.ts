import { type BusinessDefinition, type CaseRecord, nodeOf, type ProcessNode } from '@hengchan/casework';
import type { CaseView } from '../schema.ts';

/** The line of steps: what is done, where the case stands, what lies ahead. Exceptional steps show only when they were entered. */
export function stepsOf(record: CaseRecord, definition: BusinessDefinition): CaseView['steps'] {
  const usual = usualPath(definition, record.case.channel);
  const shown = definition.process.nodes.filter(
    (node): node is Extract<ProcessNode, { title: string }> =>
      'title' in node &&
      node.kind !== 'end' &&
      (usual.has(node.id) || record.tokens.some((token) => token.node === node.id)),
  );
  return shown.map((node) => {
    const tokens = record.tokens.filter((token) => token.node === node.id);
    const last = tokens.at(-1);
    const state = !last
      ? record.case.closed_at
        ? 'passed'
        : 'ahead'
      : last.state === 'open'
        ? 'current'
        : last.state === 'done'
          ? 'done'
          : 'passed';
    return {
      id: node.id,
      title: node.title,
      state,
      ...(last ? { startedAt: last.entered_at.toISOString() } : {}),
      ...(last?.done_at && state === 'done' ? { doneAt: last.done_at.toISOString() } : {}),
      ...(last?.done_by_name && state === 'done' ? { by: last.done_by_name } : {}),
      ...(last?.done_for_name && state === 'done' ? { for: last.done_for_name } : {}),
    };
  });
}

/** Nodes on the way without exceptions: each step's first way on. */
function usualPath(definition: BusinessDefinition, channel: string): Set<string> {
  const path = new Set<string>();
  const walk = (id: string): void => {
    if (path.has(id)) return;
    const node = nodeOf(definition.process, id);
    if (node.kind === 'end') return;
    if (!(node.kind === 'human' && node.onlyChannel && node.onlyChannel !== channel)) path.add(id);
    if (node.kind === 'fork') node.next.forEach(walk);
    else if (node.kind === 'human')
      walk(node.actions.find((action) => action.style === 'primary')?.next ?? node.next);
    else walk(node.next);
  };
  walk(definition.process.start);
  return path;
}

/** Whether the case has been through a step of entry: only then can anything have been entered for it. */
export const wasEntered = (record: CaseRecord, definition: BusinessDefinition): boolean =>
  record.tokens.some((token) => {
    if (token.kind !== 'automatic' || token.state !== 'done') return false;
    const node = nodeOf(definition.process, token.node);
    return node.kind === 'automatic' && node.phase === 'entering';
  });
