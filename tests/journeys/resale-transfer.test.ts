import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, until } from '../support/client.ts';
import { person } from '../support/people.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

/** Takes a case from the first draft to the wait for the registrar. */
async function openTransfer(
  seller: Client,
  home: { code: string },
  from: number[],
  to: number[],
  form: Record<string, unknown>,
) {
  const parties = [
    ...from.map((n) => ({ role: 'transferor', ...identityOf(n) })),
    ...to.map((n) => ({ role: 'transferee', ...identityOf(n) })),
  ];
  return seller.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties,
    form,
  });
}

function identityOf(n: number) {
  const { name, idType, idNumber } = person(n);
  return { name, idType, idNumber };
}

describe('a resale home changes hands', () => {
  test('from two phones to a registered title with a certificate', async () => {
    const home = await world.home(101, [person(1)]);
    const [seller, buyer, acceptor, reviewer, approver] = await Promise.all([
      world.as(person(1)),
      world.as(person(2)),
      world.as('acceptor'),
      world.as('reviewer'),
      world.as('approver'),
    ]);
    const opened = await openTransfer(seller, home, [1], [2], { price: '1280000.00', coOwnership: '0' });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const { caseNo } = opened.body;

    const submitted = await seller.act(caseNo, 'submit');
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
    await until(seller, caseNo, (view) => view.status === 'confirming');
    expect((await seller.act(caseNo, 'confirm', { understood: true })).status).toBe(200);
    expect((await buyer.act(caseNo, 'confirm', { understood: true })).status).toBe(200);

    await until(acceptor, caseNo, (view) => view.availableActions.some((each) => each.action === 'accept'));
    const accepted = await acceptor.act(caseNo, 'accept');
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200);
    await until(reviewer, caseNo, (view) =>
      view.availableActions.some((each) => each.action === 'approve-review'),
    );
    expect((await reviewer.act(caseNo, 'approve-review')).status).toBe(200);

    await until(buyer, caseNo, (view) => view.availableActions.some((each) => each.action === 'pay'));
    expect((await buyer.act(caseNo, 'pay', { method: 'quick' })).status).toBe(200);
    await until(
      approver,
      caseNo,
      (view) => view.availableActions.some((each) => each.action === 'approve'),
      40,
    );
    expect((await approver.act(caseNo, 'approve')).status).toBe(200);

    const done = await until(buyer, caseNo, (view) => view.status === 'completed', 40);
    expect(done.result?.certificates).toHaveLength(1);
    const number = done.result?.certificates[0]?.number ?? '';
    const pdf = await buyer.get<ArrayBuffer>(`/api/certificates/${encodeURIComponent(number)}/document`);
    expect(pdf.status).toBe(200);
    expect(Buffer.from(pdf.body).subarray(0, 5).toString()).toBe('%PDF-');
    const verified = await buyer.get<{ found: boolean; status: string }>(
      `/api/public/verifications?number=${encodeURIComponent(number)}&holder=${encodeURIComponent(person(2).name)}`,
    );
    expect(verified.body).toMatchObject({ found: true, status: 'valid' });
    const old = await buyer.get<{ status: string }>(
      `/api/public/verifications?number=${encodeURIComponent(home.certificate)}&holder=${encodeURIComponent(person(1).name)}`,
    );
    expect(old.body.status).toBe('void');

    // What carries whole identity numbers goes to whom it concerns; the proof of the entry to everybody who took part.
    const document = (code: string) => `/api/cases/${caseNo}/documents/${encodeURIComponent(code)}`;
    expect((await seller.get(document(number))).status).toBe(404);
    expect((await buyer.get(document(number))).status).toBe(200);
    expect((await buyer.get(document('approval-report'))).status).toBe(404);
    expect((await approver.get(document('approval-report'))).status).toBe(200);
    expect((await seller.get(document('acceptance-notice'))).status).toBe(200);
    // A colleague without the need to know; one whom the mark shuts out until a second person lowers it again.
    const cashier = await world.as('cashier');
    expect((await cashier.get(document(number))).status).toBe(403);
    const key = { shelf: 'document', key: `${caseNo}/approval-report`, reason: '涉及未公开事项' };
    expect((await reviewer.post('/api/security/marks', { ...key, mark: 'restricted' })).status).toBe(201);
    expect((await approver.get(document('approval-report'))).status).toBe(403);
    const asked = await reviewer.post<{ id: string }>('/api/security/marks', { ...key, mark: 'internal' });
    expect((await approver.get(document('approval-report'))).status).toBe(403);
    const decided = `/api/security/marks/${asked.body.id}/decision`;
    expect((await approver.post(decided, { granted: true, note: '已公开' })).status).toBe(204);
    expect((await approver.get(document('approval-report'))).status).toBe(200);
    const certificate = {
      shelf: 'document',
      key: `${caseNo}/${number}`,
      mark: 'restricted',
      reason: '应权利人要求',
    };
    expect((await reviewer.post('/api/security/marks', certificate)).status).toBe(201);
    const sheet = `/api/certificates/${encodeURIComponent(number)}/document`;
    expect([(await approver.get(sheet)).status, (await buyer.get(sheet)).status]).toEqual([403, 200]);
    const theirs = (await seller.case(caseNo)).documents.map((each) => each.title);
    expect(theirs).not.toContain('不动产权证书');
    expect(theirs).not.toContain('审批报告');
    const facts = (await buyer.case(caseNo)).facts.filter((fact) => fact.subject === person(1).name);
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact.data).toEqual({});
    const entry = done.result?.entries[0]?.number;
    await expect
      .poll(async () => (await seller.get(`/api/register/entries/${office}/${entry}/proof`)).status, {
        timeout: 20_000,
      })
      .toBe(200);
  });
});
