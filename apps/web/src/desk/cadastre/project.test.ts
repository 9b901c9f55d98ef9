import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { degrees, knowZone, zoneOf } from './project.ts';

test('a city is drawn in the zone of its nearest meridian', () => {
  expect(zoneOf(119.97).code).toBe('EPSG:4549');
  expect(zoneOf(118.41).code).toBe('EPSG:4548');
  expect(zoneOf(123.46).code).toBe('EPSG:4550');
});

// Computed elsewhere with the EPSG database.
test.each([
  [119.97, 31.81, 497_159.4, 3_520_784.6],
  [118.87, 28.94, 389_826.7, 3_203_145.0],
  [113.38, 22.52, 436_212.6, 2_491_514.2],
])('%d, %d lies at %d east, %d north', (longitude, latitude, east, north) => {
  const [x, y] = proj4(degrees, knowZone(longitude), [longitude, latitude]);
  expect(x).toBeCloseTo(east, 1);
  expect(y).toBeCloseTo(north, 1);
});
