import type { Client } from './client.ts';
import { bank, type TestPerson } from './people.ts';
import { fillFromExamples, walk } from './walk.ts';
import { type Home, office, type World } from './world.ts';

export const court: TestPerson = {
  login: 'court1',
  name: '常州市天宁区人民法院',
  idType: '8',
  idNumber: bank(900).idNumber,
};

export interface Definition {
  code: string;
  form: Parameters<typeof fillFromExamples>[0];
  parties: { role: string; minimum: number }[];
  channels: string[];
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
