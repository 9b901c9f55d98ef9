import { actOnCase } from '@hengchan/casework';
import { type Actor, anonymousActor, createHttp, type HengchanHttp } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paymentPlugin } from './plugin.ts';
import { untaxed } from './testing/definitions.ts';
import { office, openStage, type Stage } from './testing/stage.ts';

let stage: Stage;
let app: HengchanHttp;
let buyer: Actor;
let caseNo = '';
let orderNo = '';
const actors = new Map<string, Actor>([['nobody', anonymousActor]]);
const staff = (role: string, at = office) => testActor({ roles: [{ role, office: at }] });

beforeAll(async () => {
  stage = await openStage();
  app = await createHttp(stage.platform, {
    version: 'test',
    resolveSession: async (token) => actors.get(token),
  });
  await app.register(paymentPlugin(stage.payment));
  await app.ready();
  const made = await stage.open(untaxed);
  caseNo = made.no;
  buyer = made.buyer;
  await stage.deliver();
  orderNo = (await stage.money(caseNo)).view?.orderNo ?? '';
  stage.bank.pay(orderNo, 5_000, 'pos');
  await stage.tell();
  actors.set('buyer', buyer);
  actors.set('seller', made.seller);
  actors.set('stranger', testActor({ accountId: 'stranger', kind: 'person', idIndex: 'stranger' }));
  actors.set('cashier', staff('cashier'));
  actors.set('cashier elsewhere', staff('cashier', '320404'));
  actors.set('acceptor', staff('acceptor'));
  actors.set('supervisor', staff('supervisor'));
  actors.set('system-admin', staff('system-admin'));
});
afterAll(async () => {
  await app?.close();
  await stage?.platform.close();
});

