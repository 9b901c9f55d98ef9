import type { Insertable } from 'kysely';
import { canonicalJson } from './canonical.ts';
import { tokensText } from './location-search.ts';
import type { ProjectedDisposal, ProjectedVersion, UnitProjection } from './projection.ts';
import { untilOf } from './seizure-queue.ts';
import type { Right, SealedHolder, SeizureRight } from './state.ts';
import type { RegisterTables } from './tables.ts';

/**
 * The rows a projection is stored as. Writing, rebuilding and verifying all use these, so a row in the database
 * is right exactly when it equals the one made here from the entries.
 */
export interface ProjectionRows {
  'register.unit': Insertable<RegisterTables['register.unit']>[];
  'register.right': Insertable<RegisterTables['register.right']>[];
  'register.holder': Insertable<RegisterTables['register.holder']>[];
  'register.certificate': Insertable<RegisterTables['register.certificate']>[];
  'register.hold': Insertable<RegisterTables['register.hold']>[];
  'register.seizure_queue': Insertable<RegisterTables['register.seizure_queue']>[];
  'register.closure': Insertable<RegisterTables['register.closure']>[];
  'register.lineage': Insertable<RegisterTables['register.lineage']>[];
  'register.unit_head': Insertable<RegisterTables['register.unit_head']>[];
}

export type ProjectionTable = keyof ProjectionRows;

/** Every row of one unit, as of its last entry. */
export function rowsOf(office: string, projection: UnitProjection): ProjectionRows {
  const { code } = projection;
  const rights = [...projection.rights.values()];
  return {
    'register.unit': projection.versions.map((version) => unitRow(office, version)),
    'register.right': rights.map((right) => rightRow(office, code, right)),
    'register.holder': rights.flatMap((right) =>
      right.holders.map((holder, at) => holderRow(office, code, right.id, at + 1, holder)),
    ),
    'register.certificate': projection.certificates.map(({ number, right, issuedEntry }) => ({
      office,
      number,
      unit_code: code,
      right_id: right,
      issued_entry: issuedEntry,
    })),
    'register.hold': [
      ...rights.flatMap((right) => (right.kind === 'seizure' ? seizureHoldRows(office, code, right) : [])),
      ...projection.disposals.map((disposal) => disposalRow(office, code, disposal)),
    ],
    'register.seizure_queue': queueRows(office, code, rights),
    ...closureRows(office, projection),
    'register.unit_head': [
      {
        office,
        unit_code: code,
        entry_number: projection.lastEntry,
        entered_at: projection.lastEnteredAt,
      },
    ],
  };
}

function unitRow(office: string, version: ProjectedVersion): ProjectionRows['register.unit'][number] {
  const { facts } = version;
  return {
    office,
    code: facts.code,
    since_entry: version.sinceEntry,
    since_at: version.sinceAt,
    ended_entry: version.endedEntry ?? null,
    ended_at: version.endedAt ?? null,
    kind: facts.kind,
    location: facts.location,
    location_tokens: tokensText(facts.location),
    area: facts.area,
    land_area: facts.landArea ?? null,
    use: facts.use,
    land_use: facts.landUse ?? null,
    structure: facts.structure ?? null,
    total_floors: facts.totalFloors ?? null,
    floor: facts.floor ?? null,
    room_no: facts.roomNo ?? null,
    building_no: facts.buildingNo ?? null,
    completed_on: facts.completedOn ?? null,
    parcel_code: facts.parcelCode,
    rights_nature: facts.rightsNature,
    land_term_from: facts.landTermFrom ?? null,
    land_term_to: facts.landTermTo ?? null,
    house_type: facts.houseType ?? null,
    house_nature: facts.houseNature ?? null,
    longitude: facts.longitude ?? null,
    latitude: facts.latitude ?? null,
  };
}

