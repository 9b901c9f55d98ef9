import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { person } from '../support/people.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
}, 120_000);
afterAll(() => world?.close());

interface Page {
  items: { caseNo: string }[];
  nextCursor?: string;
}

async function openCase(seller: number, buyer: number): Promise<string> {
  const home = await world.home(500 + seller, [person(seller)]);
  const client = await world.as(person(seller));
  const party = (role: string, n: number) => {
    const { name, idType, idNumber } = person(n);
    return { role, name, idType, idNumber };
  };
  const opened = await client.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', seller), party('transferee', buyer)],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  // A draft would not be before the office yet.
  expect((await client.act(opened.body.caseNo, 'submit')).status).toBe(200);
  return opened.body.caseNo;
}

const listed = async (client: Client, query = ''): Promise<string[]> =>
  (await client.get<Page>(`/api/cases${query}`)).body.items.map((item) => item.caseNo);

test('everybody sees the cases that concern them, newest first and each once; staff those of their office, page by page', async () => {
  const first = await openCase(1, 2);
  const second = await openCase(3, 2);
  const third = await openCase(2, 4);
  const [one, both, other, acceptor] = await Promise.all([
    world.as(person(1)),
    world.as(person(2)),
    world.as(person(9)),
    world.as('acceptor'),
  ]);
  expect(await listed(one)).toEqual([first]);
  // Person 2 buys in two of them and opened the third, in which they are also a party.
  expect(await listed(both)).toEqual([third, second, first]);
  expect(await listed(other)).toEqual([]);
  expect(await listed(acceptor)).toEqual([third, second, first]);
  expect(await listed(acceptor, '?mine=true')).toEqual([]);
  expect(await listed(acceptor, '?status=closed')).toEqual([]);
  expect(await listed(acceptor, `?q=${second}`)).toEqual([second]);

  const page = (await acceptor.get<Page>('/api/cases?limit=2')).body;
  expect(page.items.map((item) => item.caseNo)).toEqual([third, second]);
  expect(await listed(acceptor, `?limit=2&cursor=${encodeURIComponent(page.nextCursor ?? '')}`)).toEqual([
    first,
  ]);
});
