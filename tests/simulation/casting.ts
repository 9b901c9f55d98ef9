import type { BusinessDefinition, PartyRole } from '@hengchan/casework';
import type { RightKind } from '@hengchan/register';
import type { TestPerson } from '../support/people.ts';
import type { Cast } from './cast.ts';

/** Where those who play a role come from: the holders of a right that stands on the unit, or whoever is new to it. */
type Source = RightKind | 'newcomer';

/** What a business needs of the town before somebody can apply for it. */
export interface Casting {
  /** Units with a title, or those the survey described and nobody holds yet. */
  units: 'titled' | 'surveyed';
  /** Codes of titles it is about; any when left out. */
  rightTypes?: readonly string[];
  /** Rights that must stand on the unit. */
  standing: readonly RightKind[];
  /** Rights that must not. */
  absent: readonly RightKind[];
  /** May be about units that other cases were about; otherwise every application is made to measure. */
  shared: boolean;
  source(role: string): Source;
}

/** Whose right a role stands for. A role that is not here is played by newcomers. */
const standsFor: Readonly<Record<string, RightKind>> = {
  transferor: 'ownership',
  mortgagor: 'ownership',
  holder: 'ownership',
  formerHolder: 'ownership',
  obligor: 'ownership',
  servient: 'ownership',
  provider: 'ownership',
  respondent: 'ownership',
  mortgagee: 'mortgage',
  claimant: 'advance-notice',
  objector: 'objection',
  dominant: 'easement',
  resident: 'habitation',
  manager: 'management',
  authority: 'seizure',
};

/** Effects with which a right begins: whoever then plays its role is new to the unit. */
const begins: Readonly<Record<string, RightKind>> = {
  'establish-mortgage': 'mortgage',
  'convert-mortgage-notice': 'mortgage',
  seize: 'seizure',
  'give-notice': 'advance-notice',
  'give-mortgage-notice': 'advance-notice',
  object: 'objection',
  'establish-easement': 'easement',
  'establish-habitation': 'habitation',
  'establish-management': 'management',
};

/** Effects about several units that belong together, which no choice among those of the town would meet. */
const madeToMeasure = new Set(['split-unit', 'merge-units', 'establish-easement']);

/** Rules that keep a business off a unit with such a right on it. */
const keptOff: Readonly<Record<string, RightKind>> = {
  UNIT_NOT_SEIZED: 'seizure',
  UNIT_NOT_LOCKED: 'lock',
};

/** Rules that ask for a right the roles do not tell of. */
const asksFor: Readonly<Record<string, RightKind>> = {
  MORTGAGE_CHOSEN: 'mortgage',
  UNIT_MORTGAGED: 'mortgage',
  SEIZURE_CHOSEN: 'seizure',
};

/**
 * How a business is cast, from its definition alone. A business whose roles, units or effects are unlike all others is told apart here:
 * a new role gets a line in `standsFor`, an effect that begins a right one in `begins`, one about units found nowhere one in `madeToMeasure`.
 */
export function castFor(definition: BusinessDefinition): Casting {
  const { effects, rules, parties, rightTypes } = definition;
  const surveyed = definition.units.source === 'survey';
  const beginning = new Set(effects.flatMap((effect) => begins[effect] ?? []));
  const source = (role: string): Source => {
    const kind = surveyed ? undefined : standsFor[role];
    return kind === undefined || beginning.has(kind) ? 'newcomer' : kind;
  };
  const needed = parties.filter((role) => role.minimum > 0).map((role) => source(role.role));
  const asked = rules.flatMap((use) => asksFor[use.rule] ?? []);
  return {
    units: surveyed ? 'surveyed' : 'titled',
    ...(rightTypes ? { rightTypes } : {}),
    standing: [...new Set([...needed.filter((each) => each !== 'newcomer'), ...asked])],
    absent: rules.flatMap((use) => keptOff[use.rule] ?? []),
    shared: !effects.some((effect) => madeToMeasure.has(effect)) && definition.units.minimum <= 1,
    source,
  };
}

const bodiesOf: Readonly<Record<string, keyof Pick<Cast, 'banks' | 'courts'>>> = {
  mortgagee: 'banks',
  newMortgagee: 'banks',
  authority: 'courts',
};

/** Everybody who may play the role and is new to the unit, of those whom the entrances of the business are for. */
export function newcomers(
  cast: Cast,
  { entrances }: BusinessDefinition,
  { role, kinds }: PartyRole,
): TestPerson[] {
  const special = bodiesOf[role];
  if (special) return cast[special];
  const people = kinds.includes('person') ? cast.people : [];
  const bodies = kinds.includes('organisation')
    ? entrances.includes('developer')
      ? cast.developers
      : [...cast.companies, ...cast.collectives]
    : [];
  if (entrances.includes('person') && people.length > 0) return people;
  if (entrances.some((entrance) => entrance === 'company' || entrance === 'developer') && bodies.length > 0)
    return bodies;
  return [...people, ...bodies];
}

/** Somebody the entrances of the business let in. */
export function mayEnter({ entrances }: BusinessDefinition, { idType, name, body }: TestPerson): boolean {
  const entrance = idType === '1' ? 'person' : /法院/.test(name) ? 'court' : (body ?? 'bank');
  return entrances.includes(entrance);
}
