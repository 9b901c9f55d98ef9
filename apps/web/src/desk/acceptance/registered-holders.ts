import type { UnitView } from '../../api/types.ts';
import type { PartyRow } from './party-row.ts';

type Holder = UnitView['rights'][number]['holders'][number];

/** Who holds the unit now, as the register says. */
export function registeredHolders(unit: UnitView | undefined): Holder[] {
  return (unit?.rights ?? []).filter((right) => right.current).flatMap((right) => right.holders);
}

/**
 * The parties with the registered holders in a role, in place of empty lines there. Numbers stay empty: the
 * register shows them masked, and the clerk reads them off the document anyway.
 */
export function withHolders(rows: readonly PartyRow[], role: string, holders: readonly Holder[]): PartyRow[] {
  const isEmpty = (row: PartyRow) =>
    row.role === role && row.name.trim() === '' && row.idNumber.trim() === '';
  const kept = rows.filter((row) => !isEmpty(row));
  const known = new Set(kept.filter((row) => row.role === role).map((row) => row.name.trim()));
  const added = holders
    .filter((holder) => !known.has(holder.name))
    .map((holder, index) => ({
      key: `${role} ${holder.name} ${index}`,
      role,
      name: holder.name,
      idType: holder.idType,
      idNumber: '',
      share: '',
    }));
  return [...kept, ...added];
}
