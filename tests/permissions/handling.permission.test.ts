import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ObjectionView } from '../../services/registration/notices/schema.ts';
import { again, clerk, lossAt, noticeOf, objector, owner } from '../handling/office-at-work.ts';
import type { Client } from '../support/client.ts';
import { office } from '../support/office.ts';
import { bank, person } from '../support/people.ts';
import { openStage, type Stage } from '../support/town/stage.ts';

const maintenance = inject('postgresUrl');

const actors = {
  owner,
  objector,
  stranger: person(31),
  lender: bank(31),
  acceptor: 'acceptor',
  reviewer: 'reviewer',
  approver: 'approver',
  supervisor: 'supervisor',
  'business-manager': 'business-manager',
  'system-admin': 'system-admin',
} as const;
type Who = keyof typeof actors;
const everybody = Object.keys(actors) as Who[];
const staff: Who[] = ['acceptor', 'reviewer', 'approver', 'supervisor'];

describe.skipIf(!maintenance)('who may', () => {
  let stage: Stage;
  const clients = new Map<Who, Client>();
  let caseNo: string;
  let noticeNo: string;
  let objection: string;
  let file: string;

  beforeAll(async () => {
    stage = await openStage();
    const opened = await lossAt(stage);
    caseNo = opened.caseNo;
    for (const who of everybody) clients.set(who, await again(stage, actors[who]));
    noticeNo = noticeOf(await as('owner').case(caseNo)).no;
    const filed = await as('objector').post<ObjectionView>(`/api/public/notices/${noticeNo}/objections`, {
      reason: '证书在我处',
      idNumber: objector.idNumber,
    });
    objection = filed.body.id;
    const form = new FormData();
    form.append('file', new Blob([Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1')]), '证据.pdf');
    const path = `/api/public/notices/${noticeNo}/objections/${objection}/files`;
    const given = await as('objector').request<ObjectionView>('PUT', path, form);
    file = given.body.files[0]?.id ?? '';
    expect(file, JSON.stringify(given.body)).not.toBe('');
  }, 180_000);
  afterAll(() => stage?.close());

  const as = (who: Who): Client => clients.get(who) as Client;

  /** Asks as everybody: those allowed get what they asked for, the others what is said of them, nobody signed in 401. */
  async function expectOnly(
    ask: (client: Client) => Promise<{ status: number; body: unknown }>,
    allowed: readonly Who[],
    good: number,
    otherwise: readonly number[],
  ): Promise<void> {
    for (const who of everybody) {
      const { status, body } = await ask(as(who));
      const expected = allowed.includes(who) ? [good] : otherwise;
      expect(expected, `${who}: ${status} ${JSON.stringify(body).slice(0, 200)}`).toContain(status);
    }
  }

  const anonymous = (method: string, path: string, body?: object) =>
    stage.town.send(
      method,
      path,
      body ? { 'content-type': 'application/json' } : {},
      body ? JSON.stringify(body) : undefined,
    );

  test('read notices: everybody, also nobody in particular', async () => {
    for (const path of [
      '/api/public/notices',
      '/api/public/notice-kinds',
      `/api/public/notices/${noticeNo}`,
    ]) {
      await expectOnly((client) => client.get(path), everybody, 200, []);
      expect((await anonymous('GET', path)).status).toBe(200);
    }
  });

  test('see who objected and why: the objector, and staff who may read the case', async () => {
    const path = () => `/api/notice-objections/${objection}/files/${file}`;
    await expectOnly((client) => client.get(path()), ['objector', ...staff], 200, [404]);
    expect((await anonymous('GET', path())).status).toBe(401);
  });

  test('read the answer to an objection: the same, and only when there is one', async () => {
    const path = `/api/notice-objections/${objection}/reply`;
    await expectOnly((client) => client.get(path), [], 200, [404]);
    expect((await anonymous('GET', path)).status).toBe(401);
  });

  test('add to an objection: only who filed it', async () => {
    const path = `/api/public/notices/${noticeNo}/objections/${objection}/files`;
    const upload = (client: Client) => {
      const form = new FormData();
      form.append('file', new Blob([Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1')]), '又一份.pdf');
      return client.request('PUT', path, form);
    };
    await expectOnly(upload, ['objector'], 200, [403, 404]);
  });

  test('set how an office handles its cases: the business manager', async () => {
    const path = `/api/handling-parameters/${office}`;
    await expectOnly((client) => client.request('PUT', path, {}), ['business-manager'], 204, [403]);
    expect((await anonymous('PUT', path, {})).status).toBe(401);
  });

  test('list the delegations of an office: who may hand on tasks there', async () => {
    await expectOnly(
      (client) => client.get(`/api/delegations?office=${office}`),
      ['approver', 'supervisor'],
      200,
      [403],
    );
    await expectOnly((client) => client.get('/api/delegations?office=330802'), [], 200, [403]);
  });

  test('lend a post: staff with tasks', async () => {
    const body = {
      to: '00000000-0000-7000-8000-000000000001',
      from: '2026-11-23',
      until: '2026-11-24',
      reason: '试',
    };
    // The colleague does not exist: who may lend hears that, the others that they may not.
    await expectOnly(
      (client) => client.post('/api/delegations', body),
      ['acceptor', 'reviewer', 'approver'],
      409,
      [403],
    );
    expect((await anonymous('POST', '/api/delegations', body)).status).toBe(401);
  });

  test('take a post back: who lent it, who got it, who may hand on tasks of the office; to others there is none', async () => {
    await again(stage, clerk('reviewer-31', 'reviewer'));
    const [taker] = await stage.rows<{ id: string }>(
      "SELECT id FROM platform.account WHERE login = 'reviewer-31'",
    );
    const lend = () =>
      as('reviewer').post<{ id: string }>('/api/delegations', {
        to: taker?.id,
        from: '2026-11-23',
        until: '2026-11-24',
        reason: '试',
      });
    for (const who of everybody) {
      const { body } = await lend();
      const { status } = await as(who).request('DELETE', `/api/delegations/${body.id}`);
      const expected = ['reviewer', 'approver', 'supervisor'].includes(who) ? [204] : [403, 404];
      expect(expected, `${who}: ${status}`).toContain(status);
    }
    const { body } = await lend();
    const second = await again(stage, clerk('reviewer-31', 'reviewer'));
    expect((await second.request('DELETE', `/api/delegations/${body.id}`)).status).toBe(204);
    expect((await second.request('DELETE', `/api/delegations/${body.id}`)).status).toBe(404);
  });

  test('hand on a task nobody has: who may do so for others', async () => {
    const { waitingFor } = await as('reviewer').case(caseNo);
    const id = waitingFor.find((each) => each.task)?.task;
    const [to] = await stage.rows<{ id: string }>("SELECT id FROM platform.account WHERE login = 'reviewer'");
    const body = { to: to?.id, reason: '试' };
    for (const who of everybody) {
      const { status } = await as(who).post(`/api/tasks/${id}/assign`, body);
      const may = ['approver', 'supervisor'].includes(who);
      expect(may ? [200] : [403], `${who}: ${status}`).toContain(status);
      if (may) expect((await as('reviewer').post(`/api/tasks/${id}/release`, {})).status).toBe(200);
    }
    expect((await anonymous('POST', `/api/tasks/${id}/assign`, body)).status).toBe(401);
  });

  test('suspend: who has the task, or the permission; the clerk who accepted may not', async () => {
    for (const who of everybody) {
      const seen = await as(who).get<{ availableActions?: { action: string }[] }>(`/api/cases/${caseNo}`);
      const offered = seen.body.availableActions?.some((each) => each.action === 'suspend') ?? false;
      expect(offered, who).toBe(['reviewer', 'approver'].includes(who));
      if (offered) continue;
      const { status } = await as(who).act(caseNo, 'suspend', undefined, '试');
      expect([403, 404, 409], `${who}: ${status}`).toContain(status);
    }
  });
});
