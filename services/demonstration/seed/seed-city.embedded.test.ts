import { cadastreMigrations, subzonesInForce } from '@hengchan/cadastre';
import { certificatesMigrations } from '@hengchan/certificates';
import { evidenceMigrations, verifyLog } from '@hengchan/evidence';
import { type TestPlatform, testPlatform } from '@hengchan/platform/testing';
import { parcelBoundary, registerMigrations, verify } from '@hengchan/register';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, makeCity } from '../city/city.ts';
import { seedCity } from './seed-city.ts';

let platform: TestPlatform;
let city: City;
beforeAll(async () => {
  const migrations = [cadastreMigrations, registerMigrations, evidenceMigrations, certificatesMigrations];
  platform = await testPlatform({ migrations });
  city = makeCity({ units: 200, now: platform.clock.now(), seed: 7 });
});
afterAll(() => platform?.close());

test('the whole history is entered, chained, proven and verified', async () => {
  const reports = await seedCity(platform, city, { pageSize: 100 });
  for (const { office, units, entries } of reports) {
    expect(await verify(platform.database, office)).toMatchObject({ ok: true, units, entries, findings: [] });
    expect(await verifyLog(platform.database, office)).toMatchObject({ size: entries, findings: [] });
  }
});

test('every parcel lies in the subzone its code names, and that holds', async () => {
  const { rows } = await sql<{ parcels: number; astray: number }>`
    SELECT count(*)::int AS parcels, count(*) FILTER (WHERE d.code IS NULL OR NOT ST_Covers(d.shape, p.shape))::int AS astray
    FROM register.parcel AS p LEFT JOIN cadastre.district AS d
      ON d.office = p.office AND d.code = left(p.code, 12)`.execute(platform.database);
  expect(rows[0]?.parcels).toBeGreaterThan(5);
  expect(rows[0]?.astray).toBe(0);
  const asked = ['320402001001', '320402001099'];
  const held = await subzonesInForce(platform.database, '320402', asked, platform.clock.now());
  expect([...(held ?? [])]).toEqual(['320402001001']);
});

test('a second time nothing is added', async () => {
  const before = await sql`SELECT * FROM register.office_head ORDER BY office`.execute(platform.database);
  await seedCity(platform, city);
  const after = await sql`SELECT * FROM register.office_head ORDER BY office`.execute(platform.database);
  expect(after.rows).toEqual(before.rows);
});

test('parcels have the area their boundary encloses, lie apart, and hold their buildings', async () => {
  const first = city.offices[0]?.quarters[0];
  expect(await parcelBoundary(platform.database, '320402', first?.parcelCode ?? '')).toMatchObject({
    type: 'Polygon',
  });
  const { rows } = await sql<{ code: string; stated: number; measured: number }>`
    SELECT code, area::float8 AS stated, ST_Area(shape::geography) AS measured
    FROM register.parcel`.execute(platform.database);
  expect(rows.length).toBeGreaterThan(5);
  for (const { stated, measured } of rows) expect(Math.abs(stated / measured - 1)).toBeLessThan(0.002);
  const overlapping = await sql`
    SELECT a.code FROM register.parcel a JOIN register.parcel b
      ON a.office = b.office AND a.code < b.code AND ST_Intersects(a.shape, b.shape)`.execute(
    platform.database,
  );
  expect(overlapping.rows).toEqual([]);
  const outside = await sql`
    SELECT b.code FROM register.building b JOIN register.parcel p
      ON p.office = b.office AND p.code = b.parcel_code
    WHERE b.shape IS NOT NULL AND NOT ST_Contains(p.shape, b.shape)`.execute(platform.database);
  expect(outside.rows).toEqual([]);
});
