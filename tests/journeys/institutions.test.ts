import { createAccount, systemActor } from '@hengchan/platform';
import { maskIdNumber } from '@hengchan/standards';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeldMortgage, RowResult } from '../../services/registration/institution-schema.ts';
import { type Client, signIn, until } from '../support/client.ts';
import { bank, developer, person } from '../support/people.ts';
import { mortgage } from '../support/situations.ts';
import { type Home, makeWorld, office, password, type World } from '../support/world.ts';

const lender = bank(801);
const other = bank(802);
let world: World;
let client: Client;
const homes: Home[] = [];

beforeAll(async () => {
  world = await makeWorld();
  client = await world.as(lender);
  for (const n of [811, 812, 813, 814]) {
    const home = await world.home(n, [person(n)]);
    homes.push(home);
    await mortgage(world, home, person(n), n === 814 ? other : lender);
  }
}, 120_000);
afterAll(() => world?.close());

const held = async (who: Client, query = '') =>
  (
    await who.get<{ items: HeldMortgage[]; nextCursor?: string }>(
      `/api/institution/mortgages?office=${office}${query}`,
    )
  ).body;

function upload(who: Client, business: string, table: string) {
  const form = new FormData();
  form.append('file', new Blob([table], { type: 'text/csv' }), '批量.csv');
  return who.request<{ items: RowResult[]; errors?: { message: string }[]; code?: string }>(
    'POST',
    `/api/institution/tables/${business}?office=${office}`,
    form,
  );
}

/** Lines of the audit log of one kind by this bank's agent. */
const looks = async () => {
  const { rows } = await sql<{ action: string; detail: { conditions?: { what?: string } } }>`
    SELECT action, detail FROM platform.audit WHERE login = ${lender.login}`.execute(world.platform.database);
  return rows;
};

