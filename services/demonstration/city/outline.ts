import { blockSize, type Point } from './ground.ts';

/** A block of the grid the city lies on. */
export type Block = readonly [column: number, row: number];

/**
 * The ground of connected blocks as one ring around them and one around each hole, corner by corner: neighbours share every corner, so
 * that nothing lies between them. Pure.
 */
export function outlineOf(blocks: readonly Block[]): Point[][] {
  const key = (x: number, y: number) => `${x} ${y}`;
  const there = new Set(blocks.map(([column, row]) => key(column, row)));
  const from = new Map<string, [number, number][]>();
  const edge = (x: number, y: number, toX: number, toY: number) =>
    from.set(key(x, y), [...(from.get(key(x, y)) ?? []), [toX, toY]]);
  for (const [x, y] of blocks) {
    if (!there.has(key(x, y - 1))) edge(x, y, x + 1, y);
    if (!there.has(key(x + 1, y))) edge(x + 1, y, x + 1, y + 1);
    if (!there.has(key(x, y + 1))) edge(x + 1, y + 1, x, y + 1);
    if (!there.has(key(x - 1, y))) edge(x, y + 1, x, y);
  }
  const rings: [number, number][][] = [];
  for (let start = from.keys().next(); !start.done; start = from.keys().next()) {
    const ring: [number, number][] = [];
    let [x, y] = start.value.split(' ').map(Number) as [number, number];
    let heading: [number, number] = [0, 0];
    for (let ends = from.get(key(x, y)); ends; ends = from.get(key(x, y))) {
      ring.push([x, y]);
      // Where two corners meet at a point the rings keep apart: the one that turns right is another's.
      const next = ends.find(([toX, toY]) => isLeft(heading, [toX - x, toY - y])) ?? ends[0];
      if (!next) break;
      if (ends.length === 1) from.delete(key(x, y));
      else
        from.set(
          key(x, y),
          ends.filter((end) => end !== next),
        );
      heading = [next[0] - x, next[1] - y];
      [x, y] = next;
    }
    rings.push(ring);
  }
  // The outer ring runs counter-clockwise, those of holes clockwise.
  rings.sort((left, right) => signedArea(right) - signedArea(left));
  return rings.map((ring) =>
    ring.map(([x, y]): Point => [(x - 0.5) * blockSize.width, (y - 0.5) * blockSize.height]),
  );
}

const isLeft = ([x, y]: [number, number], [toX, toY]: [number, number]) => x * toY - y * toX > 0;

function signedArea(ring: readonly [number, number][]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
