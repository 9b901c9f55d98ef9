import type { Platform, Random } from '@hengchan/platform';
import { bank, person, type TestPerson } from '../support/people.ts';
import { type Home, makeAccount, registerHome, type StaffRole } from '../support/world.ts';

/** Who plays: logins of staff by role, two of each who decide, and people and bodies by login. */
export interface Cast {
  people: TestPerson[];
  banks: TestPerson[];
  courts: TestPerson[];
  staff: Record<string, string[]>;
  homes: Home[];
}

const pairs: StaffRole[] = ['acceptor', 'reviewer', 'approver', 'enforcement-clerk'];

/** Makes everybody's account and the homes they begin with: held alone, jointly, by shares. */
export async function assemble(platform: Platform, homes: number): Promise<Cast> {
  const court = (n: number): TestPerson => ({
    ...bank(900 + n),
    login: `court${n}`,
    name: `常州市示范第${n}人民法院`,
  });
  const cast: Cast = {
    people: [1, 2, 3, 4, 5, 6].map(person),
    banks: [1, 2].map(bank),
    courts: [1, 2].map(court),
    staff: {},
    homes: [],
  };
  for (const who of [...cast.people, ...cast.banks, ...cast.courts]) await makeAccount(platform, who);
  for (const role of pairs) {
    cast.staff[role] = [1, 2].map((n) => `${role}-${n}`);
    for (const login of cast.staff[role]) await makeAccount(platform, { login, role });
  }
  const alone = (at: number) => [cast.people[at % cast.people.length] as TestPerson];
  const two = (at: number) => [...alone(at), ...alone(at + 1)];
  for (let n = 1; n <= homes; n++) {
    const options = {
      ...(n % 4 === 0
        ? {
            shares: [
              { numerator: 1, denominator: 3 },
              { numerator: 2, denominator: 3 },
            ],
          }
        : {}),
    };
    cast.homes.push(await registerHome(platform, n, n % 2 === 0 ? two(n) : alone(n), options));
  }
  return cast;
}

export const everybodyOf = (cast: Cast): string[] => [
  ...[...cast.people, ...cast.banks, ...cast.courts].map((who) => who.login),
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
