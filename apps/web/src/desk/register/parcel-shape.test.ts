import { expect, test } from 'vitest';
import { parcelShape } from './parcel-shape.ts';

const square = [
  [500000, 3520000],
  [500100, 3520000],
  [500100, 3520050],
  [500000, 3520050],
  [500000, 3520000],
];

test('projected metres keep their proportions and the view stays within its size', () => {
  const shape = parcelShape({ type: 'Polygon', coordinates: [square] }, 240, 20);
  expect(shape?.width).toBe(240);
  expect(shape?.height).toBe(140);
  expect(shape?.corners.map((corner) => corner.name)).toEqual(['J1', 'J2', 'J3', 'J4']);
});

test('north is up', () => {
  const shape = parcelShape({ type: 'Polygon', coordinates: [square] });
  const [southWest, , , northWest] = shape?.corners ?? [];
  expect(southWest?.y).toBeGreaterThan(northWest?.y ?? Number.NaN);
});

test('degrees are shortened by the latitude', () => {
  const degrees = [
    [120, 60],
    [120.002, 60],
    [120.002, 60.001],
    [120, 60.001],
    [120, 60],
  ];
  const shape = parcelShape({ type: 'Polygon', coordinates: [degrees] }, 240, 20);
  // At 60° north a degree of longitude is half as long: the figure is nearly square.
  expect(shape?.width).toBeCloseTo(shape?.height ?? 0, -1);
});

test('the scale bar is a round length that fits', () => {
  const shape = parcelShape({ type: 'Polygon', coordinates: [square] }, 240, 20);
  expect(shape?.scale).toEqual({ metres: 20, length: 40 });
});

test('what is no area gives no drawing', () => {
  expect(parcelShape(undefined)).toBeUndefined();
  expect(parcelShape({ type: 'Point', coordinates: [1, 2] })).toBeUndefined();
  expect(
    parcelShape({
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      ],
    }),
  ).toBeUndefined();
  expect(parcelShape({ type: 'Polygon', coordinates: 'no' })).toBeUndefined();
});

test('holes and several parts are all drawn', () => {
  const hole = square.map(([x = 0, y = 0]) => [x / 1 + 10, y + 10]);
  const shape = parcelShape({ type: 'MultiPolygon', coordinates: [[square, hole], [square]] });
  expect(shape?.path.match(/M/g)).toHaveLength(3);
});
