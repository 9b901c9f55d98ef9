import type { CaseRecord } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import type { SuccessorFact, UnitFact } from './facts.ts';
import type { Registration } from './registration.ts';

type Gathered = { units: readonly UnitFact[]; successors?: readonly SuccessorFact[] };

const parcelOf = (code: string): string => code.slice(0, 19);
const subzoneOf = (code: string): string => code.slice(0, 12);
/** At sea, and where no zones were drawn. */
const outsideZones = (code: string): boolean => code.slice(6, 9) === '000';

/**
 * Says of every unit that is to get its first page whether the subzone in its code holds. A case that was accepted goes on under the
 * districts of that day; units that have a page, and what is made of them on their own parcel, keep their code. EX-GEO-02.
 */
export async function withSubzones(
  { platform, subzonesInForce }: Registration,
  database: Database,
  record: CaseRecord,
  gathered: Gathered,
): Promise<Gathered> {
  if (!subzonesInForce) return gathered;
  const parcels = new Set(gathered.units.map(({ code }) => parcelOf(code)));
  const isNew = ({ code, exists }: { code: string; exists: boolean }) => !exists && !outsideZones(code);
  const units = gathered.units.filter(isNew);
  const successors = (gathered.successors ?? []).filter(
    (unit) => isNew(unit) && !parcels.has(parcelOf(unit.code)),
  );
  if (units.length + successors.length === 0) return gathered;
  const codes = [...units, ...successors].map(({ code }) => subzoneOf(code));
  const { office, accepted_at } = record.case;
  const inForce = await subzonesInForce(database, office, codes, accepted_at ?? platform.clock.now());
  if (!inForce) return gathered;
  const told = new Set([...units, ...successors].map(({ code }) => code));
  const tell = <Unit extends { code: string }>(unit: Unit): Unit =>
    told.has(unit.code)
      ? { ...unit, subzone: { code: subzoneOf(unit.code), inForce: inForce.has(subzoneOf(unit.code)) } }
      : unit;
  return {
    units: gathered.units.map(tell),
    ...(gathered.successors ? { successors: gathered.successors.map(tell) } : {}),
  };
}
