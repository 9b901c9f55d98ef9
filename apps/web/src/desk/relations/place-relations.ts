import type { Relations } from './api.ts';

type Node = Relations['nodes'][number];

export interface PlacedNode {
  node: Node;
  x: number;
  y: number;
}

export interface PlacedEdge {
  key: string;
  title: string;
  from: PlacedNode;
  to: PlacedNode;
}

export interface Placed {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  width: number;
  height: number;
}

export const box = { width: 208, height: 48, across: 296, down: 64 } as const;

/** Where the unit came from, the unit, what is on it, whose that is, and what they hold besides. */
const columnOf = (node: Node, relations: Relations): number => {
  const own = node.kind === 'unit' && node.subject === relations.unit;
  if (own) return 1;
  if (node.kind === 'holder') return 3;
  if (node.kind !== 'unit') return 2;
  const centre = relations.nodes.find((each) => each.kind === 'unit' && each.subject === relations.unit);
  if (relations.edges.some((edge) => edge.from === node.id && edge.to === centre?.id)) return 0;
  return relations.edges.some((edge) => edge.from === centre?.id && edge.to === node.id) ? 2 : 4;
};

/** Columns from left to right, each node below the one before it, the unit itself in the middle of its column. */
export function placeRelations(relations: Relations): Placed {
  const columns = new Map<number, Node[]>();
  for (const node of relations.nodes) {
    const column = columnOf(node, relations);
    columns.set(column, [...(columns.get(column) ?? []), node]);
  }
  const used = [...columns.keys()].sort((left, right) => left - right);
  const rows = Math.max(1, ...[...columns.values()].map((nodes) => nodes.length));
  const height = rows * box.down;
  const nodes = used.flatMap((column, at) => {
    const own = columns.get(column) ?? [];
    const top = (height - own.length * box.down) / 2;
    return own.map((node, row) => ({
      node,
      x: at * box.across,
      y: top + row * box.down + (box.down - box.height) / 2,
    }));
  });
  const byId = new Map(nodes.map((placed) => [placed.node.id, placed]));
  // Two relations between the same two are one line with both names: a mortgagor is often the debtor too.
  const pairs = Map.groupBy(relations.edges, (edge) => `${edge.from} ${edge.to}`);
  const edges = [...pairs].flatMap(([key, own]) => {
    const [from, to] = [byId.get(own[0]?.from ?? ''), byId.get(own[0]?.to ?? '')];
    const title = [...new Set(own.map((edge) => edge.title))].join('、');
    return from && to ? [{ key, title, from, to }] : [];
  });
  return { nodes, edges, width: (used.length - 1) * box.across + box.width + 2, height };
}

/** The graph with what an expanded holder brought: nothing twice. */
export function mergeRelations(known: Relations, more: Relations): Relations {
  const ids = new Set(known.nodes.map((node) => node.id));
  const edges = new Set(known.edges.map((edge) => `${edge.from} ${edge.to} ${edge.title}`));
  return {
    unit: known.unit,
    nodes: [...known.nodes, ...more.nodes.filter((node) => !ids.has(node.id))],
    edges: [
      ...known.edges,
      ...more.edges.filter(
        // The unit itself is linked to its holder through the right already.
        (edge) => !edges.has(`${edge.from} ${edge.to} ${edge.title}`) && edge.from !== `unit:${known.unit}`,
      ),
    ],
  };
}
