import { caseworkTables } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import type { RegisterTables } from '@hengchan/register';
import { type SqlBool, sql } from 'kysely';
import { practiceZones } from './situations/ground.ts';

/** More homes than this with the same few owners are not listed. */
const mostHomes = 1_000;

const register = (database: Database) => database.withTables<RegisterTables>();

/** Units on which one of these people holds the current ownership, by code. */
export async function unitsHeldBy(
  database: Database,
  office: string,
  indexes: readonly string[],
): Promise<string[]> {
  if (indexes.length === 0) return [];
  const rows = await register(database)
    .selectFrom('register.holder as h')
    .innerJoin('register.right as r', (join) =>
      join.onRef('r.office', '=', 'h.office').onRef('r.id', '=', 'h.right_id'),
    )
    .select('r.unit_code')
    .distinct()
    .where('h.office', '=', office)
    .where('h.id_index', 'in', indexes)
    .where('r.kind', '=', 'ownership')
    .where('r.ended_entry', 'is', null)
    // Units made for a case somebody asked for are theirs.
    .where(sql<SqlBool>`substring(r.unit_code FROM 7 FOR 6) <> ${practiceZones.cases}`)
    .orderBy('r.unit_code')
    .limit(mostHomes)
    .execute();
  return rows.map((row) => row.unit_code);
}

/** Of these units, those a case has claimed and those on which one is merely under way. */
export async function unitsInCases(
  database: Database,
  office: string,
  codes: readonly string[],
): Promise<{ claimed: ReadonlySet<string>; busy: ReadonlySet<string> }> {
  if (codes.length === 0) return { claimed: new Set(), busy: new Set() };
  const tables = caseworkTables(database);
  const claims = await tables
    .selectFrom('casework.claim')
    .select('unit_code')
    .where('office', '=', office)
    .where('unit_code', 'in', codes)
    .execute();
  const cases = await tables
    .selectFrom('casework.case_unit as u')
    .innerJoin('casework.cases as c', (join) =>
      join.onRef('c.office', '=', 'u.office').onRef('c.no', '=', 'u.case_no'),
    )
    .select('u.unit_code')
    .where('u.office', '=', office)
    .where('u.unit_code', 'in', codes)
    .where('c.closed_at', 'is', null)
    .execute();
  const set = (rows: readonly { unit_code: string }[]) => new Set(rows.map((row) => row.unit_code));
  return { claimed: set(claims), busy: set(cases) };
}

/** Of these units: on which a case is under way, and the number of the last entry of each that has a page. */
export async function unitsTouched(
  database: Database,
  office: string,
  codes: readonly string[],
): Promise<{ busy: ReadonlySet<string>; lastEntries: ReadonlyMap<string, number> }> {
  const { claimed, busy } = await unitsInCases(database, office, codes);
  const heads = await register(database)
    .selectFrom('register.unit_head')
    .select(['unit_code', 'entry_number'])
    .where('office', '=', office)
    .where('unit_code', 'in', [...codes])
    .execute();
  return {
    busy: new Set([...claimed, ...busy]),
    lastEntries: new Map(heads.map((row) => [row.unit_code, row.entry_number])),
  };
}

/** Homesteads these people came to hold while practising, on which nothing is under way. */
export async function practiceHomesteads(
  database: Database,
  office: string,
  indexes: readonly string[],
): Promise<string[]> {
  const rows = await register(database)
    .selectFrom('register.holder as h')
    .innerJoin('register.right as r', (join) =>
      join.onRef('r.office', '=', 'h.office').onRef('r.id', '=', 'h.right_id'),
    )
    .select('r.unit_code')
    .distinct()
    .where('h.office', '=', office)
    .where('h.id_index', 'in', [...indexes])
    .where('r.kind', '=', 'ownership')
    .where('r.right_type', 'in', ['5', '6'])
    .where('r.ended_entry', 'is', null)
    .where(sql<SqlBool>`substring(r.unit_code FROM 7 FOR 6) = ${practiceZones.cases}`)
    .execute();
  const codes = rows.map((row) => row.unit_code);
  const { claimed, busy } = await unitsInCases(database, office, codes);
  return codes.filter((code) => !claimed.has(code) && !busy.has(code));
}