describe('a bank', () => {
  test('sees the mortgages it holds, page by page, and nobody else’s; that it looked is recorded', async () => {
    const first = await held(client, '&limit=2');
    expect(first.items).toHaveLength(2);
    const rest = await held(client, `&limit=2&cursor=${first.nextCursor}`);
    const all = [...first.items, ...rest.items];
    expect(all.map((each) => each.unit)).toEqual(homes.slice(0, 3).map(({ code }) => code));
    expect(all[0]).toMatchObject({ holders: [person(811).name], rank: 1, seized: false });
    expect((await held(client, `&q=${encodeURIComponent(homes[1]?.location ?? '')}`)).items).toHaveLength(1);
    const taken = await looks();
    expect(
      taken.filter(({ detail }) => detail.conditions?.what === 'mortgages').length,
    ).toBeGreaterThanOrEqual(3);
  });

  test('cancels several at once; the same rows again lead to the same cases, whoever sends them', async () => {
    const template = await client.request<ArrayBuffer>(
      'GET',
      '/api/institution/tables/mortgage-cancellation?format=csv',
    );
    const head = new TextDecoder().decode(template.body).split('\r\n')[0] ?? '';
    expect(head).toContain('不动产单元代码');
    const [one, two, , strange] = homes.map(({ code }) => code);
    const table = `不动产单元代码\r\n${one}\r\n${two}\r\nXX\r\n${strange}\r\n`;
    const sent = await upload(client, 'mortgage-cancellation', table);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    const [a, b, broken, foreign] = sent.body.items;
    expect([a, b]).toMatchObject([
      { line: 2, status: 'opened' },
      { line: 3, status: 'opened' },
    ]);
    expect(broken).toMatchObject({ line: 4, status: 'faulty', faults: [{ column: '不动产单元代码' }] });
    expect(foreign?.status).toBe('draft');
    expect(foreign?.faults?.[0]?.message).toContain('没有属于申请人的现势抵押登记');
    const again = await upload(client, 'mortgage-cancellation', `不动产单元代码\n${two}\n${one}\n`);
    expect(again.body.items.map(({ status, caseNo }) => [status, caseNo])).toEqual([
      ['known', b?.caseNo],
      ['known', a?.caseNo],
    ]);
    const login = `${lender.login}-second`;
    await agent(login, ['*']);
    const colleague = await signIn(world.server.address, login, password);
    const rows = await colleague.post<{ items: RowResult[] }>('/api/institution/rows', {
      business: 'mortgage-cancellation',
      office,
      rows: [{ unit: one }],
    });
    expect(rows.body.items[0]).toMatchObject({ status: 'known', caseNo: a?.caseNo });
    expect((await client.case(a?.caseNo ?? '')).status).not.toBe('draft');
  });

  test('two agents at once open one case; a row whose case was taken back may open another', async () => {
    const unit = homes[2]?.code;
    const rows = { business: 'mortgage-cancellation', office, rows: [{ unit }] };
    const open = async (who: Client) =>
      (await who.post<{ items: RowResult[] }>('/api/institution/rows', rows)).body.items[0];
    const colleague = await signIn(world.server.address, `${lender.login}-second`, password);
    const [mine, theirs] = await Promise.all([open(client), open(colleague)]);
    const no = mine?.caseNo ?? '';
    expect(theirs?.caseNo).toBe(no);
    const cases = await client.get<{ items: { unitCode: string }[] }>(
      '/api/cases?mine=true&business=mortgage-cancellation&limit=100',
    );
    expect(cases.body.items.filter(({ unitCode }) => unitCode === unit)).toHaveLength(1);
    await until(client, no, (view) => view.availableActions.some(({ action }) => action === 'withdraw'));
    expect((await client.act(no, 'withdraw')).status).toBe(200);
    const next = await open(client);
    expect(next).toMatchObject({ status: 'opened' });
    expect(next?.caseNo).not.toBe(no);
  });

  test('its cases by state, those that wait for it, and all as a table with a watermark', async () => {
    const summary = await client.get<{ yourTurn: number; states: { status: string; count: number }[] }>(
      '/api/institution',
    );
    const listed = await client.get<{ items: { caseNo: string; yourTurn: boolean }[] }>(
      '/api/cases?mine=true&turn=true&limit=100',
    );
    expect(listed.body.items.every(({ yourTurn }) => yourTurn)).toBe(true);
    expect(summary.body.yourTurn).toBe(listed.body.items.length);
    const open = await client.get<{ items: unknown[] }>('/api/cases?mine=true&status=open&limit=100');
    expect(summary.body.states.reduce((sum, { count }) => sum + count, 0)).toBe(open.body.items.length);
    const table = await client.request<ArrayBuffer>('GET', '/api/institution/cases.csv?status=open');
    const text = new TextDecoder().decode(table.body);
    expect(text.split('\r\n')[0]).toContain(lender.login);
    expect(text.trim().split('\r\n')).toHaveLength(open.body.items.length + 2);
    expect((await looks()).map(({ action }) => action)).toContain('case.export');
  });

  test('sees who acts for it, and takes that away at once; not from itself, nor from another bank', async () => {
    const login = `${lender.login}-limited`;
    await agent(login, ['mortgage-cancellation']);
    const limited = await signIn(world.server.address, login, password);
    const refusedLook = await limited.get('/api/institution/agents');
    expect(refusedLook.status).toBe(403);
    const agents = await client.get<{
      items: { account: string; login: string; isYou: boolean; withdrawnAt?: string }[];
    }>('/api/institution/agents');
    const find = (name: string) => agents.body.items.find((each) => each.login === name);
    const stranger = await (await world.as(other)).request(
      'DELETE',
      `/api/institution/agents/${find(login)?.account}`,
    );
    expect(stranger.status).toBe(404);
    expect((await held(limited)).items.length).toBeGreaterThan(0);
    expect((await client.request('DELETE', `/api/institution/agents/${find(login)?.account}`)).status).toBe(
      204,
    );
    expect((await limited.get('/api/institution/mortgages')).status).toBe(403);
    expect(
      (await client.request('DELETE', `/api/institution/agents/${find(lender.login)?.account}`)).status,
    ).toBe(409);
    const later = await client.get<typeof agents.body>('/api/institution/agents');
    expect(later.body.items.find((each) => each.login === login)?.withdrawnAt).toBeDefined();
  });

  test('bad tables are refused as a whole, with what is wrong', async () => {
    const strange = await upload(client, 'mortgage-cancellation', '单元\n1\n');
    expect(strange).toMatchObject({ status: 400 });
    expect(strange.body.errors?.[0]?.message).toContain('没有这些列：单元');
    expect((await upload(client, 'sep-state-land-first', '不动产单元代码\n1\n')).status).toBe(403);
    expect((await upload(client, 'no-such-business', '不动产单元代码\n1\n')).status).toBe(404);
  });
});

