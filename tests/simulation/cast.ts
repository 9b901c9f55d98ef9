import { castOf, type Cast as DemonstrationCast } from '@hengchan/demonstration';
import type { Platform, Random } from '@hengchan/platform';
import { office } from '../support/office.ts';
import { bank, collective, company, developer, person, type TestPerson } from '../support/people.ts';
import { makeAccount, password, registerHome, type StaffRole } from '../support/world.ts';

/** Who plays: people and bodies of every kind, and logins of staff by role, two of each who decide. */
export interface Cast {
  people: TestPerson[];
  companies: TestPerson[];
  developers: TestPerson[];
  collectives: TestPerson[];
  banks: TestPerson[];
  courts: TestPerson[];
  staff: Record<string, string[]>;
  /** Homes there are from the beginning. */
  homes: string[];
  /** The same people, as the demonstration makes its situations of them. */
  practising: DemonstrationCast;
}

const pairs: StaffRole[] = ['acceptor', 'reviewer', 'approver', 'enforcement-clerk'];

/** Everybody but the staff. */
export const partiesOf = (
  cast: Pick<Cast, 'people' | 'companies' | 'developers' | 'collectives' | 'banks' | 'courts'>,
): TestPerson[] => [
  ...cast.people,
  ...cast.companies,
  ...cast.developers,
  ...cast.collectives,
  ...cast.banks,
  ...cast.courts,
];

/** Makes everybody's account and the homes they begin with: held alone, jointly, by shares. */
export async function assemble(platform: Platform, homes: number): Promise<Cast> {
  const court = (n: number): TestPerson => ({
    ...bank(900 + n),
    login: `court${n}`,
    name: `常州市示范第${n}人民法院`,
  });
  const parties = {
    people: [1, 2, 3, 4, 5, 6].map(person),
    companies: [1, 2].map(company),
    developers: [developer(1)],
    collectives: [collective(1)],
    banks: [1, 2].map(bank),
    courts: [1, 2].map(court),
  };
  for (const who of partiesOf(parties)) await makeAccount(platform, who);
  const staff: Record<string, string[]> = {};
  for (const role of pairs) {
    staff[role] = [1, 2].map((n) => `${role}-${n}`);
    for (const login of staff[role]) await makeAccount(platform, { login, role });
  }
  const at = (n: number) => parties.people[n % parties.people.length] as TestPerson;
  const thirds = [1, 2].map((numerator) => ({ numerator, denominator: 3 }));
  const made: string[] = [];
  for (let n = 1; n <= homes; n++) {
    const owners = n % 2 === 0 ? [at(n), at(n + 1)] : [at(n)];
    const home = await registerHome(platform, n, owners, n % 4 === 0 ? { shares: thirds } : {});
    made.push(home.code);
  }
  return { ...parties, staff, homes: made, practising: practisingWith(partiesOf(parties), staff) };
}

function practisingWith(parties: readonly TestPerson[], staff: Cast['staff']): DemonstrationCast {
  const members = parties.map(({ login, name, idType, idNumber, body }) => {
    const kind = /法院/.test(name) ? 'court' : (body ?? 'bank');
    const identity = { name, idType, idNumber };
    return idType === '1'
      ? { login, password, name, kind: 'person' as const, roles: [], identity }
      : {
          login,
          password,
          name,
          kind: 'organisation' as const,
          roles: [],
          organisation: { ...identity, kind },
        };
  });
  const clerks = Object.entries(staff).flatMap(([role, logins]) =>
    logins.map((login) => ({
      login,
      password,
      name: login,
      kind: 'staff' as const,
      roles: [{ role, office }],
    })),
  );
  const cast = castOf([...members, ...clerks]);
  if (!cast) throw new Error('too few to practise with');
  return cast;
}

export const everybodyOf = (cast: Cast): string[] => [
  ...partiesOf(cast).map((who) => who.login),
  ...Object.values(cast.staff).flat(),
];

/** True once in `of` times. */
export const oneIn = (random: Random, of: number): boolean => random.integer(1, of) === 1;

/** Some of the list, in an order of chance. */
export function some<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(random.integer(0, left.length - 1), 1)[0] as T,
  );
}
