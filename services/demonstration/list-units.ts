import { maximumPageSize, type Platform, readCursor, writeCursor } from '@hengchan/platform';
import { loadStates, type Right, type SealedHolder, standAt, type UnitState } from '@hengchan/register';
import type { Directory } from './accounts/directory.ts';
import { demonstrationOffices } from './city/offices.ts';
import type { DemonstrationState, DemonstrationUnit } from './schema.ts';
import { unitsHeldBy, unitsInCases } from './store.ts';

export interface UnitsRequest {
  state?: DemonstrationState;
  office?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Units that are free to work with and whose holders can all sign in, as the register stands at this moment: after a
 * sale the unit shows its new owners, or disappears when they have no accounts. Those with no case under way and
 * nothing registered against them come first.
 */
export async function listUnits(
  platform: Platform,
  directory: Directory,
  { state, office, limit = 20, cursor }: UnitsRequest,
): Promise<{ items: DemonstrationUnit[]; nextCursor?: string }> {
  const offices = demonstrationOffices.map((each) => each.code).filter((code) => !office || code === office);
  const found: Ranked[] = [];
  for (const code of offices) found.push(...(await unitsAt(platform, directory, code)));
  const wanted = found
    .filter(({ unit }) => state === undefined || unit.state.includes(state))
    .sort((left, right) => left.rank - right.rank);
  const from = readCursor(cursor, ['number'])?.[0] ?? 0;
  const size = Math.min(limit, maximumPageSize);
  const items = wanted.slice(from, from + size).map(({ unit }) => unit);
  return from + size < wanted.length ? { items, nextCursor: writeCursor([from + size]) } : { items };
}

interface Ranked {
  unit: DemonstrationUnit;
  rank: number;
}

async function unitsAt(
  { database, clock }: Platform,
  directory: Directory,
  office: string,
): Promise<Ranked[]> {
  const codes = await unitsHeldBy(database, office, directory.ownerIndexes);
  const { claimed, busy } = await unitsInCases(database, office, codes);
  const free = codes.filter((code) => !claimed.has(code));
  const states = await loadStates(database, office, free);
  const now = clock.now();
  return free.flatMap((code) => {
    const state = states.get(code);
    const unit = state && describe(directory, office, standAt(state, now));
    if (!unit) return [];
    return [{ unit, rank: (busy.has(code) ? 2 : 0) + (unit.state.includes('clear') ? 0 : 1) }];
  });
}

/** Undefined when a holder has no account. */
function describe(
  directory: Directory,
  office: string,
  { unit, rights }: UnitState,
): DemonstrationUnit | undefined {
  const ownership = rights.find((right) => right.kind === 'ownership');
  if (!ownership) return undefined;
  const holders = ownership.holders.flatMap((holder) => describeHolder(directory, holder) ?? []);
  if (holders.length < ownership.holders.length) return undefined;
  return {
    code: unit.code,
    office,
    location: unit.location,
    area: unit.area,
    state: statesOf(rights),
    ...(ownership.certificate === undefined ? {} : { certificate: ownership.certificate }),
    holders,
    mortgages: rights.flatMap((right) => {
      if (right.kind !== 'mortgage') return [];
      return right.holders.map((holder) => {
        const known = directory.find(holder.idIndex);
        return {
          ...(right.certificate === undefined ? {} : { proofNumber: right.certificate }),
          mortgagee: {
            name: holder.name,
            idType: holder.idType,
            idNumber: known?.idNumber ?? holder.idMasked,
            ...(known ? { account: known.account.login, password: known.account.password } : {}),
          },
          transferRestricted: right.content.transferRestricted,
        };
      });
    }),
    seizures: rights.flatMap((right) =>
      right.kind === 'seizure'
        ? [
            {
              authority: right.content.authority.name,
              documentNumber: right.content.documentNumber,
              queue: right.queue,
            },
          ]
        : [],
    ),
  };
}

function describeHolder(directory: Directory, holder: SealedHolder) {
  const known = directory.find(holder.idIndex);
  if (!known) return undefined;
  return {
    name: holder.name,
    idType: holder.idType,
    idNumber: known.idNumber,
    ...(holder.share ? { share: holder.share } : {}),
    account: known.account.login,
    password: known.account.password,
  };
}

const stateOf: Partial<Record<Right['kind'], DemonstrationState>> = {
  mortgage: 'mortgaged',
  seizure: 'seized',
  'advance-notice': 'noticed',
  objection: 'objected',
  lock: 'locked',
  habitation: 'inhabited',
  easement: 'eased',
  management: 'managed',
};

/** Free is a unit on which nothing stands but its title. */
function statesOf(rights: readonly Right[]): DemonstrationState[] {
  const burdens = [...new Set(rights.flatMap(({ kind }) => stateOf[kind] ?? []))];
  const held = rights.find((right) => right.kind === 'ownership')?.coOwnership;
  return [
    ...(burdens.length === 0 ? (['clear'] as const) : burdens),
    ...(held === '1' ? (['joint'] as const) : []),
    ...(held === '2' ? (['shares'] as const) : []),
  ];
}
