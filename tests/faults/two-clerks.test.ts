import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { registerFaults } from '../support/checks.ts';
import type { Client, ProblemBody } from '../support/client.ts';
import { office } from '../support/office.ts';
import { person, type TestPerson } from '../support/people.ts';
import { court, party } from '../support/situations.ts';
import { type Clerk, openStage, type Stage } from '../support/town/stage.ts';
import { walk } from '../support/walk.ts';

const maintenance = inject('postgresUrl');
const [seller, buyer] = [person(1), person(2)];
const pair = (role: Clerk['role']): [Clerk, Clerk] => [
  { login: `${role}-1`, role },
  { login: `${role}-2`, role },
];

type Body = CaseView & ProblemBody;

describe.skipIf(!maintenance)('two at once', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const opened = async (client: Client, body: object) => {
    const answer = await client.post<{ caseNo: string }>('/api/cases', body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.caseNo;
  };
  /** A sale carried to a phase by everybody but those who are to meet there. */
  async function saleAt(status: string, unit?: string): Promise<string> {
    const caseNo = await opened(await stage.as(seller), await stage.sale(seller, buyer, unit));
    const before: (TestPerson | 'acceptor' | 'reviewer')[] = [seller, buyer];
    if (status !== 'accepting') before.push('acceptor', 'reviewer');
    const actors = await Promise.all(before.map((who) => stage.as(who)));
    await walk(caseNo, actors, [], 60, {
      idle: () => stage.town.pump(),
      until: (view) => view.status === status,
    });
    return caseNo;
  }
  const codes = (answers: { status: number; body: { code?: string } }[]) =>
    answers.map(({ status, body }) => (status === 200 ? '200' : `${status} ${body.code}`)).sort();
  const actionsOf = async (caseNo: string, actions: string[]) =>
    (
      await stage.rows<{ action: string }>(
        'SELECT action FROM casework.event WHERE case_no = $1 AND action = ANY ($2) ORDER BY action',
        [caseNo, actions],
      )
    ).map((row) => row.action);

  test('of two clerks who decide one case, one does and the other hears 409', async () => {
    const [first, second] = pair('approver');
    const [one, other] = [await stage.as(first), await stage.as(second)];
    for (const [mine, theirs] of [
      ['approve', 'approve'],
      ['approve', 'refuse'],
    ] as const) {
      const caseNo = await saleAt('deciding');
      const answers = await Promise.all([
        one.act(caseNo, mine, undefined, '准予登记'),
        other.act(caseNo, theirs, undefined, '不予登记'),
      ]);
      const [done, late] = codes(answers);
      expect([done, late?.slice(0, 3)]).toEqual(['200', '409']);
      expect(['409 ACTION_NOT_AVAILABLE', '409 CASE_CLOSED']).toContain(late);
      expect(await actionsOf(caseNo, ['approve', 'refuse'])).toHaveLength(1);
    }
  });

  test('of two clerks who take one task, one has it', async () => {
    const caseNo = await saleAt('accepting');
    const [first, second] = pair('acceptor');
    const clients = [await stage.as(first), await stage.as(second)];
    const [row] = await stage.rows<{ id: string }>(
      "SELECT id FROM casework.token WHERE case_no = $1 AND state = 'open' AND node = 'accept'",
      [caseNo],
    );
    const answers = await Promise.all(
      clients.map((client) => client.post<Body>(`/api/tasks/${row?.id}/claim`, {})),
    );
    expect(codes(answers)).toEqual(['200', '409 TASK_TAKEN']);
  });

  test('of two sales of one unit accepted at once, one is and the other waits', async () => {
    const unit = (await stage.home(seller)).code;
    const cases = [await saleAt('accepting', unit), await saleAt('accepting', unit)];
    const clerks = await Promise.all(pair('acceptor').map((clerk) => stage.as(clerk)));
    const answers = await Promise.all(
      cases.map((caseNo, at) => (clerks[at] as Client).act(caseNo, 'accept', undefined, '同意')),
    );
    const [done, late] = codes(answers);
    expect(done).toBe('200');
    // Whoever is late by a moment meets the claim; who is later still, the rule that asks for it.
    expect(['409 UNIT_CLAIMED', '409 RULES_BLOCK']).toContain(late);
    const claims = await stage.rows('SELECT case_no FROM casework.claim WHERE unit_code = $1', [unit]);
    expect(claims).toHaveLength(1);
  });

  test('a sale and a seizure of one unit entered at once: whichever comes first, nothing seized is sold', async () => {
    const [approver, clerk] = [await stage.as('approver'), await stage.as('enforcement-clerk')];
    const ends: string[] = [];
    for (let round = 0; round < 4; round++) {
      const unit = (await stage.home(seller)).code;
      const sale = await saleAt('deciding', unit);
      const lawyer = await stage.as(court);
      const seizure = await opened(lawyer, {
        business: 'seizure',
        office,
        units: [unit],
        parties: [party('authority', court)],
        form: { documentNumber: `第${round}号`, caseNumber: `第${round}号`, months: 12 },
      });
      expect((await lawyer.act(seizure, 'submit')).status).toBe(200);
      const decide = [
        () => approver.act(sale, 'approve', undefined, '准予登记'),
        () => clerk.act(seizure, 'execute', undefined, '予以协助'),
      ];
      await Promise.all((round % 2 === 0 ? decide : decide.reverse()).map((act) => act()));
      await stage.town.pump();
      // The clock stands still, and the register knows no order within one instant: who met the other tries again.
      stage.clock.advance(10_000);
      await stage.town.pump();
      const [sold, seized] = [await approver.case(sale), await clerk.case(seizure)];
      expect(seized.status).toBe('completed');
      expect(['completed', 'deciding', 'suspended']).toContain(sold.status);
      ends.push(sold.status);
      expect(await registerFaults(stage.rows, office)).toEqual([]);
    }
    expect(ends).toHaveLength(4);
  });

  test('what somebody saw before another changed it is not acted upon: 412, and nothing happens', async () => {
    const client = await stage.as(seller);
    const caseNo = await opened(client, await stage.sale());
    const seen = await client.get<CaseView>(`/api/cases/${caseNo}`);
    const stale = { 'if-match': seen.headers.get('etag') ?? '' };
    const change = { form: { price: '990000.00', coOwnership: '0' } };
    expect((await client.request('PATCH', `/api/cases/${caseNo}`, change, stale)).status).toBe(200);

    const again = { form: { price: '1.00', coOwnership: '0' } };
    const patched = await client.request<Body>('PATCH', `/api/cases/${caseNo}`, again, stale);
    expect(patched).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    const acted = await client.post<Body>(`/api/cases/${caseNo}/actions`, { action: 'submit' }, stale);
    expect(acted).toMatchObject({ status: 412, body: { code: 'STALE_VERSION' } });
    expect(await client.case(caseNo)).toMatchObject({ status: 'draft', form: { price: '990000.00' } });

    const fresh = (await client.get(`/api/cases/${caseNo}`)).headers.get('etag') ?? '';
    const done = await client.post<Body>(
      `/api/cases/${caseNo}/actions`,
      { action: 'submit' },
      { 'if-match': fresh },
    );
    expect(done.status).toBe(200);
  });

  test('a session that ends in the middle of a form loses nothing of it', async () => {
    const client = await stage.as(seller);
    const body = await stage.sale();
    const caseNo = await opened(client, { ...body, form: { price: '880000.00' } });
    stage.clock.advance(13 * 60 * 60_000);
    const late = await client.request<ProblemBody>('PATCH', `/api/cases/${caseNo}`, {
      form: { price: '880000.00', coOwnership: '0' },
    });
    expect(late).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    const path = `/api/cases/${caseNo}/actions`;
    const key = { 'idempotency-key': randomUUID() };
    expect((await client.post(path, { action: 'submit' }, key)).status).toBe(401);

    const again = await stage.signInAgain(seller.login);
    expect(await again.case(caseNo)).toMatchObject({
      status: 'draft',
      form: { price: '880000.00' },
      parties: [{ name: seller.name }, { name: buyer.name }],
    });
    await again.request('PATCH', `/api/cases/${caseNo}`, { form: { price: '880000.00', coOwnership: '0' } });
    // The key of the refused request is free: nothing was done under it.
    expect((await again.post(path, { action: 'submit' }, key)).status).toBe(200);
  });
});
