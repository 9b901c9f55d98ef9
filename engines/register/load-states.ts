import type { Database, Transaction } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { tables } from './database.ts';
import type { Closure } from './limited-rights.ts';
import type {
  MortgageContent,
  OwnershipContent,
  Right,
  SealedHolder,
  SeizureContent,
  UnitFacts,
  UnitState,
} from './state.ts';
import type { HolderTable, RightTable, UnitTable } from './tables.ts';

/**
 * What the register says about units: now, or as it stood at a moment. Units without a page are absent.
 * Terms that ran out without an entry still show; `standAt` takes the passing of time into account.
 */
export async function loadStates(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  asOf?: Date,
): Promise<Map<string, UnitState>> {
  const states = new Map<string, UnitState>();
  if (codes.length === 0) return states;
  const units = await loadUnits(database, office, codes, asOf);
  if (units.length === 0) return states;
  const rights = await loadRights(database, office, codes, asOf);
  const heads = await loadHeads(database, office, codes, asOf);
  const closures = await loadClosures(database, office, codes, asOf);
  for (const row of units) {
    const head = heads.get(row.code);
    const closed = closures.get(row.code);
    states.set(row.code, {
      unit: { ...factsOf(row), sinceEntry: row.since_entry },
      rights: rights.get(row.code) ?? [],
      ...(closed ? { closed } : {}),
      lastEntry: head?.number ?? row.since_entry,
      lastEnteredAt: head?.at ?? row.since_at,
    });
  }
  return states;
}

function loadUnits(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  asOf: Date | undefined,
): Promise<Selectable<UnitTable>[]> {
  const query = tables(database)
    .selectFrom('register.unit')
    .selectAll()
    .where('office', '=', office)
    .where('code', 'in', codes);
  if (!asOf) return query.where('ended_entry', 'is', null).execute();
  return query
    .where('since_at', '<=', asOf)
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', asOf)]))
    .execute();
}

/** Rights with their holders by unit, in the order of registration. */
async function loadRights(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  asOf: Date | undefined,
): Promise<Map<string, Right[]>> {
  const query = tables(database)
    .selectFrom('register.right')
    .selectAll()
    .where('office', '=', office)
    .where('unit_code', 'in', codes);
  const rows = asOf
    ? await query
        .where('registered_at', '<=', asOf)
        .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', asOf)]))
        .execute()
    : await query.where('ended_entry', 'is', null).execute();
  return assembleRights(database, office, rows);
}

/** Rights from their rows, with the holders fetched; grouped by unit, in the order of registration. */
export async function assembleRights(
  database: Database | Transaction,
  office: string,
  rows: readonly Selectable<RightTable>[],
): Promise<Map<string, Right[]>> {
  const byUnit = new Map<string, Right[]>();
  const held = rows.filter((row) => row.kind !== 'seizure').map((row) => row.id);
  const holders = new Map<string, SealedHolder[]>();
  if (held.length > 0) {
    const people = await tables(database)
      .selectFrom('register.holder')
      .selectAll()
      .where('office', '=', office)
      .where('right_id', 'in', held)
      .orderBy('right_id')
      .orderBy('ordinal')
      .execute();
    for (const person of people) {
      holders.set(person.right_id, [...(holders.get(person.right_id) ?? []), holderOf(person)]);
    }
  }
  const order = (row: Selectable<RightTable>): number => Number(row.id.split('-')[1]);
  const sorted = rows.toSorted(
    (left, right) => left.registered_entry - right.registered_entry || order(left) - order(right),
  );
  for (const row of sorted) {
    const right = rightOf(row, holders.get(row.id) ?? []);
    byUnit.set(row.unit_code, [...(byUnit.get(row.unit_code) ?? []), right]);
  }
  return byUnit;
}

