/** A drawing of a parcel from its boundary, north up, in units of its own view box. */
export interface ParcelShape {
  width: number;
  height: number;
  /** One closed path a ring, holes included; fill with the even-odd rule. */
  path: string;
  /** Boundary points 界址点 of the outer ring, J1 onward. */
  corners: { x: number; y: number; name: string }[];
  /** A round length for a scale bar and its length in the drawing. */
  scale: { metres: number; length: number };
}

type Position = readonly [number, number];

const metresADegree = 111_320;

/**
 * Draws a GeoJSON polygon or multipolygon, in degrees or in metres of a projection, into a box `size` wide at
 * most. Degrees are shortened by the latitude, which is exact enough for something as small as a parcel.
 * Undefined when there is nothing to draw.
 */
export function parcelShape(geometry: unknown, size = 240, margin = 20): ParcelShape | undefined {
  const rings = ringsOf(geometry);
  const points = rings.flat();
  if (points.length < 3) return undefined;
  const inDegrees = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const middle = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const metresX = inDegrees ? metresADegree * Math.cos((middle * Math.PI) / 180) : 1;
  const metresY = inDegrees ? metresADegree : 1;
  const minX = Math.min(...points.map(([x]) => x));
  const maxX = Math.max(...points.map(([x]) => x));
  const minY = Math.min(...points.map(([, y]) => y));
  const maxY = Math.max(...points.map(([, y]) => y));
  const groundWidth = (maxX - minX) * metresX;
  const groundHeight = (maxY - minY) * metresY;
  const longest = Math.max(groundWidth, groundHeight);
  if (!(longest > 0)) return undefined;
  const ratio = (size - 2 * margin) / longest;
  const place = ([x, y]: Position) => ({
    x: round((x - minX) * metresX * ratio + margin),
    y: round((maxY - y) * metresY * ratio + margin),
  });
  return {
    width: round(groundWidth * ratio + 2 * margin),
    height: round(groundHeight * ratio + 2 * margin),
    path: rings.map((ring) => `M${ring.map((p) => `${place(p).x} ${place(p).y}`).join('L')}Z`).join(''),
    corners: (rings[0] ?? []).map((position, index) => ({ ...place(position), name: `J${index + 1}` })),
    scale: scaleOf(longest, ratio),
  };
}

function scaleOf(longest: number, ratio: number) {
  const wanted = longest / 3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [5, 2, 1].find((candidate) => candidate * power <= wanted) ?? 1;
  const metres = step * power;
  return { metres, length: round(metres * ratio) };
}

function ringsOf(geometry: unknown): Position[][] {
  if (typeof geometry !== 'object' || geometry === null) return [];
  const { type, coordinates, geometry: inner } = geometry as Record<string, unknown>;
  if (type === 'Feature') return ringsOf(inner);
  if (type === 'Polygon' && Array.isArray(coordinates)) return coordinates.map(ringOf);
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) {
    return coordinates.flatMap((polygon) => (Array.isArray(polygon) ? polygon.map(ringOf) : []));
  }
  return [];
}

/** The ring's positions without the closing one, which repeats the first. */
function ringOf(ring: unknown): Position[] {
  if (!Array.isArray(ring)) return [];
  const positions = ring.filter(isPosition).map(([x, y]): Position => [x, y]);
  const [first] = positions;
  const last = positions.at(-1);
  const closed = first && last && positions.length > 1 && first[0] === last[0] && first[1] === last[1];
  return closed ? positions.slice(0, -1) : positions;
}

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
