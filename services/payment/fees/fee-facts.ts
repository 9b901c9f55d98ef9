import type { BusinessDefinition, CaseRecord, CaseUnit } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import { findUnits, type UnitFacts } from '@hengchan/register';
import type { FeeFacts } from './fee-for.ts';
import type { Circumstance, FeeClass } from './schedules.ts';

/** 登记类型 (DJLX) that are free or cheaper in themselves. */
const byRegistrationType: Readonly<Record<string, Circumstance>> = {
  '300': 'alteration',
  '400': 'cancellation',
  '500': 'rectification',
  '600': 'objection',
  '700': 'advance-notice',
  '800': 'seizure',
  '900': 'reissue',
};

/** QLLX of titles for which less is charged, whatever is registered of them. */
const byRightType: Readonly<Record<string, Circumstance>> = {
  '5': 'homestead',
  '6': 'homestead',
  '9': 'forest-or-farmland',
  '10': 'forest-or-farmland',
  '11': 'forest-or-farmland',
  '12': 'forest-or-farmland',
};

/** What the form of a business may say about it. */
const byForm: Readonly<Record<string, Circumstance>> = {
  smallEnterprise: 'small-enterprise',
  affordableHousing: 'affordable-housing',
  betweenSpouses: 'between-spouses',
  addressChanged: 'address-changed',
  ancillaryParking: 'ancillary-parking',
};

/** FWXZ codes of 公共租赁、廉租、经济适用 homes. */
const affordable = new Set(['3', '4', '6']);

/** What the fee of a case depends on: its units as the register has them, its kind, and what its form says. */
export async function feeFactsOf(
  database: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
  today: string,
): Promise<FeeFacts> {
  const { office, form } = record.case;
  const units: FeeClass[] = [];
  const natures: (string | undefined)[] = [];
  const titles: string[] = [];
  const codes = record.units.map((unit) => unit.unit_code);
  const states = await findUnits(database, office, codes);
  for (const unit of record.units) {
    const state = states.get(unit.unit_code);
    units.push(feeClassOf(unit, state?.unit));
    natures.push(state?.unit.houseNature);
    titles.push(state?.rights.find((right) => right.kind === 'ownership')?.rightType ?? '');
  }
  const circumstances: Circumstance[] = Object.entries(byForm).flatMap(([field, circumstance]) =>
    form[field] === true ? [circumstance] : [],
  );
  const known = byRegistrationType[definition.registrationType];
  if (known) circumstances.push(known);
  circumstances.push(...((definition.feeCircumstances ?? []) as Circumstance[]));
  circumstances.push(...ofTitles(definition, titles));
  if (natures.length > 0 && natures.every((nature) => nature !== undefined && affordable.has(nature)))
    circumstances.push('affordable-housing');
  return { on: today, units, certificates: certificatesOf(record, definition), circumstances };
}

/** What the kind of title means for the fee of registering it, where it means the same for every title: those of the units, or the ones recorded now. */
function ofTitles({ fee, rightTypes }: BusinessDefinition, titles: readonly string[]): Circumstance[] {
  if (fee !== 'ownership') return [];
  const [first, ...others] = new Set((rightTypes ?? titles).map((code) => byRightType[code]));
  return first !== undefined && others.length === 0 ? [first] : [];
}

/** What a unit counts as: by the kind of house, else by its planned use (GHYT 1x) or land use (TDYT 07x), else by its words. */
export function feeClassOf(
  { use }: Pick<CaseUnit, 'use'>,
  unit?: Pick<UnitFacts, 'kind' | 'houseType' | 'use'>,
): FeeClass {
  if (unit?.houseType === '6' || /车库|车位|储藏/.test(use)) return 'storage';
  const code = unit?.use ?? use;
  if (unit?.kind === 'land') return code.startsWith('07') ? 'residential' : 'non-residential';
  return /^1\d/.test(code) || use.includes('住宅') ? 'residential' : 'non-residential';
}

/** Co-owners may hold a certificate each (分别持证); otherwise one for each unit. */
function certificatesOf(record: CaseRecord, definition: BusinessDefinition): number {
  if (record.case.form.separateCertificates !== true) return record.units.length;
  const holders = record.parties.filter((party) =>
    definition.parties.some((role) => role.role === party.role && role.takesShares),
  );
  return record.units.length * Math.max(1, holders.length);
}