function rightRow(office: string, code: string, right: Right): ProjectionRows['register.right'][number] {
  const shares = right.holders.flatMap((holder) => (holder.share ? [holder.share] : []));
  return {
    office,
    id: right.id,
    unit_code: code,
    kind: right.kind,
    right_type: right.rightType,
    co_ownership: right.coOwnership,
    share_numerators: shares.map((share) => share.numerator),
    share_denominators: shares.map((share) => share.denominator),
    content: canonicalJson(right.content),
    rank: right.kind === 'mortgage' ? right.rank : null,
    queue: right.kind === 'seizure' ? right.queue : null,
    slot: slotOf(right),
    certificate: right.certificate ?? null,
    registered_at: right.registeredAt,
    registered_entry: right.registeredEntry,
    ended_at: right.endedAt ?? null,
    ended_entry: right.endedEntry ?? null,
    ended_reason: right.endedReason ?? null,
    origin: right.origin,
    continues: right.continues ?? null,
  };
}

/** What only one current right of the kind may fill on a unit; the database refuses a second. */
function slotOf(right: Right): string | null {
  switch (right.kind) {
    case 'advance-notice':
      return right.content.noticeKind <= '2' ? 'title' : null;
    case 'objection':
      return right.holders.map((holder) => `${holder.idType} ${holder.idIndex}`).join(' ');
    case 'easement':
      return right.content.key;
    case 'management':
    case 'lock':
      return right.kind;
    default:
      return null;
  }
}

function closureRows(
  office: string,
  { code, closed }: UnitProjection,
): Pick<ProjectionRows, 'register.closure' | 'register.lineage'> {
  if (!closed) return { 'register.closure': [], 'register.lineage': [] };
  const { how, reason, entry, at, successors } = closed;
  return {
    'register.closure': [{ office, unit_code: code, entry_number: entry, closed_at: at, how, reason }],
    'register.lineage': successors.map((successor) => ({
      office,
      unit_code: code,
      successor,
      entry_number: entry,
    })),
  };
}

function holderRow(
  office: string,
  code: string,
  right: string,
  ordinal: number,
  holder: SealedHolder,
): ProjectionRows['register.holder'][number] {
  return {
    office,
    right_id: right,
    ordinal,
    unit_code: code,
    name: holder.name,
    id_type: holder.idType,
    id_sealed: holder.idSealed,
    id_index: holder.idIndex,
    id_masked: holder.idMasked,
    holder_kind: holder.holderKind,
    share_numerator: holder.share?.numerator ?? null,
    share_denominator: holder.share?.denominator ?? null,
    certificate: holder.certificate ?? null,
  };
}

/** A seizure holds the unit from its registration to its end or the end of its term, whichever is first. */
function seizureHoldRows(
  office: string,
  code: string,
  seizure: SeizureRight,
): ProjectionRows['register.hold'] {
  if (seizure.queue !== 0) return [];
  const until = untilOf(seizure);
  const ends = seizure.endedAt && seizure.endedAt < until ? seizure.endedAt : until;
  return [
    {
      office,
      id: seizure.id,
      unit_code: code,
      kind: 'seizure',
      authority: seizure.content.authority.name,
      starts_at: seizure.registeredAt,
      ends_at: ends,
    },
  ];
}

function disposalRow(
  office: string,
  code: string,
  disposal: ProjectedDisposal,
): ProjectionRows['register.hold'][number] {
  return {
    office,
    id: `${disposal.entry}-disposal`,
    unit_code: code,
    kind: 'disposal',
    authority: disposal.authority ?? '',
    starts_at: disposal.at,
    ends_at: disposal.at,
  };
}

function queueRows(
  office: string,
  code: string,
  rights: readonly Right[],
): ProjectionRows['register.seizure_queue'] {
  const current = rights
    .filter((right) => right.kind === 'seizure' && right.endedEntry === undefined)
    .map((right) => right as SeizureRight)
    .sort((left, right) => left.queue - right.queue);
  return current.map((seizure, at) => ({
    office,
    unit_code: code,
    place: seizure.queue,
    right_id: seizure.id,
    delivered_at: new Date(seizure.content.deliveredAt),
    delivered_ahead: at === 0 ? null : new Date(current[at - 1]?.content.deliveredAt ?? 0),
  }));
}
