import { expect, it } from 'vitest';
import type { StepGuide } from '../../api/businesses.ts';
import { type ProcessPicture, stagesOf } from './stages.ts';

const kinds: Record<string, string> = { split: 'fork', meet: 'join', done: 'end' };
const edges = [
  ['fill', 'accept'],
  ['fill', 'cancelled'],
  ['accept', 'split'],
  ['accept', 'supplement'],
  ['supplement', 'accept'],
  ['split', 'declare'],
  ['split', 'review'],
  ['declare', 'assessed'],
  ['assessed', 'meet'],
  ['review', 'meet'],
  ['review', 'refused'],
  ['meet', 'enter'],
  ['enter', 'done'],
].map(([from = '', to = '']) => ({ from, to }));
const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
const process: ProcessPicture = {
  start: 'fill',
  nodes: ids.map((id) => ({ id, kind: kinds[id] ?? 'human', title: id })),
  edges,
};
const steps: StepGuide[] = ids.filter((id) => !kinds[id]).map((id) => ({ id, title: id, kind: 'human' }));

it('draws the usual way, with side-by-side ways together and detours left out', () => {
  const drawn = stagesOf(process, steps).map((stage) =>
    'step' in stage ? stage.step.id : stage.branches.map((way) => way.map((step) => step.id)),
  );
  expect(drawn).toEqual(['fill', 'accept', [['declare', 'assessed'], ['review']], 'enter']);
});

it('ends also for a process that goes round', () => {
  const round = {
    ...process,
    edges: [
      { from: 'fill', to: 'accept' },
      { from: 'accept', to: 'fill' },
    ],
  };
  expect(stagesOf(round, steps)).toHaveLength(2);
});
