import { describe, expect, test } from 'vitest';
import { treeAdoption } from '../testing/tree-adoption.ts';
import { checkProcess, wayOut } from './check.ts';
import type { Process, ProcessNode } from './graph.ts';

const change = (
  edit: (nodes: ProcessNode[]) => ProcessNode[],
  start = treeAdoption.process.start,
): Process => ({
  start,
  nodes: edit([...treeAdoption.process.nodes]),
});

describe('a process graph', () => {
  test('that is sound has no faults', () => {
    expect(checkProcess(treeAdoption.process)).toEqual([]);
  });

  test.each([
    ['a node twice', change((nodes) => [...nodes, nodes[0] as ProcessNode]), 'prepare is defined twice'],
    [
      'a way to nowhere',
      change((nodes) => nodes.filter((node) => node.id !== 'together')),
      'leads to together',
    ],
    ['a start that does not exist', change((nodes) => nodes, 'dream'), 'start dream does not exist'],
    [
      'a node nobody reaches',
      change((nodes) => [...nodes, { id: 'island', kind: 'end', title: '', phase: 'completed' }]),
      'island cannot be reached',
    ],
  ])('with %s is refused', (_what, process, fault) => {
    expect(checkProcess(process).join('; ')).toContain(fault);
  });
});

test('an outcome without a way of its own takes the usual one', () => {
  const plant = treeAdoption.process.nodes.find((node) => node.id === 'plant');
  if (plant?.kind !== 'automatic') throw new Error('plant is automatic');
  expect(wayOut(plant, 'frozen')).toBe('frozen');
  expect(wayOut(plant, 'unheard of')).toBe('decide');
  expect(wayOut(plant, undefined)).toBe('decide');
});