const ask = (who: string, url: string) =>
  app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${who}` } });
const refund = (who: string, payload: object, no = orderNo) =>
  app.inject({
    method: 'POST',
    url: `/api/payments/${no}/refunds`,
    headers: { authorization: `Bearer ${who}` },
    payload,
  });

describe('who sees an order', () => {
  test.each<[string, number]>([
    ['nobody', 401],
    ['buyer', 200],
    ['seller', 200],
    ['stranger', 404],
    ['cashier', 200],
    ['cashier elsewhere', 404],
    ['acceptor', 200],
    ['supervisor', 200],
    ['system-admin', 403],
  ])('%s gets %i', async (who, status) => {
    expect((await ask(who, `/api/payments/${orderNo}`)).statusCode).toBe(status);
  });

  test.each<[string, number, number]>([
    ['nobody', 401, 0],
    ['buyer', 200, 1],
    ['stranger', 200, 0],
    ['cashier', 200, 1],
    ['cashier elsewhere', 200, 0],
    ['system-admin', 403, 0],
  ])('%s searching gets %i and %i orders', async (who, status, count) => {
    const answer = await ask(who, `/api/payments?caseNo=${caseNo}`);
    expect(answer.statusCode).toBe(status);
    if (status === 200) expect(answer.json<{ items: object[] }>().items).toHaveLength(count);
  });

  test('a cashier cannot ask for another office by name', async () => {
    expect((await ask('cashier elsewhere', `/api/payments?office=${office}`)).statusCode).toBe(403);
  });

  test('whoever looks is seen', async () => {
    await ask('cashier', '/api/payments?q=陆');
    const lines = await stage.platform.open.asOwner((owner) =>
      owner
        .withTables<{
          'platform.audit': { action: string; detail: { conditions?: object; count?: number } };
        }>()
        .selectFrom('platform.audit')
        .select('detail')
        .where('action', '=', 'payment.read')
        .execute(),
    );
    expect(
      lines.some(({ detail }) => JSON.stringify(detail.conditions) === '{"q":"陆"}' && detail.count === 1),
    ).toBe(true);
  });
});

describe('who gives money back', () => {
  const request = { amount: 1_000, reason: '重复缴费' };
  test.each<[string, number]>([
    ['nobody', 401],
    ['buyer', 403],
    ['acceptor', 403],
    ['supervisor', 403],
    ['cashier elsewhere', 403],
    ['cashier', 201],
  ])('%s gets %i', async (who, status) => {
    expect((await refund(who, request)).statusCode).toBe(status);
  });

  test.each<[object, string]>([
    [{ amount: 0, reason: '重复缴费' }, '/amount'],
    [{ amount: 1.5, reason: '重复缴费' }, '/amount'],
    [{ amount: 1_000 }, '/reason'],
    [{ amount: 1_000, reason: '  ' }, '/reason'],
    [{ amount: 1_000, reason: '重复缴费', to: 'me' }, '/'],
  ])('%j is refused and names %s', async (payload, path) => {
    const answer = await refund('cashier', payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((each) => each.path)).toContain(path);
  });

  test('too much is 409, an order that is not there 404, and neither leaves anything behind', async () => {
    expect((await refund('cashier', { ...request, amount: 4_001 })).json()).toMatchObject({
      code: 'REFUND_EXCEEDS_PAID',
      status: 409,
    });
    expect((await refund('cashier', request, `JK${office}20261120000999990`)).statusCode).toBe(404);
    expect((await refund('cashier', request, 'JK')).statusCode).toBe(403);
    const order = (await ask('cashier', `/api/payments/${orderNo}`)).json<{ refunds: object[] }>();
    expect(order.refunds).toHaveLength(1);
  });
});

describe('who reconciles', () => {
  const url = `/api/payments/reconciliations/2026-11-20?office=${office}`;
  test.each<[string, number]>([
    ['nobody', 401],
    ['buyer', 403],
    ['acceptor', 403],
    ['cashier elsewhere', 403],
    ['cashier', 200],
  ])('%s gets %i', async (who, status) => {
    expect((await ask(who, url)).statusCode).toBe(status);
  });

  test('as a table for a spreadsheet', async () => {
    const answer = await ask('cashier', `${url}&format=csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body).toContain('到账合计,1,50.00');
    expect(answer.body.split('\r\n')[0], 'says who took it').toContain('日对账导出：');
  });

  test('more than anybody may take alone needs a consent', async () => {
    await setExportLimit(-1);
    const answer = await ask('cashier', `${url}&format=csv`);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'EXPORT_NEEDS_CONSENT']);
    expect((await ask('cashier', url)).statusCode, 'looking is not taking').toBe(200);
    await setExportLimit(1000);
  });

  const setExportLimit = (rows: number) =>
    stage.platform.database
      .insertInto('platform.setting')
      .values({ name: 'security.bulk-export-rows', value: String(rows), updated_at: new Date(0) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(rows) }))
      .execute();
});

describe('who pays', () => {
  const pay = (actor: Actor) =>
    actOnCase(stage.casework, actor, caseNo, { action: 'pay', data: { method: 'qr' } });
  test('the payer, and nobody else', async () => {
    for (const who of ['seller', 'stranger', 'cashier', 'nobody'])
      await expect(pay(actors.get(who) ?? anonymousActor), who).rejects.toMatchObject({
        status: expect.any(Number),
      });
    await expect(pay(buyer)).resolves.toBeDefined();
  });
});

describe('the list', () => {
  test('goes on where it stopped', async () => {
    for (let n = 0; n < 4; n++) await stage.open(untaxed);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await ask('cashier', `/api/payments?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      const page = answer.json<{ items: { orderNo: string }[]; nextCursor?: string }>();
      seen.push(...page.items.map((each) => each.orderNo));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect((await ask('cashier', '/api/payments?cursor=abc')).statusCode).toBe(400);
    expect(
      (await ask('cashier', `/api/payments?cursor=${Buffer.from('["x","y"]').toString('base64url')}`))
        .statusCode,
    ).toBe(400);
    expect((await ask('cashier', '/api/payments?status=lost')).statusCode).toBe(400);
    expect((await ask('cashier', '/api/payments?q=%25')).json<{ items: object[] }>().items).toEqual([]);
  });
});
