import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Answer } from '../support/client.ts';
import { person } from '../support/people.ts';
import { openStage, type Stage } from '../support/town/stage.ts';
import { walk } from '../support/walk.ts';

const maintenance = inject('postgresUrl');
const [seller, buyer] = [person(1), person(2)];

interface Opened {
  caseNo: string;
  status: string;
}

describe.skipIf(!maintenance)('a request sent again under its Idempotency-Key', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const count = async (statement: string, values: unknown[]) =>
    (await stage.rows<{ n: number }>(statement, values))[0]?.n;
  const casesOf = (body: { units: string[] }) =>
    count('SELECT count(*)::int AS n FROM casework.case_unit WHERE unit_code = $1', [body.units[0]]);
  const eventsOf = (caseNo: string, action: string) =>
    count('SELECT count(*)::int AS n FROM casework.event WHERE case_no = $1 AND action = $2', [
      caseNo,
      action,
    ]);

  /** Sends a request while the server dies just before it could keep the answer; then another server, later, gets it again. */
  async function dieBeforeAnswering<Body>(send: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    stage.town.fuse.arm(/update "platform"\."idempotency" set "status"/, 'before');
    expect((await send().catch(() => ({ status: 500 }))).status).toBe(500);
    expect(stage.town.fuse.dead()).toBe(true);
    stage.clock.advance(61_000);
    await stage.restart();
    return send();
  }

  test('one after the other gets the same answer and makes one case', async () => {
    const client = await stage.as(seller);
    const body = await stage.sale();
    const headers = { 'idempotency-key': 'one-after-the-other' };
    const first = await client.post<Opened>('/api/cases', body, headers);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    const second = await client.post<Opened>('/api/cases', body, headers);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await casesOf(body)).toBe(1);
  });

  test('at the same time gets the same answer and makes one case', async () => {
    const client = await stage.as(seller);
    const body = await stage.sale();
    const headers = { 'idempotency-key': 'at-the-same-time' };
    const answers = await Promise.all([1, 2, 3].map(() => client.post<Opened>('/api/cases', body, headers)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await casesOf(body)).toBe(1);
  });

  test('after the server died between commit and answer, gets the case that was made', async () => {
    const body = await stage.sale();
    const headers = { 'idempotency-key': 'died-after-opening' };
    const answer = await dieBeforeAnswering(async () =>
      (await stage.as(seller)).post<Opened>('/api/cases', body, headers),
    );
    expect(answer).toMatchObject({ status: 201, body: { status: 'draft' } });
    expect(await casesOf(body)).toBe(1);
  });

  test('an action is not done again, and the answer is that it was done', async () => {
    const body = await stage.sale();
    const { caseNo } = (await (await stage.as(seller)).post<Opened>('/api/cases', body)).body;
    const headers = { 'idempotency-key': 'died-after-submitting' };
    const path = `/api/cases/${caseNo}/actions`;
    const answer = await dieBeforeAnswering(async () =>
      (await stage.as(seller)).post<Opened>(path, { action: 'submit' }, headers),
    );
    expect(answer).toMatchObject({ status: 200, body: { caseNo, status: 'confirming' } });
    expect(await eventsOf(caseNo, 'submit')).toBe(1);
    const another = await (await stage.as(seller)).post(
      path,
      { action: 'submit' },
      { 'idempotency-key': 'new' },
    );
    expect(another).toMatchObject({ status: 409, body: { code: 'ACTION_NOT_AVAILABLE' } });
  });

  test('money is not given back again', async () => {
    const body = await stage.sale();
    const { caseNo } = (await (await stage.as(seller)).post<Opened>('/api/cases', body)).body;
    const actors = await Promise.all(
      [seller, buyer, 'acceptor' as const, 'reviewer' as const].map((who) => stage.as(who)),
    );
    await walk(caseNo, actors, [], 60, {
      idle: () => stage.town.pump(),
      until: (view) => view.status === 'deciding',
    });
    await stage.as('cashier');
    const orderNo = `JK${caseNo}01`;
    const answer = await dieBeforeAnswering(async () =>
      (await stage.as('cashier')).post<{ refunds: unknown[] }>(
        `/api/payments/${orderNo}/refunds`,
        { amount: 1000, reason: '多缴登记费' },
        { 'idempotency-key': 'died-after-refund' },
      ),
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const refunds = await stage.rows('SELECT amount FROM payment.refund WHERE order_no = $1', [orderNo]);
    expect(refunds).toEqual([{ amount: 1000 }]);
  });

  test('with other content is refused', async () => {
    const client = await stage.as(seller);
    const body = await stage.sale();
    const headers = { 'idempotency-key': 'other-content' };
    await client.post('/api/cases', body, headers);
    const other = await client.post('/api/cases', { ...body, form: { price: '1.00' } }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } });
  });
});
