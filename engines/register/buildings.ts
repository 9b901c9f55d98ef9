import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { Boundary } from './parcels.ts';

/** A building (自然幢) as the cadastre surveyed it. */
export interface Building {
  /** Parcel code, F, and four digits. */
  readonly code: string;
  readonly parcelCode: string;
  readonly name: string;
  readonly totalFloors: number;
  /** FWJG code. */
  readonly structure: string;
  /** Calendar date. */
  readonly completedOn: string;
  readonly boundary?: Boundary;
}

/** Adds buildings, or brings them up to date; their parcels must be there. At most a few thousand at a time. */
export async function saveBuildings(
  database: Database | Transaction,
  office: string,
  buildings: readonly Building[],
  now: Date,
): Promise<void> {
  if (buildings.length === 0) return;
  const rows = buildings.map(({ parcelCode, totalFloors, completedOn, boundary, ...rest }) => ({
    ...rest,
    parcel_code: parcelCode,
    total_floors: totalFloors,
    completed_on: completedOn,
    boundary: boundary ? JSON.stringify(boundary) : null,
  }));
  await sql`
    INSERT INTO register.building
      (office, code, parcel_code, name, total_floors, structure, completed_on, shape, updated_at)
    SELECT ${office}, code, parcel_code, name, total_floors, structure, completed_on,
      ST_SetSRID(ST_GeomFromGeoJSON(boundary), 4490), ${now}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given
      (code text, parcel_code text, name text, total_floors integer, structure text, completed_on text, boundary text)
    ON CONFLICT (office, code) DO UPDATE SET parcel_code = excluded.parcel_code, name = excluded.name,
      total_floors = excluded.total_floors, structure = excluded.structure,
      completed_on = excluded.completed_on, shape = excluded.shape, updated_at = excluded.updated_at`.execute(
    database,
  );
}
