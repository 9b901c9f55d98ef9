import type { Boundary } from '@hengchan/register';

/** A point in metres east and north of the centre of the office's area. */
export type Point = readonly [east: number, north: number];

/** Metres in a degree at a latitude, on the ellipsoid of CGCS2000 (series good to a few centimetres). */
function metresInDegree(latitude: number): { east: number; north: number } {
  const phi = (latitude * Math.PI) / 180;
  return {
    north: 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
    east: 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
  };
}

/** Turns metres around a centre into degrees, to the seventh decimal (about a centimetre). */
export function groundAt(centre: readonly [number, number]) {
  const [longitude, latitude] = centre;
  const { east, north } = metresInDegree(latitude);
  const degrees = ([x, y]: Point): [number, number] => [
    Number((longitude + x / east).toFixed(7)),
    Number((latitude + y / north).toFixed(7)),
  ];
  return {
    degrees,
    /** A closed ring, counter-clockwise as given. */
    polygon: (ring: readonly Point[]): Boundary => {
      const [first] = ring;
      const closed = first ? [...ring, first] : [];
      return { type: 'Polygon', coordinates: [closed.map(degrees)] };
    },
  };
}

export type Ground = ReturnType<typeof groundAt>;

/** Square metres inside a ring (shoelace). */
export function areaOf(ring: readonly Point[]): number {
  let twice = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** The n-th cell of a grid walked outward from the centre in a square spiral: column and row. */
export function spiral(n: number): [number, number] {
  const ring = Math.ceil((Math.sqrt(n + 1) - 1) / 2);
  if (ring === 0) return [0, 0];
  const side = 2 * ring;
  const along = n - (side - 1) ** 2;
  const step = along % side;
  switch (Math.floor(along / side)) {
    case 0:
      return [ring, 1 - ring + step];
    case 1:
      return [ring - 1 - step, ring];
    case 2:
      return [-ring, ring - 1 - step];
    default:
      return [1 - ring + step, -ring];
  }
}

/** Blocks of the grid, streets included, in metres. */
export const blockSize = { width: 270, height: 210 };
const street = 30;

/** A parcel in the n-th block: a rectangle with corners drawn in and perhaps one cut off, never over the street. */
export function parcelRing(
  n: number,
  chance: { integer(from: number, to: number): number; percent(of: number): boolean },
): Point[] {
  const [column, row] = spiral(n);
  const width = chance.integer(150, blockSize.width - street);
  const height = chance.integer(110, blockSize.height - street);
  const left = column * blockSize.width - width / 2;
  const bottom = row * blockSize.height - height / 2;
  const inward = () => chance.integer(0, 80) / 10;
  const southWest: Point = [left + inward(), bottom + inward()];
  const southEast: Point = [left + width - inward(), bottom + inward()];
  const northWest: Point = [left + inward(), bottom + height - inward()];
  if (!chance.percent(40)) {
    return [southWest, southEast, [left + width - inward(), bottom + height - inward()], northWest];
  }
  const cut = chance.integer(6, 14);
  const [right, top] = [left + width - inward(), bottom + height - inward()];
  return [southWest, southEast, [right, top - cut], [right - cut, top], northWest];
}

/** A rectangle for the at-th of up to twelve buildings, well inside the parcel of the n-th block. */
export function buildingRing(n: number, at: number): Point[] {
  const [column, row] = spiral(n);
  const x = column * blockSize.width + ((at % 4) - 1.5) * 30;
  const y = row * blockSize.height + (Math.floor(at / 4) - 1) * 28;
  const [halfWidth, halfDepth] = [12, 7];
  return [
    [x - halfWidth, y - halfDepth],
    [x + halfWidth, y - halfDepth],
    [x + halfWidth, y + halfDepth],
    [x - halfWidth, y + halfDepth],
  ];
}
