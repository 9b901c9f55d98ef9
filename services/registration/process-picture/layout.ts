import type { ProcessFlow } from './flow.ts';
import { type Box, type DrawnFlow, measures, sizeOf } from './measures.ts';
import { type Cell, placeCells } from './place.ts';
import { routeFlows } from './route.ts';

export interface Drawing {
  pool: Box;
  lanes: readonly { name: string; box: Box; nodes: readonly string[] }[];
  shapes: ReadonlyMap<string, Box>;
  flows: ReadonlyMap<string, DrawnFlow>;
}

/**
 * Draws a process from left to right in lanes of those whose work it is. Steps stand in the columns of their order and the rows of their
 * lane; lines run only between columns and between rows, each on a track of its own, so that no line crosses a step or lies on another.
 */
export function layOut(flow: ProcessFlow): Drawing {
  const grid = placeCells(flow);
  const routes = routeFlows(flow, grid);
  const columns = spread(grid.columns, routes.channels, (column) => widest(grid.cells, column));
  const rows = spread(grid.rows, routes.gaps, () => measures.task.height + measures.row);
  const left = 2 * measures.head;
  const shapes = new Map<string, Box>();
  for (const cell of grid.cells) {
    const column = columns.places[cell.column] as Extent;
    const row = rows.places[cell.row] as Extent;
    const middle = row.from + measures.task.height / 2;
    let x = left + column.from + (column.size - cellWidth(cell)) / 2;
    for (const node of cell.nodes) {
      const { width, height } = sizeOf(node);
      shapes.set(node.id, { x, y: middle - height / 2, width, height });
      x += width + measures.stub;
    }
  }
  const width = left + columns.size;
  const lanes = grid.lanes.map(({ name, first, last }, index) => {
    const top = index === 0 ? 0 : (rows.before[first] as Extent).from;
    const next = grid.lanes[index + 1];
    const bottom = next ? (rows.before[next.first] as Extent).from : rows.size;
    return {
      name,
      box: { x: measures.head, y: top, width: width - measures.head, height: bottom - top },
      nodes: grid.cells
        .filter((cell) => cell.row >= first && cell.row <= last)
        .flatMap((cell) => cell.nodes.map((node) => node.id)),
    };
  });
  const flows = routes.draw(shapes, {
    channel: (index, track) => left + (columns.before[index] as Extent).from + measures.track * (track + 1),
    gap: (index, track) => (rows.before[index] as Extent).from + measures.track * (track + 1),
  });
  return { pool: { x: 0, y: 0, width, height: rows.size }, lanes, shapes, flows };
}

export const cellWidth = (cell: Cell): number =>
  cell.nodes.reduce((sum, node) => sum + sizeOf(node).width, (cell.nodes.length - 1) * measures.stub);

const widest = (cells: readonly Cell[], column: number): number =>
  Math.max(...cells.filter((cell) => cell.column === column).map(cellWidth));

interface Extent {
  from: number;
  size: number;
}

/** Columns (or rows) one after another with the room before each, and after the last, that its lines need. */
function spread(count: number, room: readonly number[], sizeAt: (index: number) => number) {
  const places: Extent[] = [];
  const before: Extent[] = [];
  let at = 0;
  for (let index = 0; index <= count; index += 1) {
    const space = room[index] ?? 0;
    before.push({ from: at, size: space });
    at += space;
    if (index === count) break;
    const size = sizeAt(index);
    places.push({ from: at, size });
    at += size;
  }
  return { places, before, size: at };
}
