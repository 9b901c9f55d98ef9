import type { Flow, ProcessFlow } from './flow.ts';
import { type Box, type DrawnFlow, labelWidth, measures, type Point } from './measures.ts';
import type { Cell, Grid } from './place.ts';

interface Tracks {
  channel: (index: number, track: number) => number;
  gap: (index: number, track: number) => number;
}

interface Route {
  flow: Flow;
  from: Cell;
  to: Cell;
  /** Straight: neither channel nor gap. One channel: between neighbouring columns. Otherwise channel, gap, channel. */
  leave?: { channel: number; track: number };
  gap?: { gap: number; track: number };
  arrive?: { channel: number; track: number };
}

export interface Routes {
  /** Width of the room before each column, and after the last. */
  channels: readonly number[];
  /** Height of the room above each row, and below the last. */
  gaps: readonly number[];
  draw(shapes: ReadonlyMap<string, Box>, tracks: Tracks): Map<string, DrawnFlow>;
}

/** Gives every line its way between the columns and rows, on tracks nobody else uses. */
export function routeFlows({ flows }: ProcessFlow, grid: Grid): Routes {
  const cellOf = new Map(grid.cells.flatMap((cell) => cell.nodes.map((node) => [node.id, cell])));
  const routes = flows.flatMap((flow): Route[] => {
    const [from, to] = [cellOf.get(flow.from), cellOf.get(flow.to)];
    return from && to && !isInner(flow) ? [{ flow, from, to }] : [];
  });
  const inner = flows.filter(isInner);
  const crooked = routes.filter((route) => !isStraight(route, grid));
  const gapTracks = new Tracker();
  for (const route of crooked) {
    if (route.to.column === route.from.column + 1) continue;
    const gap = gapOf(route);
    const [left, right] = [route.from.column + 1, route.to.column].toSorted((a, b) => a - b);
    route.gap = { gap, track: gapTracks.take(gap, left ?? 0, right ?? 0) };
  }
  const counts = assignChannels(crooked, grid.columns);
  return {
    channels: Array.from({ length: grid.columns + 1 }, (_, index) => {
      const arriving = routes.filter(({ to, gap }) => to.column === index && !gap);
      const label = Math.max(0, ...arriving.map(({ flow }) => labelWidth(flow.name)));
      const edge = index === 0 || index === grid.columns;
      return ((counts[index] ?? 0) + 1) * measures.track + Math.max(label, edge ? 0 : measures.track);
    }),
    gaps: Array.from({ length: grid.rows + 1 }, (_, index) => (gapTracks.count(index) + 1) * measures.track),
    draw: (shapes, tracks) =>
      new Map([
        ...inner.map((flow): [string, DrawnFlow] => [flow.id, { points: straight(flow, shapes) }]),
        ...routes.map((route): [string, DrawnFlow] => [route.flow.id, drawRoute(route, shapes, tracks)]),
      ]),
  };
}

/** From a step to the gateway right behind it. */
const isInner = (flow: Flow): boolean => flow.to === `${flow.from}.ways`;

/** Tracks of one kind of room: a track is free for a line when no other line on it overlaps. */
class Tracker {
  readonly #taken = new Map<number, [from: number, to: number][][]>();

  take(room: number, from: number, to: number): number {
    const tracks = this.#taken.get(room) ?? [];
    this.#taken.set(room, tracks);
    let track = tracks.findIndex((lines) => lines.every(([a, b]) => to < a || from > b));
    if (track < 0) track = tracks.push([]) - 1;
    tracks[track]?.push([from, to]);
    return track;
  }

  count(room: number): number {
    return this.#taken.get(room)?.length ?? 0;
  }
}

function isStraight({ from, to }: Route, grid: Grid): boolean {
  return (
    from.row === to.row &&
    from.column < to.column &&
    !grid.cells.some((cell) => cell.row === from.row && cell.column > from.column && cell.column < to.column)
  );
}

/** The room between two rows a long line runs in: beside the row it comes from, on the side of the row it goes to. */
function gapOf({ from, to }: Route): number {
  if (to.row > from.row) return to.row;
  if (to.row < from.row) return to.row + 1;
  return to.column > from.column ? from.row : from.row + 1;
}

/**
 * Tracks in the room between columns, from left to right: first lines that only leave, then those that go straight to the next column, then
 * those that only arrive. So what leaves a row never runs along what arrives in it.
 */
function assignChannels(routes: readonly Route[], columns: number): number[] {
  return Array.from({ length: columns + 1 }, (_, channel) => {
    const leaving = routes.filter((route) => route.gap && route.from.column + 1 === channel);
    const crossing = inOrder(routes.filter((route) => !route.gap && route.to.column === channel));
    const arriving = routes.filter((route) => route.gap && route.to.column === channel);
    leaving.forEach((route, track) => {
      route.leave = { channel, track };
    });
    crossing.forEach((route, index) => {
      route.arrive = { channel, track: leaving.length + index };
    });
    arriving.forEach((route, index) => {
      route.arrive = { channel, track: leaving.length + crossing.length + index };
    });
    return leaving.length + crossing.length + arriving.length;
  });
}

/** A line that leaves a row turns off before another arrives in that row. */
function inOrder(routes: readonly Route[]): Route[] {
  const open = [...routes];
  const ordered: Route[] = [];
  while (open.length > 0) {
    const free = open.findIndex((route) =>
      open.every((other) => other === route || other.from.row !== route.to.row),
    );
    ordered.push(...open.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

const right = (box: Box): Point => ({ x: box.x + box.width, y: box.y + box.height / 2 });
const left = (box: Box): Point => ({ x: box.x, y: box.y + box.height / 2 });

function straight(flow: Flow, shapes: ReadonlyMap<string, Box>): Point[] {
  return [right(shapes.get(flow.from) as Box), left(shapes.get(flow.to) as Box)];
}

function drawRoute(route: Route, shapes: ReadonlyMap<string, Box>, tracks: Tracks): DrawnFlow {
  const { flow, leave, gap, arrive } = route;
  const [start, end] = straight(flow, shapes) as [Point, Point];
  const turns: Point[] = [];
  let label = { x: end.x, y: end.y };
  if (arrive) {
    const x = tracks.channel(arrive.channel, arrive.track);
    if (leave && gap) {
      const y = tracks.gap(gap.gap, gap.track);
      const off = tracks.channel(leave.channel, leave.track);
      turns.push({ x: off, y: start.y }, { x: off, y }, { x, y }, { x, y: end.y });
      label = { x: x > off ? off + 4 + labelWidth(flow.name) : off - 4, y };
    } else turns.push({ x, y: start.y }, { x, y: end.y });
  }
  const width = labelWidth(flow.name);
  return {
    points: [start, ...turns, end],
    ...(flow.name ? { label: { x: label.x - width, y: label.y - 16, width, height: 14 } } : {}),
  };
}
