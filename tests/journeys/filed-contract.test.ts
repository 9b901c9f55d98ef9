import { afterAll, beforeAll, expect, test } from 'vitest';
import { developer, person, type TestPerson } from '../support/people.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ patienceMs: 1_500 });
}, 120_000);
afterAll(() => world?.close());

interface Found {
  outcome: string;
  contract?: {
    number: string;
    unit: string;
    price: string;
    parties: { role: string; name: string; idNumber: string }[];
  };
}

const identityOf = ({ name, idType, idNumber }: TestPerson) => ({ name, idType, idNumber });

/** Filed by the parties themselves, in the department's own system. */
async function file(unitCode: string, seller: TestPerson, buyer: TestPerson): Promise<string> {
  const answer = await fetch(`${world.outside.urls.housing}/demo/contracts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      unitCode,
      sellers: [identityOf(seller)],
      buyers: [identityOf(buyer)],
      price: 128_000_050,
    }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { contractNo: string }).contractNo;
}

const ask = (number: string, business = 'resale-transfer') =>
  `/api/filed-contracts?office=${office}&business=${business}&number=${encodeURIComponent(number)}`;

test('a filed contract fills in home, price and both sides, for its parties and the office only (ONL-HCD-03)', async () => {
  const [seller, buyer, stranger] = [person(871), person(872), person(873)];
  const home = await world.home(5871, [seller]);
  const number = await file(home.code, seller, buyer);
  for (const who of [seller, buyer, 'acceptor' as const]) {
    const { status, body } = await (await world.as(who)).get<Found>(ask(number));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'found',
      contract: {
        number,
        unit: home.code,
        price: '1280000.50',
        parties: [
          { role: 'transferor', name: seller.name, idNumber: seller.idNumber },
          { role: 'transferee', name: buyer.name, idNumber: buyer.idNumber },
        ],
      },
    });
  }
  const other = await (await world.as(stranger)).get<Found>(ask(number));
  expect(other.body.outcome).toBe('not-found');
  expect(other.body.contract).toBeUndefined();
  const notice = await (await world.as(buyer)).get<Found>(ask(number, 'dev-presale-notice'));
  expect(notice.body.contract?.parties.map(({ role }) => role)).toEqual(['obligor', 'claimant']);

  const client = await world.as(seller);
  const { contract } = (await client.get<Found>(ask(number))).body;
  const opened = await client.post<{ caseNo: string; form: { contractNumber: string } }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [contract?.unit],
    parties: contract?.parties,
    form: { price: contract?.price, contractNumber: contract?.number, coOwnership: '0' },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
});

test('nobody else may ask, unknown numbers are not found, and a business without a contract has none', async () => {
  const client = await world.as(person(871));
  expect((await client.get<Found>(ask('WQ20990000001'))).body.outcome).toBe('not-found');
  expect((await client.get(ask('WQ20990000001', 'mortgage-cancellation'))).status).toBe(400);
  expect((await client.get(ask('  '))).status).toBe(400);
  expect((await (await world.as('supervisor')).get(ask('WQ20990000001'))).status).toBe(403);
  expect((await fetch(world.server.address + ask('WQ20990000001'))).status).toBe(401);
  expect((await (await world.as(developer(874))).get<Found>(ask('WQ20990000001'))).body.outcome).toBe(
    'not-found',
  );
});

test('a department that does not answer leaves the application to be typed', async () => {
  world.outside.fault('housing', { kind: 'half-open' });
  const { status, body } = await (await world.as('acceptor')).get<Found>(ask('WQ20990000001'));
  expect([status, body.outcome, body.contract]).toEqual([200, 'unverified', undefined]);
  world.outside.fault('housing', { kind: 'none' });
});
