import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProblemBody } from '../support/client.ts';
import { bank, person, type TestPerson } from '../support/people.ts';
import { mortgage, party, seize } from '../support/situations.ts';
import { type Home, makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

let rooms = 2000;

/** Opens a transfer and presses submit: what the law makes of it. */
async function tryTransfer(
  home: Home,
  from: readonly TestPerson[],
  to: readonly object[],
  form: Record<string, unknown> = {},
  business = 'resale-transfer',
) {
  const seller = await world.as(from[0] as TestPerson);
  const opened = await seller.post<{ caseNo: string } & ProblemBody>('/api/cases', {
    business,
    office,
    units: [home.code],
    parties: [...from.map((each) => party('transferor', each)), ...to],
    form: { price: '1280000.00', coOwnership: '0', ...form },
  });
  if (opened.status !== 201) return opened;
  return seller.act(opened.body.caseNo, 'submit');
}

describe('a transfer is refused, with its ground and the law', () => {
  test('of a seized home (REG-ACC-16)', async () => {
    const [owner, buyer] = [person(301), person(302)];
    const home = await world.home(rooms++, [owner]);
    await seize(world, home, owner);
    const answer = await tryTransfer(home, [owner], [party('transferee', buyer)]);
    expect(answer.status).toBe(409);
    expect(answer.body.findings).toEqual([
      expect.objectContaining({
        code: 'UNIT_NOT_SEIZED',
        message: expect.stringContaining('天宁区人民法院'),
        citation: expect.objectContaining({ article: '第二十四条' }),
      }),
    ]);
  });

  test('by somebody who is not the holder', async () => {
    const [owner, stranger] = [person(303), person(304)];
    const home = await world.home(rooms++, [owner]);
    const answer = await tryTransfer(home, [stranger], [party('transferee', owner)]);
    expect(answer.status).toBe(409);
    expect(answer.body.findings?.map((finding: { code: string }) => finding.code)).toEqual([
      'PARTIES_HOLD_THE_RIGHT',
    ]);
  });

  test('by one of two owners alone', async () => {
    const [first, second, buyer] = [person(305), person(306), person(307)];
    const home = await world.home(rooms++, [first, second]);
    const answer = await tryTransfer(home, [first], [party('transferee', buyer)]);
    expect(answer.body.findings?.[0]?.message).toContain(second.name);
  });

  test('to buyers whose shares do not sum to one', async () => {
    const [owner, one, two] = [person(308), person(309), person(310)];
    const home = await world.home(rooms++, [owner]);
    const answer = await tryTransfer(
      home,
      [owner],
      [
        { ...party('transferee', one), share: '1/2' },
        { ...party('transferee', two), share: '1/3' },
      ],
      { coOwnership: '2' },
    );
    expect(answer.body.findings?.map((finding: { code: string }) => finding.code)).toEqual(['SHARES_ADD_UP']);
  });

  test('against a registered ban, unless the mortgagee takes part', async () => {
    const [owner, buyer, lender] = [person(311), person(312), bank(311)];
    const home = await world.home(rooms++, [owner]);
    await mortgage(world, home, owner, lender, { transferRestricted: true });
    const answer = await tryTransfer(home, [owner], [party('transferee', buyer)]);
    expect(answer.body.findings?.map((finding: { code: string }) => finding.code)).toEqual([
      'RESTRICTED_TRANSFER_CONSENTED',
    ]);
    const carried = await tryTransfer(
      home,
      [owner],
      [party('transferee', buyer), party('mortgagee', lender)],
      {},
      'resale-transfer-mortgaged',
    );
    expect(carried.status, JSON.stringify(carried.body)).toBe(200);
  });
});

describe('bad input names the field and changes nothing', () => {
  const owner = person(321);
  let home: Home;
  beforeAll(async () => {
    home = await world.home(rooms++, [owner]);
  });
  const buyer = party('transferee', person(322));

  test.each<[string, object, string]>([
    [
      'a wrong check digit',
      { parties: [party('transferor', owner), { ...buyer, idNumber: '320402190503150010' }] },
      '/parties/1/idNumber',
    ],
    [
      'a kind of identity paper that does not exist',
      { parties: [party('transferor', owner), { ...buyer, idType: '77' }] },
      '/parties/1/idType',
    ],
    [
      'an unknown role',
      { parties: [party('transferor', owner), { ...buyer, role: 'uncle' }] },
      '/parties/1/role',
    ],
    [
      'a share above one',
      { parties: [party('transferor', owner), { ...buyer, share: '3/2' }] },
      '/parties/1/share',
    ],
    ['a missing name', { parties: [party('transferor', owner), { ...buyer, name: '' }] }, '/parties/1/name'],
    ['a broken unit code', { units: ['32040200100GB00012F00010023'] }, '/units/0'],
    ['a unit nobody registered', { units: ['320402001001GB00001F00019999'] }, '/units/0'],
    ['a price in words', { form: { price: '一百万' } }, '/form/price'],
    ['a field that does not exist', { form: { colour: '红' } }, '/form/colour'],
    ['an office that does not exist', { office: '999999' }, '/office'],
    ['an office that is no code', { office: 'x' }, '/office'],
    ['a member nobody knows', { secret: 1 }, '/'],
  ])('%s', async (_what, change, path) => {
    const client = await world.as(owner);
    const before = await client.get<{ items: unknown[] }>('/api/cases');
    const answer = await client.post<ProblemBody>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', owner), buyer],
      form: { price: '1.00', coOwnership: '0' },
      ...change,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body.errors?.map((error) => error.path)).toContain(path);
    for (const error of answer.body.errors ?? []) expect(error.message).toMatch(/[\u4e00-\u9fff]/);
    expect((await client.get<{ items: unknown[] }>('/api/cases')).body.items).toHaveLength(
      before.body.items.length,
    );
  });

  test('a form not filled in is told when it is submitted', async () => {
    const client = await world.as(owner);
    const opened = await client.post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', owner), buyer],
    });
    const answer = await client.act(opened.body.caseNo, 'submit');
    expect(answer.status).toBe(400);
    expect((answer.body as ProblemBody).errors?.map((error) => error.path)).toEqual([
      '/form/price',
      '/form/coOwnership',
    ]);
  });

  test('files of the wrong type, too large, or for nothing asked', async () => {
    const client = await world.as(owner);
    const opened = await client.post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', owner), buyer],
      form: {},
    });
    const { caseNo } = opened.body;
    expect(
      (await client.upload(caseNo, 'contract', Buffer.from('<svg onload="alert(1)"/>'), 'x.png')).status,
    ).toBe(415);
    expect((await client.upload(caseNo, 'contract', Buffer.alloc(21 * 1024 * 1024, 1), 'x.pdf')).status).toBe(
      413,
    );
    expect((await client.upload(caseNo, 'love-letter', Buffer.from('%PDF-1.7\n'), 'x.pdf')).status).toBe(404);
    expect((await client.case(caseNo)).materials.every((material) => material.files.length === 0)).toBe(true);
  });

  test('holds fifty files of a material, and another only in the place of one of them', async () => {
    const [owner, buyer] = [person(331), person(332)];
    const home = await world.home(rooms++, [owner]);
    const client = await world.as(owner);
    const opened = await client.post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', owner), party('transferee', buyer)],
      form: { price: '1280000.00', coOwnership: '0' },
    });
    const { caseNo } = opened.body;
    const add = (at: number) =>
      client.upload(caseNo, 'contract', Buffer.from(`%PDF-1.7\n% ${at}\n`), `${at}.pdf`);
    for (let at = 0; at < 50; at++) expect((await add(at)).status).toBe(200);
    const refused = await add(50);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'MATERIAL_FULL' });
    const contract = async () =>
      (await client.case(caseNo)).materials.find(({ code }) => code === 'contract')?.files ?? [];
    const files = await contract();
    expect(files).toHaveLength(50);
    const form = new FormData();
    form.append('file', new Blob([Buffer.from('%PDF-1.7\n% again\n')]), 'again.pdf');
    const replaced = await client.request(
      'PUT',
      `/api/cases/${caseNo}/materials/contract?replace=${files[0]?.id}`,
      form,
    );
    expect(replaced.status).toBe(200);
    expect(await contract()).toHaveLength(50);
  });

  test('a replayed key is one case; with other content it is refused', async () => {
    const client = await world.as(owner);
    const body = {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', owner), buyer],
      form: {},
    };
    const headers = { 'idempotency-key': 'the-same-key' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => client.post<{ caseNo: string }>('/api/cases', body, headers)),
    );
    const made = new Set(
      answers.filter((answer) => answer.status === 201).map((answer) => answer.body.caseNo),
    );
    expect(made.size).toBe(1);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    expect((await client.post<{ caseNo: string }>('/api/cases', body, headers)).body.caseNo).toBe(
      [...made][0],
    );
    expect((await client.post('/api/cases', { ...body, form: { price: '2.00' } }, headers)).status).toBe(422);
  });
});

describe('a court asks over the wire', () => {
  test('and the second waits behind the first, by the time of delivery', async () => {
    const owner = person(331);
    const home = await world.home(rooms++, [owner]);
    await seize(world, home, owner, undefined, { documentNumber: '（2026）苏0402执1号' });
    await seize(
      world,
      home,
      owner,
      { ...bank(901), login: 'court2', name: '常州市钟楼区人民法院' },
      { documentNumber: '（2026）苏0404执2号' },
    );
    const reader = await world.as('supervisor');
    const page = await reader.get<{
      restrictions: { queue: number; title: string; items: { value: string }[] }[];
    }>(`/api/register/units/${home.code}`);
    expect(page.body.restrictions.map((each) => [each.queue, each.title])).toEqual([
      [0, '查封'],
      [1, '轮候查封'],
    ]);
  });
});
