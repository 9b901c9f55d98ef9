import type { FlowNode } from './flow.ts';

/** Distances of the drawing, in the pixels BPMN diagrams are measured in. */
export const measures = {
  task: { width: 110, height: 70 },
  gateway: { width: 46, height: 46 },
  event: { width: 36, height: 36 },
  /** From a step to the gateway that belongs to it. */
  stub: 20,
  /** Between two lines that run side by side, so that a name fits above each. */
  track: 18,
  /** Around what stands in a row: names of events and gateways are written below them. */
  row: 34,
  /** Head of a lane with its name, and of the pool. */
  head: 30,
  letter: 11,
};

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface DrawnFlow {
  points: readonly Point[];
  label?: Box;
}

export const sizeOf = (node: FlowNode) =>
  node.kind.endsWith('Task')
    ? measures.task
    : node.kind.endsWith('Event')
      ? measures.event
      : measures.gateway;

export const labelWidth = (name: string | undefined): number =>
  name ? name.length * measures.letter + measures.letter : 0;
