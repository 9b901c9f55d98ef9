import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplayView, RuleView, StudyView } from '../../services/registration/rule-schema.ts';
import { type Client, signIn } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { mortgage, party } from '../support/situations.ts';
import { makeAccount, makeWorld, office, password, type World } from '../support/world.ts';

let world: World;
let manager: Client;
let second: Client;
beforeAll(async () => {
  world = await makeWorld();
  manager = await world.as('business-manager');
  await makeAccount(world.platform, { login: 'second-manager', role: 'business-manager' });
  second = await signIn(world.server.address, 'second-manager', password);
}, 120_000);
afterAll(() => world?.close());

const rule = 'MORTGAGE_KNOWN';
const business = 'resale-transfer';

/** A sale of a mortgaged home, handed in: the buyer is warned of the mortgage. */
async function sellMortgaged(n: number) {
  const [owner, buyer, lender] = [person(700 + 2 * n), person(701 + 2 * n), bank(700 + n)];
  const home = await world.home(7000 + n, [owner]);
  await mortgage(world, home, owner, lender);
  const client = await world.as(owner);
  const opened = await client.post<{ caseNo: string }>('/api/cases', {
    business,
    office,
    units: [home.code],
    parties: [party('transferor', owner), party('transferee', buyer)],
    form: { price: '1.00', coOwnership: '0' },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { caseNo } = opened.body;
  await client.act(caseNo, 'submit');
  return { caseNo, codes: await asked(client, caseNo) };
}

async function asked(client: Client, caseNo: string): Promise<string[]> {
  const findings = await client.get<{ items: { code: string }[] }>(`/api/cases/${caseNo}/findings`);
  return findings.body.items.map((finding) => finding.code);
}

async function set(enabled: boolean, scope: { business?: string } = {}): Promise<void> {
  const proposed = await manager.post<{ id: string }>(`/api/rules/${rule}/proposals`, {
    office,
    business,
    enabled,
    reason: '试行',
    ...scope,
  });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(201);
  const decision = { approve: true, note: '同意试行' };
  const answer = await second.post(`/api/rule-proposals/${proposed.body.id}/decision`, decision);
  expect(answer.status, JSON.stringify(answer.body)).toBe(204);
}

test('what two administrators agreed on holds at acceptance, and a case is asked again as on its day (REG-ACC-15)', async () => {
  const before = await sellMortgaged(1);
  expect(before.codes).toContain(rule);
  await set(false);
  const after = await sellMortgaged(2);
  expect(after.codes).not.toContain(rule);
  expect(after.codes.length).toBeGreaterThan(3);

  const supervisor = await world.as('supervisor');
  for (const { caseNo, codes } of [before, after]) {
    const replay = await supervisor.get<ReplayView>(`/api/cases/${caseNo}/replay`);
    expect(replay.body.evaluations.flatMap((each) => each.differences)).toEqual([]);
    expect(replay.body.same).toBe(true);
    expect(replay.body.evaluations.reduce((sum, each) => sum + each.rules, 0)).toBe(codes.length);
  }
  const listed = (await manager.get<{ items: RuleView[] }>('/api/rules')).body.items;
  expect(listed.find((each) => each.code === 'SEIZURE_TERM_LAWFUL')).toMatchObject({
    parameters: { months: 36 },
    parameterWords: { months: { title: '查封期限上限', unit: '个月', maximum: 36 } },
  });
  expect(listed.find((each) => each.code === rule)?.settings).toMatchObject([
    { office, business, enabled: false },
  ]);
  await set(true);
  const history = await manager.get<{ items: { state: string; proposedBy: string; decidedBy: string }[] }>(
    `/api/rule-proposals?rule=${rule}`,
  );
  expect(history.body.items).toHaveLength(2);
  for (const item of history.body.items) {
    expect(item.state).toBe('approved');
    expect(item.proposedBy).not.toBe(item.decidedBy);
  }
});

test('a finding that was altered shows when the case is asked again', async () => {
  const { caseNo } = await sellMortgaged(3);
  await world.open.asOwner((owner) =>
    sql`UPDATE rules.evaluation SET findings = jsonb_set(findings, '{0,outcome}', '"block"'), outcome = 'block'
      WHERE case_no = ${caseNo}`.execute(owner),
  );
  const replay = await (await world.as('reviewer')).get<ReplayView>(`/api/cases/${caseNo}/replay`);
  expect(replay.body.same).toBe(false);
  expect(replay.body.evaluations[0]?.differences).toMatchObject([
    { kind: 'outcome', kept: 'block', now: 'pass' },
  ]);
});

test('what another setting would have done is counted on kept facts, and changes nothing', async () => {
  const { caseNo } = await sellMortgaged(4);
  const now = world.platform.clock.now().getTime();
  const question = {
    rule,
    business,
    office,
    enabled: false,
    from: new Date(now - 86_400_000).toISOString(),
    to: new Date(now + 60_000).toISOString(),
  };
  const counted = async (change: object) => {
    const opened = await manager.post<StudyView>('/api/rules/what-if', { ...question, ...change });
    expect(opened.status, JSON.stringify(opened.body)).toBe(202);
    for (let tries = 0; tries < 100; tries++) {
      const study = await manager.get<StudyView>(`/api/rules/what-if/${opened.body.id}`);
      if (study.body.state === 'done') return study.body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the study did not end');
  };
  const off = await counted({});
  // The third one's findings were altered above; of the others, the one whose rule was off had no warning to lose.
  expect(off.total).toBe(4);
  expect(off.done).toBe(4);
  expect(off.changed).toBe(2);
  expect(off.untold).toBe(0);
  const cases = await manager.get<{ items: { caseNo: string; before: string; after: string }[] }>(
    `/api/rules/what-if/${off.id}/cases`,
  );
  expect(cases.body.items.map((each) => each.caseNo)).toContain(caseNo);
  expect(cases.body.items.every((each) => each.before === 'warn' && each.after === 'pass')).toBe(true);
  const pages = await manager.get<{ items: unknown[]; nextCursor: string }>(
    `/api/rules/what-if/${off.id}/cases?limit=1`,
  );
  const rest = await manager.get<{ items: unknown[]; nextCursor?: string }>(
    `/api/rules/what-if/${off.id}/cases?limit=1&cursor=${pages.body.nextCursor}`,
  );
  expect([...pages.body.items, ...rest.body.items]).toEqual(cases.body.items);
  expect(rest.body.nextCursor).toBeUndefined();

  const on = await counted({ enabled: true });
  expect(on.changed).toBe(1);
  const replay = await (await world.as('reviewer')).get<ReplayView>(`/api/cases/${caseNo}/replay`);
  expect(replay.body.same).toBe(true);
});

test('who used which version of a rule in which case', async () => {
  const uses = await manager.get<{ items: { version: number; caseNo: string }[] }>(
    `/api/rules/${rule}/uses?office=${office}`,
  );
  expect(uses.status, JSON.stringify(uses.body)).toBe(200);
  expect(uses.body.items.length).toBeGreaterThan(0);
  expect(uses.body.items.every((each) => each.version === 1)).toBe(true);
  const none = await manager.get<{ items: unknown[] }>(`/api/rules/${rule}/uses?office=${office}&version=9`);
  expect(none.body.items).toEqual([]);
});

test('a proposal names what does not exist', async () => {
  const propose = (code: string, change: object) =>
    manager.post<{ errors?: { path: string }[] }>(`/api/rules/${code}/proposals`, {
      office,
      business: '*',
      enabled: true,
      reason: '试',
      ...change,
    });
  expect((await propose('NO_SUCH_RULE', {})).status).toBe(404);
  expect((await propose(rule, { business: 'no-such-business' })).body.errors?.[0]?.path).toBe('/business');
  expect((await propose(rule, { business: 'seizure' })).body.errors?.[0]?.path).toBe('/business');
  expect((await propose(rule, { parameters: { none: 1 } })).body.errors?.[0]?.path).toBe('/parameters/none');
  expect((await propose('SEIZURE_TERM_LAWFUL', { parameters: { months: 'six' } })).status).toBe(400);
  const unlawful = await propose('SEIZURE_TERM_LAWFUL', { parameters: { months: 48 } });
  expect(unlawful).toMatchObject({
    status: 400,
    body: { errors: [{ path: '/parameters/months', message: '查封期限上限应在 1～36个月之间' }] },
  });
  const numbers = { rule: 'SEIZURE_TERM_LAWFUL', parameters: { months: 24 } };
  expect((await propose(numbers.rule, { parameters: numbers.parameters })).status).toBe(201);
  const { body } = await manager.get<{ items: object[] }>(`/api/rule-proposals?rule=${numbers.rule}`);
  expect(body.items).toMatchObject([numbers]);
  const strange = await propose('RIGHT_CHOSEN', { parameters: { kind: 'lease' } });
  expect(strange.body).toMatchObject({
    errors: [{ message: expect.stringContaining('mortgage（抵押权）') }],
  });
});
