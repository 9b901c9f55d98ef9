import type { BusinessDefinition, CaseRecord, Party } from '@hengchan/casework';
import type { Platform } from '@hengchan/platform';
import type { Effect, SealedHolder, SealedPerson, UnitState } from '@hengchan/register';

/** What an effect is made from: the case, and the unit as the register shows it inside the entering transaction. */
export interface EffectContext {
  platform: Platform;
  record: CaseRecord;
  definition: BusinessDefinition;
  unit: UnitState;
  unitCode: string;
}

/** Turns a decided case into what is entered for one unit. */
export type EffectBuilder = (context: EffectContext) => Effect;

export const partiesIn = (context: EffectContext, role: string) =>
  context.record.parties.filter((party) => party.role === role);

export function personOf(party: Party): SealedPerson {
  return {
    name: party.name,
    idType: party.id_type,
    idSealed: party.id_sealed,
    idIndex: party.id_index,
    idMasked: party.id_masked,
  };
}

/** QLRLX: natural persons 1, bodies 2. */
export function holderOf(party: Party): SealedHolder {
  const holderKind = ['6', '7', '8'].includes(party.id_type) ? '2' : '1';
  const { share_numerator: numerator, share_denominator: denominator } = party;
  return {
    ...personOf(party),
    holderKind,
    ...(numerator === null || denominator === null ? {} : { share: { numerator, denominator } }),
  };
}

/** Text of a form field, or undefined when it was left empty. */
export function textOf(context: EffectContext, field: string): string | undefined {
  const value = context.record.case.form[field];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** A field the form's schema requires. */
export function requiredText(context: EffectContext, field: string): string {
  const value = textOf(context, field);
  if (value === undefined) throw new Error(`case ${context.record.case.no} has no ${field}`);
  return value;
}