test('nobody but an organisation has a workbench', async () => {
  const citizen = await world.as(person(811));
  const acceptor = await world.as('acceptor');
  for (const path of ['', '/mortgages', '/units', '/agents']) {
    expect((await citizen.get(`/api/institution${path}`)).status, path).toBe(403);
    expect((await acceptor.get(`/api/institution${path}`)).status, path).toBe(403);
    expect((await fetch(`${world.server.address}/api/institution${path}`)).status, path).toBe(401);
  }
  const rows = { business: 'mortgage-cancellation', office, rows: [{ unit: homes[0]?.code }] };
  expect((await citizen.post('/api/institution/rows', rows)).status).toBe(403);
});

describe('a developer', () => {
  test('opens several advance notices from a table and sees what is unsold', async () => {
    const seller = developer(821);
    const builder = await world.as(seller);
    for (const n of [831, 832]) await world.home(n, [seller]);
    const units = (query: string) =>
      builder.get<{ items: { code: string }[] }>(`/api/institution/units?office=${office}${query}`);
    const unsold = (await units('&unsold=true')).body.items.map(({ code }) => code);
    expect(unsold).toHaveLength(2);
    const [buyer, second] = [person(833), person(834)];
    const columns = await builder.get<{ items: { title: string; required: boolean; example: string }[] }>(
      '/api/institution/tables/dev-presale-notice',
    );
    expect(columns.status, JSON.stringify(columns.body)).toBe(200);
    const titles = columns.body.items.map(({ title }) => title);
    const row = (unit: string, buyers: (typeof buyer)[]) =>
      columns.body.items
        .map(({ title, example }) => {
          if (title === '不动产单元代码') return unit;
          if (/权利人姓名或名称$/.test(title)) return buyers.map(({ name }) => name).join('、');
          if (/权利人证件号码$/.test(title)) return buyers.map(({ idNumber }) => idNumber).join('、');
          if (/证件种类$|份额$/.test(title)) return '';
          return example;
        })
        .map((cell) => `"${cell}"`)
        .join(',');
    const table = [titles.join(','), row(unsold[0] ?? '', [buyer]), row(unsold[1] ?? '', [second])].join(
      '\n',
    );
    const sent = await upload(builder, 'dev-presale-notice', table);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    for (const item of sent.body.items) expect(item.caseNo, JSON.stringify(item)).toBeDefined();
    const view = await builder.case(sent.body.items[0]?.caseNo ?? '');
    expect(view.parties.map(({ name }) => name)).toEqual(expect.arrayContaining([seller.name, buyer.name]));
    expect(view.parties.find(({ name }) => name === buyer.name)?.idNumber).toBe(maskIdNumber(buyer.idNumber));
  });
});

/** Another agent of the bank. */
async function agent(login: string, businesses: string[]): Promise<void> {
  await createAccount(world.platform, systemActor, {
    login,
    password,
    name: `${login}经办人`,
    kind: 'organisation',
    organisation: {
      kind: 'bank',
      name: lender.name,
      idType: lender.idType,
      idNumber: lender.idNumber,
      businesses,
    },
  });
}
