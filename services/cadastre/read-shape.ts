type Position = [number, number];
type Shape = { polygons: { type: 'MultiPolygon'; coordinates: Position[][][] }; positions: number };

/** More faults of one feature than this help nobody. */
const mostFaults = 5;

/** Where Chinese land and sea lie. */
const bounds = { longitude: [73, 136], latitude: [3, 54] } as const;

const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;

/** A GeoJSON Polygon or MultiPolygon as a MultiPolygon of two coordinates each, or what is wrong with it, in words. Pure. */
export function parseShape(geometry: unknown, room: number): Shape | { faults: string[] } {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const given = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(given) || given.length === 0)
    return { faults: ['图形 geometry 应为 Polygon 或 MultiPolygon'] };
  const faults: string[] = [];
  let positions = 0;
  const polygons = given.map((polygon: unknown, part) => {
    if (!Array.isArray(polygon) || polygon.length === 0) {
      faults.push(`第 ${part + 1} 块没有环`);
      return [];
    }
    return polygon.map((ring: unknown, at) => {
      const label = `第 ${part + 1} 块${at === 0 ? '外环' : `第 ${at} 个内环`}`;
      const read = readRing(ring, room - positions);
      if (typeof read === 'string') {
        if (faults.length < mostFaults) faults.push(`${label}${read}`);
        return [];
      }
      positions += read.length;
      return read;
    });
  });
  return faults.length > 0
    ? { faults }
    : { polygons: { type: 'MultiPolygon', coordinates: polygons }, positions };
}

function readRing(ring: unknown, room: number): Position[] | string {
  if (!Array.isArray(ring) || ring.length < 4) return '至少要有四个点（首尾相同）';
  // Counted by the caller, which then refuses the whole file: no use in reading on.
  if (ring.length > room) return '点数过多';
  const read: Position[] = [];
  for (const [at, position] of ring.entries()) {
    const [x, y] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      return `第 ${at + 1} 个点不是一对数字`;
    if (!within(x, bounds.longitude) || !within(y, bounds.latitude))
      return within(y, bounds.longitude) && within(x, bounds.latitude)
        ? `第 ${at + 1} 个点的经纬度次序颠倒，应为［经度，纬度］`
        : `第 ${at + 1} 个点（${x}，${y}）不是境内的经纬度`;
    read.push([x, y]);
  }
  const [first, last] = [read[0], read.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return '没有闭合，末点应与首点相同';
  return read;
}
