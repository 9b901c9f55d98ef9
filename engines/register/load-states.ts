import type { Database, Transaction } from '@hengchan/platform';
import { type Selectable, sql } from 'kysely';
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
 * What the register says about units: now, or as it stood at a moment. Units without a page are absent. One statement.
 * Terms that ran out without an entry still show; `standAt` takes the passing of time into account.
 */
export async function loadStates(
  database: Database | Transaction,
  office: string,
  codes: readonly string[],
  asOf?: Date,
): Promise<Map<string, UnitState>> {
  if (codes.length === 0) return new Map();
  const then = sql`${asOf ?? null}::timestamptz`;
  const query = tables(database)
    .selectFrom('register.unit')
    .selectAll()
    .select([
      sql<WrittenRight[]>`(
        SELECT coalesce(json_agg(json_build_object('row', held, 'holders', (
            SELECT coalesce(json_agg(holder ORDER BY holder.ordinal), '[]') FROM register.holder
            WHERE holder.office = held.office AND holder.unit_code = held.unit_code AND holder.right_id = held.id))), '[]')
        FROM register."right" AS held
        WHERE held.office = register.unit.office AND held.unit_code = register.unit.code AND ${
          asOf
            ? sql`held.registered_at <= ${then} AND (held.ended_at IS NULL OR held.ended_at > ${then})`
            : sql`held.ended_entry IS NULL`
        })`.as('rights'),
      sql<WrittenHead | null>`(${
        asOf
          ? sql`SELECT json_build_object('number', entry.number, 'at', entry.entered_at) FROM register.entry
              WHERE entry.office = register.unit.office AND entry.unit_code = register.unit.code
                AND entry.entered_at <= ${then} ORDER BY entry.number DESC LIMIT 1`
          : sql`SELECT json_build_object('number', head.entry_number, 'at', head.entered_at) FROM register.unit_head AS head
              WHERE head.office = register.unit.office AND head.unit_code = register.unit.code`
      })`.as('head'),
      sql<WrittenClosure | null>`(
        SELECT json_build_object('how', closure.how, 'reason', closure.reason, 'at', closure.closed_at,
          'entry', closure.entry_number, 'successors', (
            SELECT coalesce(json_agg(lineage.successor ORDER BY lineage.successor), '[]') FROM register.lineage
            WHERE lineage.office = closure.office AND lineage.unit_code = closure.unit_code))
        FROM register.closure
        WHERE closure.office = register.unit.office AND closure.unit_code = register.unit.code
          ${asOf ? sql`AND closure.closed_at <= ${then}` : sql``})`.as('closure'),
    ])
    .where('office', '=', office)
    .where('code', 'in', codes);
  const rows = await (asOf
    ? query
        .where('since_at', '<=', asOf)
        .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', asOf)]))
    : query.where('ended_entry', 'is', null)
  ).execute();
  return new Map(
    rows.map(({ rights, head, closure, ...row }) => [
      row.code,
      {
        unit: { ...factsOf(row), sinceEntry: row.since_entry },
        rights: inOrder(rights.map((each) => ({ ...each, row: rowOf(each.row) }))),
        ...(closure ? { closed: { ...closure, at: new Date(closure.at) } } : {}),
        lastEntry: head?.at ? head.number : row.since_entry,
        lastEnteredAt: head?.at ? new Date(head.at) : row.since_at,
      },
    ]),
  );
}

/** Rows as JSON has them: moments are texts. */
interface WrittenRight {
  row: Omit<Selectable<RightTable>, 'registered_at' | 'ended_at'> & {
    registered_at: string;
    ended_at: string | null;
  };
  holders: Selectable<HolderTable>[];
}

interface WrittenHead {
  number: number;
  at: string | null;
}

type WrittenClosure = Omit<Closure, 'at'> & { at: string };

const rowOf = (row: WrittenRight['row']): Selectable<RightTable> => ({
  ...row,
  registered_at: new Date(row.registered_at),
  ended_at: row.ended_at === null ? null : new Date(row.ended_at),
});

interface HeldRow {
  row: Selectable<RightTable>;
  holders: readonly Selectable<HolderTable>[];
}

/** Rights in the order of registration. */
function inOrder(held: readonly HeldRow[]): Right[] {
  const order = ({ row }: HeldRow): number => Number(row.id.split('-')[1]);
  return held
    .toSorted(
      (left, right) => left.row.registered_entry - right.row.registered_entry || order(left) - order(right),
    )
    .map(({ row, holders }) => rightOf(row, holders.map(holderOf)));
}

/** Rights from their rows, with the holders fetched; grouped by unit, in the order of registration. */
export async function assembleRights(
  database: Database | Transaction,
  office: string,
  rows: readonly Selectable<RightTable>[],
): Promise<Map<string, Right[]>> {
  const held = rows.filter((row) => row.kind !== 'seizure').map((row) => row.id);
  const people =
    held.length === 0
      ? []
      : await tables(database)
          .selectFrom('register.holder')
          .selectAll()
          .where('office', '=', office)
          .where('right_id', 'in', held)
          .orderBy('right_id')
          .orderBy('ordinal')
          .execute();
  const holders = Map.groupBy(people, (person) => person.right_id);
  const byUnit = Map.groupBy(
    rows.map((row) => ({ row, holders: holders.get(row.id) ?? [] })),
    ({ row }) => row.unit_code,
  );
  return new Map([...byUnit].map(([code, own]) => [code, inOrder(own)]));
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
