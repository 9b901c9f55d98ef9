import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { office } from './fixtures.ts';
import { parcelBoundary, registerMigrations, saveParcels } from './index.ts';

let open: TestDatabase;
const now = new Date('2026-03-01T00:00:00Z');
const square = (size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [119.97, 31.81],
      [119.97 + size, 31.81],
      [119.97 + size, 31.81 + size],
      [119.97, 31.81],
    ],
  ],
});
const parcel = { code: 'P1', location: '恒安区', area: '120.50', use: '0701', ownerNature: '国有' };

beforeAll(async () => {
  open = await testDatabase([registerMigrations]);
});
afterAll(() => open.close());

test('a parcel keeps its boundary, and the newest one', async () => {
  const other = { ...parcel, code: 'P2' };
  await saveParcels(open.database, office, [{ ...parcel, boundary: square(0.01) }, other], now);
  expect(await parcelBoundary(open.database, office, 'P1')).toEqual(square(0.01));
  await saveParcels(open.database, office, [{ ...parcel, boundary: square(0.02) }], now);
  expect(await parcelBoundary(open.database, office, 'P1')).toEqual(square(0.02));
});

test('a parcel without boundary and an unknown one have none', async () => {
  expect(await parcelBoundary(open.database, office, 'P2')).toBeUndefined();
  expect(await parcelBoundary(open.database, office, 'P3')).toBeUndefined();
  expect(await parcelBoundary(open.database, '320404', 'P1')).toBeUndefined();
});