async function loadHeads(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  asOf: Date | undefined,
): Promise<Map<string, { number: number; at: Date }>> {
  if (!asOf) {
    const rows = await tables(database)
      .selectFrom('register.unit_head')
      .select(['unit_code', 'entry_number', 'entered_at'])
      .where('office', '=', office)
      .where('unit_code', 'in', codes)
      .execute();
    return new Map(
      rows.flatMap((row) =>
        row.entered_at ? [[row.unit_code, { number: row.entry_number, at: row.entered_at }]] : [],
      ),
    );
  }
  const rows = await tables(database)
    .selectFrom('register.entry')
    .distinctOn('unit_code')
    .select(['unit_code', 'number', 'entered_at'])
    .where('office', '=', office)
    .where('unit_code', 'in', codes)
    .where('entered_at', '<=', asOf)
    .orderBy('unit_code')
    .orderBy('number', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.unit_code, { number: row.number, at: row.entered_at }]));
}

async function loadClosures(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  asOf: Date | undefined,
): Promise<Map<string, Closure>> {
  const query = tables(database)
    .selectFrom('register.closure as c')
    .leftJoin('register.lineage as l', (join) =>
      join.onRef('l.office', '=', 'c.office').onRef('l.unit_code', '=', 'c.unit_code'),
    )
    .select(['c.unit_code', 'c.entry_number', 'c.closed_at', 'c.how', 'c.reason', 'l.successor'])
    .where('c.office', '=', office)
    .where('c.unit_code', 'in', codes)
    .orderBy('l.successor');
  const rows = await (asOf ? query.where('c.closed_at', '<=', asOf) : query).execute();
  const closures = new Map<string, Closure>();
  for (const row of rows) {
    const { how, reason, closed_at: at, entry_number: entry, successor } = row;
    const successors = [
      ...(closures.get(row.unit_code)?.successors ?? []),
      ...(successor ? [successor] : []),
    ];
    closures.set(row.unit_code, { how, reason, successors, at, entry });
  }
  return closures;
}

export function factsOf(row: Selectable<UnitTable>): UnitFacts {
  const present = {
    landArea: row.land_area,
    landUse: row.land_use,
    structure: row.structure,
    totalFloors: row.total_floors,
    floor: row.floor,
    roomNo: row.room_no,
    buildingNo: row.building_no,
    completedOn: row.completed_on,
    landTermFrom: row.land_term_from,
    landTermTo: row.land_term_to,
    houseType: row.house_type,
    houseNature: row.house_nature,
    longitude: row.longitude,
    latitude: row.latitude,
  };
  return {
    code: row.code,
    kind: row.kind,
    location: row.location,
    area: row.area,
    use: row.use,
    parcelCode: row.parcel_code,
    rightsNature: row.rights_nature,
    ...withoutNulls(present),
  };
}

function rightOf(row: Selectable<RightTable>, holders: readonly SealedHolder[]): Right {
  const base = {
    id: row.id,
    origin: row.origin,
    rightType: row.right_type,
    holders,
    coOwnership: row.co_ownership,
    registeredAt: row.registered_at,
    registeredEntry: row.registered_entry,
    ...withoutNulls({
      certificate: row.certificate,
      endedAt: row.ended_at,
      endedEntry: row.ended_entry,
      endedReason: row.ended_reason,
      continues: row.continues,
    }),
  };
  const content: unknown = JSON.parse(row.content);
  switch (row.kind) {
    case 'ownership':
      return { ...base, kind: 'ownership', content: content as OwnershipContent };
    case 'mortgage':
      return { ...base, kind: 'mortgage', content: content as MortgageContent, rank: row.rank ?? 0 };
    case 'seizure':
      return { ...base, kind: 'seizure', content: content as SeizureContent, queue: row.queue ?? 0 };
    default:
      return { ...base, kind: row.kind, content } as Right;
  }
}

function holderOf(row: Selectable<HolderTable>): SealedHolder {
  const share =
    row.share_numerator === null || row.share_denominator === null
      ? null
      : { numerator: row.share_numerator, denominator: row.share_denominator };
  return {
    name: row.name,
    idType: row.id_type,
    idSealed: row.id_sealed,
    idIndex: row.id_index,
    idMasked: row.id_masked,
    holderKind: row.holder_kind,
    ...withoutNulls({ share, certificate: row.certificate }),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** The members that have a value; SQL's null is our absence. */
function withoutNulls<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) as Present<T>;
}
