import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Relations, ReviewNotice, ReviewStep } from '../../services/registration/review-schema.ts';
import { until } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { mortgage, party, seize } from '../support/situations.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

test('a case the machine could not pass tells the applicant whom to turn to and the clerk why; every step is on record (REG-AUD-19, 20, 24)', async () => {
  const [owner, lender] = [person(801), bank(801)];
  const home = await world.home(8001, [owner]);
  await mortgage(world, home, owner, lender);
  world.outside.fault('market', { kind: 'error', times: 20 });
  const client = await world.as(lender);
  const opened = await client.post<{ caseNo: string }>('/api/cases', {
    business: 'mortgage-cancellation',
    office,
    units: [home.code],
    parties: [party('mortgagee', lender)],
    form: {},
  });
  const { caseNo } = opened.body;
  await client.act(caseNo, 'submit');
  await until(client, caseNo, (view) => view.status === 'accepting');
  const path = `/api/cases/${caseNo}/review-notice`;
  const told = (await client.get<{ notice?: ReviewNotice }>(path)).body.notice;
  expect(told).toMatchObject({ audience: 'applicant', office: { hours: '工作日 9:00—17:00' }, reasons: [] });
  expect(told?.text).toContain('示范路1号');
  const clerk = (await (await world.as('acceptor')).get<{ notice?: ReviewNotice }>(path)).body.notice;
  expect(clerk?.audience).toBe('clerk');
  expect(clerk?.reasons.map((reason) => reason.text).join()).toContain('市场监管部门');

  const log = (
    await (await world.as('reviewer')).get<{ items: ReviewStep[] }>(`/api/cases/${caseNo}/review-log`)
  ).body.items;
  expect(new Set(log.map((step) => step.kind))).toEqual(new Set(['source', 'rules', 'conclusion']));
  const asked = log.filter((step) => step.kind === 'rules').flatMap((step) => step.rules);
  expect(asked.length).toBeGreaterThan(3);
  for (const rule of asked) {
    expect(rule.version).toBeGreaterThan(0);
    expect(rule.citation?.law).toBeTruthy();
    expect(rule.message).not.toBe('');
  }
  expect((await client.get(`/api/cases/${caseNo}/review-log`)).status).toBe(403);

  const knowledge = await (await world.as('reviewer')).get<{ items: { why: string; kind: string }[] }>(
    `/api/cases/${caseNo}/knowledge`,
  );
  expect(knowledge.status, JSON.stringify(knowledge.body)).toBe(200);
  expect(new Set(knowledge.body.items.map((item) => item.kind))).toEqual(new Set(['law', 'rule', 'case']));
  expect((await client.get(`/api/cases/${caseNo}/knowledge`)).status).toBe(403);

  const manager = await world.as('business-manager');
  const standing = await manager.get<{
    today: { conclusions: Record<string, number> };
    waiting: number;
    recent: { caseNo: string; conclusion: string }[];
  }>('/api/automatic-review/standing');
  expect(standing.status, JSON.stringify(standing.body)).toBe(200);
  expect(standing.body.today.conclusions.person).toBeGreaterThan(0);
  expect(standing.body.waiting).toBeGreaterThan(0);
  expect(standing.body.recent[0]).toMatchObject({ caseNo, conclusion: 'person' });
  const statistics = await manager.get<{
    items: { business: string; total: number; person: number }[];
    reasons: { code: string; title: string; cases: number }[];
  }>('/api/automatic-review/statistics?business=mortgage-cancellation');
  expect(statistics.body.items).toMatchObject([{ business: 'mortgage-cancellation', total: 1, person: 1 }]);
  expect(statistics.body.reasons.map((reason) => reason.title).join()).toContain('市场监管部门');
  const csv = await manager.get<ArrayBuffer>('/api/automatic-review/statistics?format=csv');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(new TextDecoder().decode(csv.body)).toContain('抵押');
  expect((await manager.get('/api/automatic-review/statistics?from=2026-02-30')).status).toBe(400);
});

test('from a unit one comes to holders, rights, restrictions and cases, and with a purpose to what a holder holds besides (REG-AUD-03)', async () => {
  const [owner, lender] = [person(805), bank(805)];
  const home = await world.home(8005, [owner]);
  const other = await world.home(8006, [owner]);
  await mortgage(world, home, owner, lender);
  await seize(world, home, owner);
  const clerk = await world.as('acceptor');
  const graph = (await clerk.get<Relations>(`/api/register/units/${home.code}/relations`)).body;
  const kinds = graph.nodes.map((node) => node.kind);
  for (const kind of ['unit', 'holder', 'right', 'restriction', 'case'] as const)
    expect(kinds).toContain(kind);
  const ids = new Set(graph.nodes.map((node) => node.id));
  expect(ids.size).toBe(graph.nodes.length);
  for (const edge of graph.edges) expect([ids.has(edge.from), ids.has(edge.to)]).toEqual([true, true]);
  expect(JSON.stringify(graph)).not.toContain(owner.idNumber);
  expect(graph.nodes.filter((node) => node.title === owner.name)).toHaveLength(1);
  const holder = graph.nodes.find((node) => node.title === owner.name)?.id ?? '';
  const expand = (purpose: string) =>
    clerk.get<Relations & { code?: string }>(
      `/api/register/units/${home.code}/relations/holder?holder=${encodeURIComponent(holder)}${purpose}`,
    );
  expect((await expand('')).body.code).toBe('PURPOSE_REQUIRED');
  const more = (await expand(`&purpose=${encodeURIComponent('核对共有')}`)).body;
  expect(more.nodes.map((node) => node.subject)).toContain(other.code);
  expect((await (await world.as(owner)).get(`/api/register/units/${home.code}/relations`)).status).toBe(403);
  const supervisor = await world.as('supervisor');
  const refused = await supervisor.get(
    `/api/register/units/${home.code}/relations/holder?holder=${encodeURIComponent(holder)}&purpose=x`,
  );
  expect(refused.status).toBe(403);
});
