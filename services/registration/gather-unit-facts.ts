import { type BusinessDefinition, type CaseRecord, caseworkTables } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import {
  endedRights,
  findSurveyedUnits,
  loadStates,
  standAt,
  titledOnParcel,
  type UnitFacts,
  type UnitState,
} from '@hengchan/register';
import type { SuccessorFact, UnitFact } from './facts.ts';

/** Rules that look at the other titles of a unit's parcel. */
const parcelRules = new Set(['LAND_TITLED_FIRST', 'LAND_IS_CLEAR']);

/** What the rules may know of the units of a case, as the register stands in the caller's transaction. */
export async function gatherUnitFacts(
  database: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
  now: Date,
): Promise<UnitFact[]> {
  const { office } = record.case;
  const codes = record.units.map((unit) => unit.unit_code);
  const states = await loadStates(database, office, codes);
  const surveyed =
    (definition.units.source ?? 'register') === 'register'
      ? new Map<string, UnitFacts>()
      : await findSurveyedUnits(database, office, codes);
  const pending = await claimsOfOthers(database, record, codes);
  const withPast = definition.rules.some(({ rule }) => rule === 'OBJECTION_NEW');
  const withParcel = definition.rules.some(({ rule }) => parcelRules.has(rule));
  const titled = oncePerParcel((code) => titledOnParcel(database, office, code));
  const facts: UnitFact[] = [];
  for (const { unit_code: code, location, area, use } of record.units) {
    const recorded = states.get(code);
    const state = recorded && standAt(recorded, now);
    const known = state?.unit ?? surveyed.get(code);
    facts.push({
      code,
      exists: state !== undefined,
      kind: known?.kind,
      location: known?.location ?? location,
      area: known?.area ?? area,
      use: known?.use ?? use,
      declared: { location, area, use },
      rights: state?.rights ?? [],
      pendingCases: pending.get(code) ?? [],
      ...(surveyed.size > 0 ? { surveyed: surveyed.has(code) } : {}),
      ...closedPart(state),
      ...(known?.rightsNature === undefined ? {} : { rightsNature: known.rightsNature }),
      ...(known?.landTermTo === undefined ? {} : { landTermTo: known.landTermTo }),
      ...(withPast
        ? {
            pastObjections: [
              ...lapsedObjections(recorded, state),
              ...(await pastObjections(database, office, code)),
            ],
          }
        : {}),
      ...(withParcel && known ? { parcel: await titled(known.parcelCode) } : {}),
    });
  }
  return facts;
}

/** Objections whose time is over, although no entry says so yet. */
function lapsedObjections(recorded: UnitState | undefined, state: UnitState | undefined) {
  const standing = new Set(state?.rights.map((right) => right.origin));
  return (recorded?.rights ?? []).flatMap((right) =>
    right.kind === 'objection' && !standing.has(right.origin) ? [right] : [],
  );
}

/** The last hundred rights that ended are enough: an objection lives for days. */
async function pastObjections(database: Database, office: string, code: string) {
  const { items } = await endedRights(database, office, code, { limit: 100 });
  return items.flatMap(({ right }) => (right.kind === 'objection' ? [right] : []));
}

/** Many units of a case stand on one parcel, which is looked at once. */
function oncePerParcel<T>(look: (code: string) => Promise<T>): (code: string) => Promise<T> {
  const seen = new Map<string, Promise<T>>();
  return (code) => {
    const found = seen.get(code) ?? look(code);
    seen.set(code, found);
    return found;
  };
}

const closedPart = (state: UnitState | undefined): Pick<UnitFact, 'closed'> =>
  state?.closed ? { closed: { how: state.closed.how, successors: state.closed.successors } } : {};

async function claimsOfOthers(
  database: Database,
  record: CaseRecord,
  codes: readonly string[],
): Promise<Map<string, string[]>> {
  const claims = new Map<string, string[]>();
  if (codes.length === 0) return claims;
  const rows = await caseworkTables(database)
    .selectFrom('casework.claim')
    .select(['unit_code', 'case_no'])
    .where('office', '=', record.case.office)
    .where('unit_code', 'in', codes)
    .where('case_no', '<>', record.case.no)
    .execute();
  for (const row of rows) claims.set(row.unit_code, [...(claims.get(row.unit_code) ?? []), row.case_no]);
  return claims;
}

/** What is known of the units a split or merger is to make; nothing where the business makes none. */
export async function gatherSuccessors(
  database: Database,
  record: CaseRecord,
): Promise<{ successors?: SuccessorFact[] }> {
  const named = record.case.form.successors;
  if (!Array.isArray(named)) return {};
  const codes = [...new Set(named.map(String))];
  const { office } = record.case;
  const surveyed = await findSurveyedUnits(database, office, codes);
  const states = await loadStates(database, office, codes);
  return {
    successors: codes.map((code) => ({
      code,
      surveyed: surveyed.has(code),
      exists: states.has(code),
      area: surveyed.get(code)?.area ?? '0',
    })),
  };
}
