import { expect, test } from 'vitest';
import type { Relations } from './api.ts';
import { box, mergeRelations, placeRelations } from './place-relations.ts';

const node = (id: string, kind: Relations['nodes'][number]['kind'], subject?: string) => ({
  id,
  kind,
  title: id,
  text: '',
  expandable: false,
  ...(subject === undefined ? {} : { subject }),
});

const graph: Relations = {
  unit: 'A',
  nodes: [
    node('unit:A', 'unit', 'A'),
    node('unit:B', 'unit', 'B'),
    node('unit:C', 'unit', 'C'),
    node('right:1', 'right'),
    node('right:2', 'restriction'),
    node('holder:1:0', 'holder'),
  ],
  edges: [
    { from: 'unit:B', to: 'unit:A', title: '前身' },
    { from: 'unit:A', to: 'unit:C', title: '后续' },
    { from: 'unit:A', to: 'right:1', title: '权利' },
    { from: 'unit:A', to: 'right:2', title: '限制' },
    { from: 'right:1', to: 'holder:1:0', title: '权利人' },
  ],
};

test('the unit stands between what it came from and what is on it, holders at the far end, and nothing overlaps', () => {
  const placed = placeRelations(graph);
  const x = (id: string) => placed.nodes.find((each) => each.node.id === id)?.x;
  expect([x('unit:B'), x('unit:A'), x('right:1'), x('unit:C'), x('holder:1:0')]).toEqual(
    [0, 1, 2, 2, 3].map((column) => column * box.across),
  );
  const places = placed.nodes.map(({ x: left, y: top }) => `${left} ${top}`);
  expect(new Set(places).size).toBe(places.length);
  for (const { x: left, y: top } of placed.nodes) {
    expect(left + box.width).toBeLessThanOrEqual(placed.width);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top + box.height).toBeLessThanOrEqual(placed.height);
  }
  expect(placed.edges).toHaveLength(graph.edges.length);
});

test('what a holder holds besides is added once, beyond the holder', () => {
  const more: Relations = {
    unit: 'A',
    nodes: [node('unit:A', 'unit', 'A'), node('unit:D', 'unit', 'D')],
    edges: [
      { from: 'unit:A', to: 'holder:1:0', title: '房屋所有权' },
      { from: 'unit:D', to: 'holder:1:0', title: '房屋所有权' },
    ],
  };
  const merged = mergeRelations(mergeRelations(graph, more), more);
  expect(merged.nodes).toHaveLength(graph.nodes.length + 1);
  expect(merged.edges).toHaveLength(graph.edges.length + 1);
  expect(placeRelations(merged).nodes.find((each) => each.node.id === 'unit:D')?.x).toBe(4 * box.across);
});
