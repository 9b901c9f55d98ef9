import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { tables } from './database.ts';
import { contains, hasTokensOf, tokensText } from './location-search.ts';
import type { UnitFacts } from './state.ts';

/** Adds what the cadastral survey found of units, or brings it up to date. At most a few thousand at a time. */
export async function saveSurveyedUnits(
  database: Database | Transaction,
  office: string,
  units: readonly UnitFacts[],
  now: Date,
): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map((facts) => ({
    code: facts.code,
    parcel_code: facts.parcelCode,
    building_no: facts.buildingNo ?? null,
    location: facts.location,
    location_tokens: tokensText(facts.location),
    facts: JSON.stringify(facts),
  }));
  await sql`
    INSERT INTO register.surveyed_unit (office, code, parcel_code, building_no, location, location_tokens, facts, updated_at)
    SELECT ${office}, code, parcel_code, building_no, location, location_tokens, facts, ${now}
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS given (code text, parcel_code text, building_no text, location text, location_tokens tsvector, facts text)
    ON CONFLICT (office, code) DO UPDATE SET parcel_code = excluded.parcel_code,
      building_no = excluded.building_no, location = excluded.location,
      location_tokens = excluded.location_tokens, facts = excluded.facts, updated_at = excluded.updated_at`.execute(
    database,
  );
}

/** What the survey found of these units, by code; units it has not seen are absent. */
export async function findSurveyedUnits(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
): Promise<Map<string, UnitFacts>> {
  if (codes.length === 0) return new Map();
  const rows = await tables(database)
    .selectFrom('register.surveyed_unit')
    .select(['code', 'facts'])
    .where('office', '=', office)
    .where('code', 'in', codes)
    .execute();
  return new Map(rows.map((row) => [row.code, JSON.parse(row.facts) as UnitFacts]));
}

/** Codes of the surveyed units of a parcel or of one building on it, in order. */
export async function surveyedCodes(
  database: Database | Transaction,
  office: string,
  parcelCode: string,
  buildingNo?: string,
): Promise<string[]> {
  const query = tables(database)
    .selectFrom('register.surveyed_unit')
    .select('code')
    .where('office', '=', office)
    .where('parcel_code', '=', parcelCode)
    .orderBy('code');
  const rows = await (buildingNo === undefined
    ? query
    : query.where('building_no', '=', buildingNo)
  ).execute();
  return rows.map((row) => row.code);
}

/** Where surveyed units are looked for: on a parcel, one of them, or whose place holds some words. */
export type SurveyedWish =
  | { readonly parcelCode: string }
  | { readonly code: string }
  | { readonly location: string };

/** What the survey found there, in the order of the codes. */
export async function searchSurveyedUnits(
  database: Database | Transaction,
  office: string,
  wish: SurveyedWish,
  limit: number,
): Promise<UnitFacts[]> {
  const rows = await surveyedStatement(database, office, wish, limit).execute();
  return rows.map((row) => JSON.parse(row.facts) as UnitFacts);
}

/** The same as a statement, for who wants to see its plan. */
export function surveyedStatement(
  database: Database | Transaction,
  office: string,
  wish: SurveyedWish,
  limit: number,
) {
  const query = tables(database)
    .selectFrom('register.surveyed_unit')
    .select('facts')
    .where('office', '=', office)
    .orderBy('code')
    .limit(limit);
  if ('code' in wish) return query.where('code', '=', wish.code);
  if ('parcelCode' in wish) return query.where('parcel_code', '=', wish.parcelCode);
  const { location } = wish;
  return query.where(hasTokensOf('location_tokens', location)).where(contains('location', location));
}
