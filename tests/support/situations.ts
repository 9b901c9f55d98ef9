import type { Client } from './client.ts';
import { bank, person, type TestPerson } from './people.ts';
import { fillFromExamples, walk } from './walk.ts';
import { type Home, office, type World } from './world.ts';

export const court: TestPerson = {
  login: 'court1',
  name: '常州市天宁区人民法院',
  idType: '8',
  idNumber: bank(900).idNumber,
};

/** Who takes part in a business, and what the register must hold before: chosen by the roles its definition names. */
export interface Situation {
  home: Home;
  parties: { role: string; name: string; idType: string; idNumber: string }[];
  opener: TestPerson;
  actors: Client[];
}

export interface Definition {
  code: string;
  form: Parameters<typeof fillFromExamples>[0];
  parties: { role: string; minimum: number }[];
  channels: string[];
}

let next = 1;

/** Makes a home and people fit for a business: its roles say whether it must be mortgaged or seized first. */
export async function situationFor(world: World, definition: Definition): Promise<Situation> {
  const n = next++;
  const [owner, buyer, lender] = [person(2 * n + 100), person(2 * n + 101), bank(n)];
  const home = await world.home(1000 + n, [owner]);
  const roles = new Set(definition.parties.map((party) => party.role));
  const given: Record<string, TestPerson> = {
    transferor: owner,
    transferee: buyer,
    mortgagor: owner,
    mortgagee: lender,
    authority: court,
    respondent: owner,
  };
  if (roles.has('mortgagee') && !roles.has('mortgagor')) await mortgage(world, home, owner, lender);
  if (roles.has('authority') && definition.code !== 'seizure') await seize(world, home, owner);
  const parties = Object.entries(given)
    .filter(([role]) => roles.has(role))
    .map(([role, who]) => party(role, who));
  const opener = roles.has('authority') ? court : roles.has('transferor') ? owner : lender;
  const everybody = Object.entries(given).flatMap(([role, who]) =>
    roles.has(role) && role !== 'respondent' ? [who] : [],
  );
  const staff = ['acceptor', 'reviewer', 'approver', 'enforcement-clerk'] as const;
  const actors = await Promise.all([...new Set(everybody), ...staff].map((who) => world.as(who)));
  return { home, parties, opener, actors };
}

export const party = (role: string, { name, idType, idNumber }: TestPerson) => ({
  role,
  name,
  idType,
  idNumber,
});

/** Registers a mortgage through the business itself. */
export async function mortgage(
  world: World,
  home: Home,
  owner: TestPerson,
  lender: TestPerson,
  form: Record<string, unknown> = {},
): Promise<void> {
  const client = await world.as(lender);
  const definition = await definitionOf(client, 'mortgage-first');
  const opened = await client.post<{ caseNo: string }>('/api/cases', {
    business: 'mortgage-first',
    office,
    units: [home.code],
    parties: [party('mortgagor', owner), party('mortgagee', lender)],
    form: { ...fillFromExamples(definition.form), ...form },
  });
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  const actors = await Promise.all(
    [lender, owner, 'acceptor' as const, 'reviewer' as const, 'approver' as const].map((who) =>
      world.as(who),
    ),
  );
  const done = await walk(opened.body.caseNo, actors);
  if (done.status !== 'completed') throw new Error(`mortgage ended as ${done.status}`);
}

/** Registers a seizure through the business itself. */
export async function seize(
  world: World,
  home: Home,
  owner: TestPerson,
  by: TestPerson = court,
  form: Record<string, unknown> = {},
): Promise<void> {
  const client = await world.as(by);
  const definition = await definitionOf(client, 'seizure');
  const opened = await client.post<{ caseNo: string }>('/api/cases', {
    business: 'seizure',
    office,
    units: [home.code],
    parties: [party('authority', by), party('respondent', owner)],
    form: { ...fillFromExamples(definition.form), ...form },
  });
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  const done = await walk(opened.body.caseNo, [client, await world.as('enforcement-clerk')]);
  if (done.status !== 'completed') throw new Error(`seizure ended as ${done.status}`);
}

export async function definitionOf(client: Client, code: string): Promise<Definition> {
  return (await client.get<Definition>(`/api/businesses/${code}`)).body;
}
