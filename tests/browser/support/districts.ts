/** Files of districts to bring in: an area with one zone, its subzones side by side. */

type Box = readonly [west: number, south: number, east: number, north: number];

const office = '320402';

const feature = (code: string, name: string, [west, south, east, north]: Box) => ({
  type: 'Feature',
  properties: { code, name, level: code.length === 6 ? '行政区' : code.length === 9 ? '地籍区' : '地籍子区' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});

const whole = [
  feature(office, '演示区', [119.9, 31.7, 120, 31.76]),
  feature(`${office}001`, '城中地籍区', [119.9, 31.7, 120, 31.76]),
];

const files = {
  before: [
    feature(`${office}001001`, '甲片', [119.9, 31.7, 119.95, 31.76]),
    feature(`${office}001002`, '乙片', [119.95, 31.7, 120, 31.76]),
  ],
  /** 甲 is divided, 乙 takes a strip over and has another name. */
  after: [
    feature(`${office}001003`, '甲南片', [119.9, 31.7, 119.94, 31.73]),
    feature(`${office}001004`, '甲北片', [119.9, 31.73, 119.94, 31.76]),
    feature(`${office}001002`, '新乙片', [119.94, 31.7, 120, 31.76]),
  ],
  overlapping: [
    feature(`${office}001001`, '甲片', [119.9, 31.7, 119.96, 31.76]),
    feature(`${office}001002`, '乙片', [119.95, 31.7, 120, 31.76]),
  ],
};

export const collection = (which: keyof typeof files) => ({
  type: 'FeatureCollection',
  features: [...whole, ...files[which]],
});

export const bytes = (content: unknown): Buffer => Buffer.from(JSON.stringify(content));
