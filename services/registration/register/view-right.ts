import type { Right, SealedHolder, UnitState } from '@hengchan/register';
import { formatUnitCode, nameOf } from '@hengchan/standards';
import type { RightView, UnitSummary } from '../register-schema.ts';
import { coOwnershipTitle, idTypeName, rightItems, rightTitle } from '../wording.ts';
import { flagsOf, kindTitles } from './words.ts';

export type Reveal = (holder: { idSealed: string; idMasked: string }) => string;

function viewHolder(holder: SealedHolder, reveal: Reveal): RightView['holders'][number] {
  return {
    name: holder.name,
    idType: holder.idType,
    idTypeName: idTypeName(holder.idType),
    idNumber: reveal(holder),
    holderKind: holder.holderKind,
    ...(holder.share
      ? {
          share: { numerator: Number(holder.share.numerator), denominator: Number(holder.share.denominator) },
        }
      : {}),
  };
}

/** A right as the register page shows it. Sealed persons in its content are reduced to names and masked numbers. */
export function viewRight(right: Right, reveal: Reveal): RightView {
  return {
    id: right.id,
    origin: right.origin,
    kind: right.kind,
    rightType: right.rightType,
    title: rightTitle(right),
    holders: right.holders.map((holder) => viewHolder(holder, reveal)),
    coOwnership: right.coOwnership,
    coOwnershipTitle: coOwnershipTitle(right.coOwnership),
    ...(right.kind === 'mortgage' ? { rank: right.rank } : {}),
    ...(right.kind === 'seizure' ? { queue: right.queue } : {}),
    ...(right.certificate === undefined ? {} : { certificate: right.certificate }),
    content: withoutSealed(right.content) as Record<string, unknown>,
    items: rightItems(right),
    ...(right.kind === 'easement' ? { otherSide: otherSide(right) } : {}),
    registeredAt: right.registeredAt.toISOString(),
    registeredEntry: right.registeredEntry,
    ...(right.endedAt ? { endedAt: right.endedAt.toISOString() } : {}),
    ...(right.endedEntry === undefined ? {} : { endedEntry: right.endedEntry }),
    current: right.endedEntry === undefined,
  };
}

/** The pages on the other side of an easement. */
function otherSide({ content }: Extract<Right, { kind: 'easement' }>) {
  const codes = content.side === 'servient' ? content.dominant : content.servient;
  const title = content.side === 'servient' ? '需役地' : '供役地';
  return codes.map((code) => ({ title, code, formatted: formatUnitCode(code) }));
}

/** Copies a value without sealed numbers and blind indexes, which are nobody's to read. */
export function withoutSealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSealed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'idSealed' && key !== 'idIndex')
      .map(([key, each]) => [key, withoutSealed(each)]),
  );
}

/** A line of a list of units. */
export function summariseUnit(office: string, state: UnitState): UnitSummary {
  const { unit, rights } = state;
  const ownership = rights.find((right) => right.kind === 'ownership');
  return {
    code: unit.code,
    office,
    kind: unit.kind,
    kindTitle: kindTitles[unit.kind],
    location: unit.location,
    area: unit.area,
    useTitle: nameOf(unit.kind === 'house' ? 'GHYT' : 'TDYT', unit.use) ?? unit.use,
    ...(ownership ? { rightTitle: rightTitle(ownership) } : {}),
    holders: ownership?.holders.map((holder) => holder.name) ?? [],
    ...(ownership?.certificate === undefined ? {} : { certificate: ownership.certificate }),
    ...flagsOf(state),
  };
}
