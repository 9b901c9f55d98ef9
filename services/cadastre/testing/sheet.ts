/** Districts on a sheet of paper: rectangles in hundredths of a degree east and north of a corner, for tests. */

type Box = readonly [west: number, south: number, east: number, north: number];
interface Drawn {
  code: unknown;
  name: unknown;
  level: unknown;
  geometry: unknown;
}

const corner = [119.9, 31.7] as const;
export const at = ([x, y]: readonly [number, number]): [number, number] => [
  Number((corner[0] + x / 100).toFixed(7)),
  Number((corner[1] + y / 100).toFixed(7)),
];

export const ring = ([west, south, east, north]: Box) =>
  (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as const
  ).map(at);

export const polygon = (box: Box) => ({ type: 'Polygon', coordinates: [ring(box)] });

export const district = (code: string, name: string, box: Box): Drawn => ({
  code,
  name,
  level: code.length === 6 ? '行政区' : code.length === 9 ? '地籍区' : '地籍子区',
  geometry: polygon(box),
});

export const collection = (districts: readonly Drawn[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features: districts.map(({ geometry, ...properties }) => ({ type: 'Feature', properties, geometry })),
});

export const bytes = (content: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(content));

export const office = '320402';

/** An area with one zone of three subzones side by side, each four by two. */
export const before = [
  district(office, '演示区', [0, 0, 12, 4]),
  district(`${office}001`, '城中地籍区', [0, 0, 12, 4]),
  district(`${office}001001`, '甲片', [0, 0, 4, 4]),
  district(`${office}001002`, '乙片', [4, 0, 8, 4]),
  district(`${office}001003`, '丙片', [8, 0, 12, 4]),
];

/** 甲 is divided between two new ones, 乙 takes a strip over from 丙, which has another name. */
export const after = [
  ...before.slice(0, 2),
  district(`${office}001004`, '甲南片', [0, 0, 4, 2]),
  district(`${office}001005`, '甲北片', [0, 2, 4, 4]),
  district(`${office}001002`, '乙片', [4, 0, 9, 4]),
  district(`${office}001003`, '新丙片', [9, 0, 12, 4]),
];
