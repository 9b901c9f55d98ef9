import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { tables } from './database.ts';

/** A polygon in GeoJSON, CGCS2000 degrees (EPSG:4490). */
export interface Boundary {
  readonly type: string;
  readonly coordinates: unknown;
}

/** A parcel as the cadastre surveyed it. The area is in square metres. */
export interface Parcel {
  readonly code: string;
  readonly location: string;
  readonly area: string;
  /** Land-use code. */
  readonly use: string;
  /** 国有 or 集体. */
  readonly ownerNature: string;
  readonly boundary?: Boundary;
}

/** The boundary of a parcel; undefined when the cadastre has none. */
export async function parcelBoundary(
  database: Database | Transaction,
  office: string,
  parcelCode: string,
): Promise<Boundary | undefined> {
  const row = await tables(database)
    .selectFrom('register.parcel')
    .select(sql<string | null>`ST_AsGeoJSON(shape, 9, 0)`.as('boundary'))
    .where('office', '=', office)
    .where('code', '=', parcelCode)
    .executeTakeFirst();
  return row?.boundary ? (JSON.parse(row.boundary) as Boundary) : undefined;
}

/** Adds parcels, or brings them up to date. At most a few thousand at a time. */
export async function saveParcels(
  database: Database | Transaction,
  office: string,
  parcels: readonly Parcel[],
  now: Date,
): Promise<void> {
  if (parcels.length === 0) return;
  const rows = parcels.map(({ boundary, ownerNature, ...rest }) => ({
    ...rest,
    owner_nature: ownerNature,
    boundary: boundary ? JSON.stringify(boundary) : null,
  }));
  await sql`
    INSERT INTO register.parcel (office, code, location, area, use, owner_nature, shape, updated_at)
    SELECT ${office}, code, location, area, use, owner_nature, ST_SetSRID(ST_GeomFromGeoJSON(boundary), 4490), ${now}
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS given (code text, location text, area numeric, use text, owner_nature text, boundary text)
    ON CONFLICT (office, code) DO UPDATE SET location = excluded.location, area = excluded.area,
      use = excluded.use, owner_nature = excluded.owner_nature, shape = excluded.shape,
      updated_at = excluded.updated_at`.execute(database);
}

/** What has a current title on a parcel: the land itself, and how many units standing on it. */
export async function titledOnParcel(
  database: Database | Transaction,
  office: string,
  parcelCode: string,
): Promise<{ landTitled: boolean; buildingsTitled: number }> {
  const rows = await tables(database)
    .selectFrom('register.unit as u')
    .innerJoin('register.right as r', (join) =>
      join.onRef('r.office', '=', 'u.office').onRef('r.unit_code', '=', 'u.code'),
    )
    .select(['u.kind', sql<number>`count(*)::int`.as('titles')])
    .where('u.office', '=', office)
    .where('u.parcel_code', '=', parcelCode)
    .where('u.ended_entry', 'is', null)
    .where('r.kind', '=', 'ownership')
    .where('r.ended_entry', 'is', null)
    .groupBy('u.kind')
    .execute();
  const count = (land: boolean) =>
    rows.filter((row) => (row.kind === 'land') === land).reduce((sum, row) => sum + row.titles, 0);
  return { landTitled: count(true) > 0, buildingsTitled: count(false) };
}
