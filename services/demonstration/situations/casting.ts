import type { BusinessDefinition, Channel, PartyRole } from '@hengchan/casework';
import type { Share } from '@hengchan/register';
import { type Cast, entranceOf, type Kind, type Member } from './cast.ts';

/** Roles in which the register already knows somebody as holder of the title, first those who stand for it most surely. */
export const holderRoles = [
  'transferor',
  'mortgagor',
  'holder',
  'formerHolder',
  'obligor',
  'servient',
  'provider',
  'respondent',
  'applicant',
] as const;

const bankRoles = ['mortgagee', 'newMortgagee'];

/** A party of the application to be. */
export interface CastParty {
  readonly role: string;
  readonly member: Member;
  readonly share?: Share;
}

/** Who plays which role of a business. */
export interface Casting {
  readonly channel: Channel;
  has(role: string): boolean;
  /** Everybody in the role, as many as it needs at least; somebody even where the business does not know the role. */
  all(role: string): readonly Member[];
  one(role: string): Member;
  /** So many in the role, where it takes more than it needs at least. */
  some(role: string, count: number): readonly Member[];
  /** Who holds the title the business is about: the members of the first role that stands for it. */
  holders(): readonly Member[];
  /** The roles that have to be filled, and those named besides, with who plays them. */
  parties(...besides: readonly string[]): CastParty[];
}

/** What a recipe may wish for: the kind of member in a role, where the usual one would not do. */
export type Preferences = Readonly<Record<string, Kind>>;

/**
 * Chooses who plays which role, differently every turn: citizens where the entrance is theirs, companies at that of companies; online at
 * least one of those who may open the case is of a kind that the business lets in.
 */
export function castRoles(
  definition: BusinessDefinition,
  cast: Cast,
  turn: number,
  channel: Channel,
  preferences: Preferences = {},
): Casting {
  const kinds = new Map(
    definition.parties.map((role) => [role.role, kindFor(definition, role, preferences)]),
  );
  const opener = channel === 'online' ? letIn(definition, kinds, preferences) : undefined;
  const byRole = new Map<string, readonly Member[]>();
  const taken = new Set<string>();
  const choose = (role: string, least = 1): readonly Member[] => {
    const known = byRole.get(role) ?? [];
    const minimum = definition.parties.find((each) => each.role === role)?.minimum ?? 1;
    const count = Math.max(least, minimum);
    if (known.length >= count) return known;
    const kind = kinds.get(role) ?? preferences[role] ?? usualKind(definition, role);
    const candidates =
      isHomestead(definition) && kind === 'person' ? villagers(cast, role) : someOf(cast, kind);
    const chosen = [...known, ...pick(candidates, turn, count - known.length, taken)];
    for (const member of chosen) taken.add(member.identity.idNumber);
    byRole.set(role, chosen);
    return chosen;
  };
  const has = (role: string) => kinds.has(role);
  for (const role of definition.parties) choose(role.role);
  return {
    channel,
    has,
    all: (role) => choose(role),
    some: choose,
    one: (role) => choose(role)[0] as Member,
    holders: () => choose(titleRole(definition)),
    parties: (...besides) =>
      definition.parties
        .filter((role) => role.minimum > 0 || besides.includes(role.role) || role.role === opener)
        .flatMap(({ role }) => choose(role).map((member) => ({ role, member }))),
  };
}

/** The role whose members hold the title before. */
export const titleRole = (definition: BusinessDefinition): string =>
  definition.parties.find((role) => role.currentHolder)?.role ??
  holderRoles.find((role) => definition.parties.some((each) => each.role === role)) ??
  'holder';

function kindFor(definition: BusinessDefinition, role: PartyRole, preferences: Preferences): Kind {
  const wished = preferences[role.role] ?? usualKind(definition, role.role);
  if (fits(role, wished)) return wished;
  if (fits(role, 'person')) return 'person';
  // A body that sells to citizens is one that builds.
  return role.role === 'transferor' || role.role === 'obligor' ? 'developer' : 'company';
}

const fits = (role: PartyRole, kind: Kind): boolean =>
  role.kinds.includes(['person', 'departed', 'minor'].includes(kind) ? 'person' : 'organisation');

function usualKind(definition: BusinessDefinition, role: string): Kind {
  if (bankRoles.includes(role)) return 'bank';
  if (role === 'authority') return 'court';
  return (holderRoles as readonly string[]).includes(role) ? ownerKind(definition) : 'person';
}

/** Titles that only a village holds, and those that companies rather than citizens do. */
const villageTitles = ['1'];
const companyTitles = ['3', '7', '8', '11', '12', '15', '24'];

function ownerKind({ entrances, rightTypes = ['4'] }: BusinessDefinition): Kind {
  const [rightType = '4'] = rightTypes;
  if (villageTitles.includes(rightType)) return 'collective';
  if (entrances.includes('person')) return 'person';
  if (entrances.includes('company')) return 'company';
  if (entrances.includes('developer')) return 'developer';
  return companyTitles.includes(rightType) ? 'company' : 'person';
}

/**
 * Makes sure that somebody who may open the case comes through an entrance of the business: one who has to take part, else one who may.
 * Answers the role, undefined where there is none.
 */
function letIn(
  definition: BusinessDefinition,
  kinds: Map<string, Kind>,
  preferences: Preferences,
): string | undefined {
  const entrances = definition.entrances.filter((entrance) => entrance !== 'counter');
  const opening = definition.parties
    .filter((role) => role.opens)
    .sort((left, right) => Number(right.minimum > 0) - Number(left.minimum > 0));
  const enters = ({ role }: PartyRole) => {
    const kind = kinds.get(role);
    return kind !== undefined && entrances.includes(entranceOf({ kind }));
  };
  const ready = opening.find((role) => role.minimum > 0 && enters(role));
  if (ready) return ready.role;
  for (const free of [true, false]) {
    for (const role of opening) {
      if (free && preferences[role.role]) continue;
      const kind = enters(role) ? kinds.get(role.role) : entrances.find((entrance) => fits(role, entrance));
      if (!kind) continue;
      kinds.set(role.role, kind);
      return role.role;
    }
  }
  return undefined;
}

/** A small cast has not everybody: citizens then play the others. */
const someOf = ({ members }: Cast, kind: Kind): readonly Member[] =>
  members[kind].length > 0 ? members[kind] : members.person;

const isHomestead = ({ rightTypes = [] }: BusinessDefinition): boolean =>
  rightTypes.some((rightType) => rightType === '5' || rightType === '6');

/** A household has one homestead: those who are to receive one are kept apart from those who have one. */
function villagers({ members, newcomers }: Cast, role: string): readonly Member[] {
  const settled = members.person.filter((member) => !newcomers.includes(member));
  const wanted = role === 'transferee' ? newcomers : settled;
  return wanted.length > 0 ? wanted : members.person;
}

/** So many members from the turn on, nobody twice while there are enough. */
function pick(list: readonly Member[], turn: number, count: number, taken: ReadonlySet<string>): Member[] {
  const inTurn = list.map((_, at) => list[(turn + at) % list.length] as Member);
  const free = inTurn.filter((member) => !taken.has(member.identity.idNumber));
  return [...free, ...inTurn].slice(0, count);
}
