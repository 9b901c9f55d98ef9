import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock, seededRandom } from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { type Answer, type Client, clientOver, signInOver } from '../support/client.ts';
import { runAsOwner } from '../support/gated-database.ts';
import { office } from '../support/office.ts';
import { person } from '../support/people.ts';
import { makeHall } from '../support/town/hall.ts';
import { openTown, type Town } from '../support/town/town.ts';
import { walk } from '../support/walk.ts';
import { makeAccount, password, registerHome, type StaffRole } from '../support/world.ts';

const maintenance = inject('postgresUrl');
const [seller, buyer] = [person(1), person(2)];

interface Opened {
  caseNo: string;
  status: string;
}

describe.skipIf(!maintenance)('a request sent again under its Idempotency-Key', () => {
  let database: TestDatabase;
  let folder: string;
  let town: Town;
  const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
  const hall = makeHall({ clock, random: seededRandom(1) });
  const tokens = new Map<string, string>();
  let homes = 0;

  const openAgain = async () => {
    town = await openTown({ url: database.url, folder, hall, clock });
  };
  beforeAll(async () => {
    database = await testDatabase(migrations);
    folder = mkdtempSync(join(tmpdir(), 'hengchan-replay-'));
    await openAgain();
  }, 120_000);
  afterAll(async () => {
    await town?.close();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function as(who: StaffRole | typeof seller): Promise<Client> {
    const login = typeof who === 'string' ? who : who.login;
    if (!tokens.has(login)) {
      await makeAccount(town.product.platform, who);
      tokens.set(login, (await signInOver(town.send, login, password)).token);
    }
    return clientOver((...request) => town.send(...request), tokens.get(login) ?? '');
  }

  async function application() {
    const home = await registerHome(town.product.platform, ++homes, [seller]);
    const party = (role: string, { name, idNumber }: typeof seller) => ({
      role,
      name,
      idType: '1',
      idNumber,
    });
    return {
      business: 'resale-transfer',
      office,
      units: [home.code],
      parties: [party('transferor', seller), party('transferee', buyer)],
      form: { price: '1280000.00', coOwnership: '0' },
    };
  }

  const count = async (statement: string, values: unknown[]) =>
    (await runAsOwner<{ n: number }>(database.url, statement, values))[0]?.n;
  const casesOf = (body: { units: string[] }) =>
    count('SELECT count(*)::int AS n FROM casework.case_unit WHERE unit_code = $1', [body.units[0]]);
  const eventsOf = (caseNo: string, action: string) =>
    count('SELECT count(*)::int AS n FROM casework.event WHERE case_no = $1 AND action = $2', [
      caseNo,
      action,
    ]);

  /** Sends a request while the server dies just before it could keep the answer; then another server, later, gets it again. */
  async function dieBeforeAnswering<Body>(send: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    town.fuse.arm(/update "platform"\."idempotency" set "status"/, 'before');
    expect((await send().catch(() => ({ status: 500 }))).status).toBe(500);
    expect(town.fuse.dead()).toBe(true);
    await town.die();
    clock.advance(61_000);
    await openAgain();
    return send();
  }

  test('one after the other gets the same answer and makes one case', async () => {
    const client = await as(seller);
    const body = await application();
    const headers = { 'idempotency-key': 'one-after-the-other' };
    const first = await client.post<Opened>('/api/cases', body, headers);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    const second = await client.post<Opened>('/api/cases', body, headers);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await casesOf(body)).toBe(1);
  });

  test('at the same time gets the same answer and makes one case', async () => {
    const client = await as(seller);
    const body = await application();
    const headers = { 'idempotency-key': 'at-the-same-time' };
    const answers = await Promise.all([1, 2, 3].map(() => client.post<Opened>('/api/cases', body, headers)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await casesOf(body)).toBe(1);
  });

  test('after the server died between commit and answer, gets the case that was made', async () => {
    const body = await application();
    const headers = { 'idempotency-key': 'died-after-opening' };
    const answer = await dieBeforeAnswering(async () =>
      (await as(seller)).post<Opened>('/api/cases', body, headers),
    );
    expect(answer).toMatchObject({ status: 201, body: { status: 'draft' } });
    expect(await casesOf(body)).toBe(1);
  });

  test('an action is not done again, and the answer is that it was done', async () => {
    const body = await application();
    const { caseNo } = (await (await as(seller)).post<Opened>('/api/cases', body)).body;
    const headers = { 'idempotency-key': 'died-after-submitting' };
    const path = `/api/cases/${caseNo}/actions`;
    const answer = await dieBeforeAnswering(async () =>
      (await as(seller)).post<Opened>(path, { action: 'submit' }, headers),
    );
    expect(answer).toMatchObject({ status: 200, body: { caseNo, status: 'confirming' } });
    expect(await eventsOf(caseNo, 'submit')).toBe(1);
    const another = await (await as(seller)).post(path, { action: 'submit' }, { 'idempotency-key': 'new' });
    expect(another).toMatchObject({ status: 409, body: { code: 'ACTION_NOT_AVAILABLE' } });
  });

  test('money is not given back again', async () => {
    const body = await application();
    const { caseNo } = (await (await as(seller)).post<Opened>('/api/cases', body)).body;
    const actors = await Promise.all([seller, buyer, 'acceptor' as const, 'reviewer' as const].map(as));
    await walk(caseNo, actors, [], 60, { idle: town.pump, until: (view) => view.status === 'deciding' });
    await as('cashier');
    const orderNo = `JK${caseNo}01`;
    const answer = await dieBeforeAnswering(async () =>
      (await as('cashier')).post<{ refunds: unknown[] }>(
        `/api/payments/${orderNo}/refunds`,
        { amount: 1000, reason: '多缴登记费' },
        { 'idempotency-key': 'died-after-refund' },
      ),
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const refunds = await runAsOwner(database.url, 'SELECT amount FROM payment.refund WHERE order_no = $1', [
      orderNo,
    ]);
    expect(refunds).toEqual([{ amount: 1000 }]);
  });

  test('with other content is refused', async () => {
    const client = await as(seller);
    const body = await application();
    const headers = { 'idempotency-key': 'other-content' };
    await client.post('/api/cases', body, headers);
    const other = await client.post('/api/cases', { ...body, form: { price: '1.00' } }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } });
  });
});
