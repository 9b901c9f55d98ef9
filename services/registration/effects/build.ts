import { agreeingRoles, type BusinessDefinition, type CaseRecord, type Party } from '@hengchan/casework';
import type { Platform } from '@hengchan/platform';
import type {
  Authority,
  Effect,
  Right,
  SealedHolder,
  SealedPerson,
  UnitFacts,
  UnitState,
} from '@hengchan/register';

/** A unit of the case: as the register shows it inside the entering transaction, and as the survey described it. */
export interface CaseUnitState {
  readonly code: string;
  /** Absent while the unit has no page. */
  readonly state?: UnitState;
  readonly surveyed?: UnitFacts;
}

/** What effects are made from. */
export interface EffectContext {
  platform: Platform;
  record: CaseRecord;
  definition: BusinessDefinition;
  /** In the order of the case. */
  units: readonly CaseUnitState[];
  /** What the survey found of other units the form names: new codes after a split or merger. */
  surveyed: ReadonlyMap<string, UnitFacts>;
  /** Number of the contract the housing department has filed and that agrees with the application. */
  contractNumber?: string;
}

/** Turns a decided case into what is entered, in order. */
export type EffectBuilder = (context: EffectContext) => readonly Effect[];

/** Context of one unit that has a page. */
export interface UnitContext extends EffectContext {
  unit: UnitState;
  unitCode: string;
}

/** A builder that does the same to every unit of the case. */
export const perUnit =
  (build: (context: UnitContext) => Effect): EffectBuilder =>
  (context) =>
    context.units.map(({ code, state }) => {
      if (!state) throw new Error(`unit ${code} has no page`);
      return build({ ...context, unit: state, unitCode: code });
    });

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

/** Ids of the rights on the unit whose holders all take part in the case: who takes part and confirms agrees. */
export function consentsOf(context: UnitContext, kinds: readonly Right['kind'][]): string[] {
  const agreeing = agreeingRoles(context.definition);
  const taking = new Set(
    context.record.parties.filter((party) => agreeing.has(party.role)).map((party) => party.id_index),
  );
  return context.unit.rights
    .filter(
      (right) => kinds.includes(right.kind) && right.holders.every((holder) => taking.has(holder.idIndex)),
    )
    .map((right) => right.id);
}

const authorityKinds: readonly [RegExp, Authority['kind']][] = [
  [/法院/, 'court'],
  [/公安/, 'police'],
  [/检察院/, 'procuratorate'],
  [/监察/, 'supervision'],
  [/税务/, 'tax'],
];

/** An authority by its name, which says what it is. */
export const authorityNamed = (name: string): Authority => ({
  name,
  kind: authorityKinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'other',
});
