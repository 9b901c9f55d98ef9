import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeatures } from './read-features.ts';
import { after, at, before, collection, district, office, ring } from './testing/sheet.ts';

const faults = (content: unknown) =>
  readFeatures(office, content).faults.map(({ at: place, message }) => `${place ?? '*'} ${message}`);
const swap = (index: number, change: object) =>
  before.map((each, place) => (place === index ? { ...each, ...change } : each));

test('whole files are read', () => {
  expect(readFeatures(office, collection(before)).districts.map(({ level }) => level)).toEqual([
    'area',
    'zone',
    'subzone',
    'subzone',
    'subzone',
  ]);
  expect(faults(collection(after))).toEqual([]);
  expect(
    faults(collection(before, { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } } })),
  ).toEqual([]);
});

describe('what is not a file of districts', () => {
  test.each([null, 1, 'x', [], {}, { type: 'Feature' }, { type: 'FeatureCollection', features: {} }])(
    '%j',
    (content) => {
      expect(faults(content)).toEqual(['* 应为 GeoJSON FeatureCollection，含 features 列表']);
    },
  );
  test('nothing in it', () => expect(faults(collection([]))).toEqual(['* 文件中没有分区']));
  test('another system', () => {
    const crs = { type: 'name', properties: { name: 'EPSG:2379' } };
    expect(faults(collection(before, { crs }))[0]).toContain('应为 CGCS2000 经纬度（EPSG:4490）');
  });
});

test.each<[string, number, object, string]>([
  [
    'a code of another length',
    2,
    { code: '32040200100' },
    '2 32040200100（甲片）：地籍子区代码应为 12 位数字',
  ],
  ['letters in a code', 2, { code: '32040200100A' }, '2 32040200100A（甲片）：地籍子区代码应为 12 位数字'],
  [
    'another office',
    2,
    { code: '330802001001' },
    `2 330802001001（甲片）：代码应以本登记机构的行政区代码 ${office} 开头`,
  ],
  ['zone 000', 1, { code: `${office}000` }, `1 ${office}000（城中地籍区）：地籍区编号应为 001 至 999`],
  ['no name', 2, { name: ' ' }, `2 ${office}001001：缺少名称 name`],
  [
    'an unknown level',
    2,
    { level: '街道' },
    `2 ${office}001001（甲片）：层级 level 应为 行政区、地籍区或地籍子区`,
  ],
  [
    'a point',
    2,
    { geometry: { type: 'Point', coordinates: [1, 2] } },
    `2 ${office}001001（甲片）：图形 geometry 应为 Polygon 或 MultiPolygon`,
  ],
  [
    'an open ring',
    2,
    { geometry: { type: 'Polygon', coordinates: [ring([0, 0, 1, 1]).slice(0, 4)] } },
    `2 ${office}001001（甲片）：第 1 块外环没有闭合，末点应与首点相同`,
  ],
  [
    'three points',
    2,
    { geometry: { type: 'Polygon', coordinates: [ring([0, 0, 1, 1]).slice(0, 3)] } },
    `2 ${office}001001（甲片）：第 1 块外环至少要有四个点（首尾相同）`,
  ],
  [
    'latitude first',
    2,
    { geometry: { type: 'Polygon', coordinates: [ring([0, 0, 1, 1]).map(([x, y]) => [y, x])] } },
    `2 ${office}001001（甲片）：第 1 块外环第 1 个点的经纬度次序颠倒，应为［经度，纬度］`,
  ],
  [
    'metres',
    2,
    {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [497159, 3520784],
            [1, 1],
            [1, 1],
            [1, 1],
          ],
        ],
      },
    },
    `2 ${office}001001（甲片）：第 1 块外环第 1 个点（497159，3520784）不是境内的经纬度`,
  ],
])('%s is named at its feature', (_what, index, change, message) => {
  expect(faults(collection(swap(index, change)))).toEqual([message]);
});

describe('districts among each other', () => {
  test('the same code twice', () => {
    const twice = [...before, district(`${office}001003`, '丁片', [8, 0, 9, 1])];
    expect(faults(collection(twice))).toEqual([`5 ${office}001003（丁片）：代码与第 5 个要素重复`]);
  });
  test('no area, no zone, a zone without subzones', () => {
    expect(faults(collection(before.slice(1)))).toEqual([`* 缺少行政区 ${office}`]);
    expect(faults(collection(before.toSpliced(1, 1)))).toHaveLength(3);
    const empty = [...before, district(`${office}002`, '空地籍区', [0, 0, 1, 1])];
    expect(faults(collection(empty))).toEqual([
      `5 ${office}002（空地籍区）：没有地籍子区；未划子区的，以 ${office}002000 列出一个`,
    ]);
  });
  test('000 stands alone', () => {
    const undivided = [...before.slice(0, 2), district(`${office}001000`, '全区', [0, 0, 12, 4])];
    expect(faults(collection(undivided))).toEqual([]);
    expect(faults(collection([...undivided, ...before.slice(2)]))[0]).toContain('不能与其他子区并存');
  });
});

test('whatever a file holds, it is read or its faults are named, never both and never an exception', () => {
  const anything = fc.anything({ withNullPrototype: true });
  const feature = fc.record({
    type: fc.constantFrom('Feature', 'x'),
    properties: fc.option(
      fc.record({ code: anything, name: anything, level: fc.constantFrom('行政区', 'zone', 7) }),
    ),
    geometry: fc.oneof(
      anything,
      fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon'), coordinates: anything }),
    ),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(feature, anything)), (features) => {
      const { districts, faults: found } = readFeatures(office, { type: 'FeatureCollection', features });
      expect(found.length > 0).toBe(districts.length === 0);
    }),
  );
});

test('any split of an area into strips is accepted, and breaking any ring of it is not', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      (cuts, broken) => {
        const edges = [0, ...cuts.sort((left, right) => left - right), 12];
        const strips = edges
          .slice(1)
          .map((edge, index) =>
            district(`${office}001${String(index + 1).padStart(3, '0')}`, `第${index + 1}片`, [
              edges[index] ?? 0,
              0,
              edge,
              4,
            ]),
          );
        expect(faults(collection([...before.slice(0, 2), ...strips]))).toEqual([]);
        const victim = broken % strips.length;
        const bad = strips.map((each, index) =>
          index === victim
            ? {
                ...each,
                geometry: { type: 'Polygon', coordinates: [[...ring([0, 0, 1, 4]).slice(0, 4), at([2, 2])]] },
              }
            : each,
        );
        expect(faults(collection([...before.slice(0, 2), ...bad]))).toHaveLength(1);
      },
    ),
  );
});
