import type { NewOrganisation } from '@hengchan/platform';
import { banks, collectives, courts, developers } from '../city/bodies.ts';
import { chanceOf, topics } from '../city/chance.ts';
import type { City, OfficeCity } from '../city/city.ts';
import { ownersOf } from '../city/making.ts';
import { personName } from '../city/names.ts';
import { householdOf, type Identity } from '../city/people.ts';

/** Somebody who can sign in to the demonstration. */
export interface DemonstrationAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly kind: 'staff' | 'person' | 'organisation';
  /** Granted roles; what follows from the kind of account is not among them. */
  readonly roles: readonly { readonly role: string; readonly office: string }[];
  /** The person's own identity. */
  readonly identity?: Identity;
  /** The body an agent acts for. */
  readonly organisation?: Identity & { readonly kind: NewOrganisation['kind'] };
}

/** One for all: nobody should have to look it up. Never in production. */
const password = 'Hengchan-2026';

/** Roles that are about the whole platform rather than an office. */
const everywhere = new Set([
  'system-admin',
  'security-admin',
  'audit-admin',
  'business-manager',
  'inspector',
  'data-officer',
]);
/** Families below the buyers' numbers are taken; agents' begin here. */
const firstAgentSerial = 100;
const companiesWithAgents = 3;

/** Families of whom nobody is left; their homes wait for their heirs. */
const firstDepartedSerial = 150;
const departedCount = 8;

/** Families of whom the children hold something of their own. */
const firstMinorSerial = 160;
const minorCount = 4;

/** A child with a home of its own, and the birthday its identity number does not tell: those carry the years 1901–1909. */
export interface Minor extends Identity {
  readonly bornOn: string;
}

/** Children who hold property; one of their parents acts for them. */
export const minorsOf = ({ offices: [main] }: City): readonly Minor[] =>
  Array.from({ length: main ? minorCount : 0 }, (_, at) =>
    householdOf((main as OfficeCity).region, { serial: firstMinorSerial + at, shape: 'single' }),
  ).flatMap(({ adults }, at) => adults.map((identity) => ({ ...identity, bornOn: `201${4 + at}-05-01` })));

/** People who have died: they hold what is inherited. */
export const departedOf = ({ offices: [main] }: City): readonly Identity[] =>
  Array.from({ length: main ? departedCount : 0 }, (_, at) =>
    householdOf((main as OfficeCity).region, { serial: firstDepartedSerial + at, shape: 'single' }),
  ).flatMap((household) => household.adults);

/** Everybody who can sign in, in the order in which they are listed: staff, citizens, agents. */
export function planAccounts(city: City): readonly DemonstrationAccount[] {
  return [...staffAccounts(city), ...holderAccounts(city), ...buyerAccounts(city), ...agentAccounts(city)];
}

function staffAccounts({ offices }: City): DemonstrationAccount[] {
  return offices.flatMap(({ site, staff }, at) =>
    staff.map(({ role, ordinal, name }) => {
      const several = staff.filter((each) => each.role === role).length > 1;
      const login = at > 0 ? `${role}-${site.code}` : several ? `${role}${ordinal}` : role;
      const office = everywhere.has(role) ? '*' : site.code;
      return { login, password, name, kind: 'staff', roles: [{ role, office }] };
    }),
  );
}

/** Whoever holds one of the chosen homes when the city is made. */
function holderAccounts({ offices }: City): DemonstrationAccount[] {
  const people = new Map<string, Identity>();
  for (const office of offices) {
    for (const { person } of chosenHolders(office)) people.set(person.idNumber, person);
  }
  return [...people.values()].map((person, at) =>
    citizen(`citizen${String(at + 1).padStart(3, '0')}`, person),
  );
}

const chosenHolders = (office: OfficeCity) =>
  [...office.chosen.keys()].flatMap((unit) => ownersOf(office.unit(unit).events).holders);

function buyerAccounts({ buyers }: City): DemonstrationAccount[] {
  return buyers
    .flatMap((household) => household.adults)
    .map((person, at) => citizen(`buyer${String(at + 1).padStart(2, '0')}`, person));
}

const citizen = (login: string, person: Identity): DemonstrationAccount => ({
  login,
  password,
  name: person.name,
  kind: 'person',
  roles: [],
  identity: person,
});

function agentAccounts(city: City): DemonstrationAccount[] {
  const [company, ...others] = city.companies.slice(0, companiesWithAgents);
  const bodies = [
    ...banks.map((body, at) => ({ login: `bank${at + 1}`, kind: 'bank' as const, body })),
    ...courts.map((body, at) => ({ login: `court${at + 1}`, kind: 'court' as const, body })),
    ...developers.map((body, at) => ({ login: `developer${at + 1}`, kind: 'developer' as const, body })),
    ...(company ? [{ login: 'company1', kind: 'company' as const, body: company }] : []),
    ...others.map((body, at) => ({ login: `company${at + 2}`, kind: 'company' as const, body })),
    ...collectives.map((body, at) => ({ login: `village${at + 1}`, kind: 'company' as const, body })),
  ];
  const region = city.offices[0]?.region;
  if (!region) return [];
  return bodies.map(({ login, kind, body }, at): DemonstrationAccount => {
    const [identity] = householdOf(region, { serial: firstAgentSerial + at, shape: 'single' }).adults;
    const name =
      identity?.name ?? personName(chanceOf(city.seed, topics.staff, at), at % 2 === 0 ? 'male' : 'female');
    return {
      login,
      password,
      name,
      kind: 'organisation',
      roles: [],
      ...(identity ? { identity } : {}),
      organisation: { kind, ...body },
    };
  });
}
