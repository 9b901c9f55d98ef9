/** East and north in metres, or right and down in millimetres: plane geometry does not mind. */
export type Point = readonly [number, number];

/** Twice the signed area of a ring, positive when it runs anticlockwise with north up. */
function twiceArea(ring: readonly Point[]): number {
  return ring.reduce((sum, from, index) => sum + cross(from, following(ring, index), ring[0] as Point), 0);
}

/** Relative to a corner of the ring: national coordinates are too large to multiply with each other. */
function cross(from: Point, to: Point, origin: Point): number {
  return (from[0] - origin[0]) * (to[1] - origin[1]) - (to[0] - origin[0]) * (from[1] - origin[1]);
}

export function following(ring: readonly Point[], index: number): Point {
  return ring[(index + 1) % ring.length] as Point;
}

/** Unit vector pointing out of the ring, across its edge from corner `index` to the next. */
export function outwardNormal(ring: readonly Point[], index: number): Point {
  const from = ring[index % ring.length] as Point;
  const to = following(ring, index % ring.length);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const turn = twiceArea(ring) >= 0 ? 1 : -1;
  return [(turn * (to[1] - from[1])) / length, (-turn * (to[0] - from[0])) / length];
}

/** Unit vector along the bisector of a corner into its wider side: outwards, or inwards where it is re-entrant. */
export function towardsRoom(ring: readonly Point[], index: number): Point {
  const before = outwardNormal(ring, index + ring.length - 1);
  const behind = outwardNormal(ring, index);
  const [x, y] = [before[0] + behind[0], before[1] + behind[1]];
  const bend = (before[0] * behind[1] - before[1] * behind[0]) * (twiceArea(ring) >= 0 ? 1 : -1);
  const length = (Math.hypot(x, y) || 1) * (bend < 0 ? -1 : 1);
  return [x / length, y / length];
}

export function contains(rings: readonly (readonly Point[])[], at: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach((a, index) => {
      const b = following(ring, index);
      if (a[1] > at[1] === b[1] > at[1]) return;
      if (at[0] < ((b[0] - a[0]) * (at[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    });
  }
  return inside;
}

export interface Extent {
  low: Point;
  high: Point;
}

/** Smallest upright rectangle round the points; throws on none. */
export function extentOf(points: readonly Point[]): Extent {
  const first = points[0];
  if (first === undefined) throw new Error('no points to measure');
  let [west, south] = first;
  let [east, north] = first;
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { low: [west, south], high: [east, north] };
}

const GRID = 20;
/** Between places equally free, the one nearer the middle. */
const CENTRE_PREFERENCE = 0.05;
/** Beyond this many edges a label simply goes to the middle of the extent. */
const MOST_EDGES = 1500;

/**
 * A good place for a label: inside the rings, outside the obstacles, as far from every edge as a grid of
 * 20 by 20 finds. Width counts half, because words are wider than tall.
 */
export function labelPoint(
  rings: readonly (readonly Point[])[],
  obstacles: readonly (readonly Point[])[] = [],
): Point {
  const { low, high } = extentOf(rings.flat());
  const edges = [...rings, ...obstacles].flatMap((ring) =>
    ring.map((a, i) => [a, following(ring, i)] as const),
  );
  const middle: Point = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  if (edges.length > MOST_EDGES) return middle;
  let best = middle;
  let widest = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < GRID; i += 1) {
    for (let j = 1; j < GRID; j += 1) {
      const at: Point = [low[0] + ((high[0] - low[0]) * i) / GRID, low[1] + ((high[1] - low[1]) * j) / GRID];
      if (!contains(rings, at) || contains(obstacles, at)) continue;
      const free = edges.reduce(
        (least, [a, b]) => Math.min(least, distance(at, a, b)),
        Number.POSITIVE_INFINITY,
      );
      const room = free - CENTRE_PREFERENCE * Math.hypot(at[0] - middle[0], at[1] - middle[1]);
      if (room > widest) [best, widest] = [at, room];
    }
  }
  return best;
}

function distance(at: Point, a: Point, b: Point): number {
  const [px, py, bx, by] = [(at[0] - a[0]) / 2, at[1] - a[1], (b[0] - a[0]) / 2, b[1] - a[1]];
  const along = Math.max(0, Math.min(1, (px * bx + py * by) / (bx * bx + by * by || 1)));
  return Math.hypot(px - along * bx, py - along * by);
}
