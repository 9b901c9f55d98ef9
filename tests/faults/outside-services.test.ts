import { deliverDue, peerStatus } from '@hengchan/exchange';
import type { Fault } from '@hengchan/outside';
import { toShanghaiDate } from '@hengchan/standards';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Client, pixel, until } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { party } from '../support/situations.ts';
import { walk } from '../support/walk.ts';
import { makeWorld, office, type World } from '../support/world.ts';

type DepartmentCode = Parameters<World['outside']['fault']>[0];

/** As long as the product waits for an answer here. */
const patienceMs = 300;
const troubles: Fault[] = [
  { kind: 'slow', ms: 1_000 },
  { kind: 'error' },
  { kind: 'wrong-answer' },
  { kind: 'half-open' },
];
/** Longer than a circuit rests after its first opening, and than an automatic step or a message waits for its next try. */
const aWhile = 10 * 60_000;

let world: World;
let next = 0;

/** A world of its own, whose clock is moved on from there. */
async function open(starts: Date): Promise<void> {
  next = 0;
  world = await makeWorld({ patienceMs, sessionMinutes: 720 });
  world.platform.clock.set(starts);
  world.product.registration.exchange.pause = async () => undefined;
}

const pass = (milliseconds: number) =>
  world.platform.clock.set(new Date(world.platform.clock.now().getTime() + milliseconds));
const ill = (departments: readonly DepartmentCode[], fault: Fault) => {
  for (const department of departments) world.outside.fault(department, fault);
};

interface Sale {
  caseNo: string;
  seller: Client;
  buyer: Client;
}

async function openSale(): Promise<Sale> {
  const n = ++next;
  const [owner, taker] = [person(2 * n), person(2 * n + 1)];
  const home = await world.home(n, [owner]);
  const seller = await world.as(owner);
  const opened = await seller.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', owner), party('transferee', taker)],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return { caseNo: opened.body.caseNo, seller, buyer: await world.as(taker) };
}

async function openMortgage(): Promise<{ caseNo: string; lender: Client }> {
  const n = ++next;
  const owner = person(2 * n);
  const home = await world.home(n, [owner]);
  const lender = await world.as(bank(n));
  const opened = await lender.post<{ caseNo: string }>('/api/cases', {
    business: 'mortgage-first',
    office,
    units: [home.code],
    parties: [party('mortgagor', owner), party('mortgagee', bank(n))],
    form: {
      mode: '1',
      principal: '800000.00',
      termFrom: '2026-11-20',
      termTo: '2046-11-19',
      transferRestricted: false,
    },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return { caseNo: opened.body.caseNo, lender };
}

/** What every department answered, as the case shows it: `police identity 未核验`. */
const shown = (view: CaseView) =>
  [...new Set(view.facts.map((fact) => `${fact.source} ${fact.outcomeTitle}`))].sort();

/** A working day from its morning, and one that ends while departments are in trouble: the next is a Saturday. */
const days: { day: string; starts: Date; late?: Date }[] = [
  { day: 'in the morning', starts: new Date('2026-11-20T02:00:00Z') },
  {
    day: 'while a day ends',
    starts: new Date('2026-11-20T14:30:00Z'),
    late: new Date('2026-11-20T15:57:00Z'),
  },
];

describe.each(days)('a department that is told and does not take it, $day', ({ starts, late }) => {
  beforeAll(() => open(starts), 120_000);
  afterAll(() => world?.close());
  const told = [
    'housing',
    'tax',
    'police',
    'fund',
    'power',
    'water',
    'gas',
    'broadcast',
    'bank',
    'finance',
  ] as const;
  beforeEach(() => {
    ill([...told, 'court'], { kind: 'none' });
    pass(aWhile);
  });

  /** While nobody can do anything, time passes and what waits for its next try is tried. */
  const idle = async () => {
    pass(60_000);
    await deliverDue(world.product.registration.exchange);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test('is told again until it does, and is told once in effect', async () => {
    const { caseNo, seller, buyer } = await openSale();
    const staff = ['acceptor', 'reviewer', 'approver'] as const;
    const actors = [seller, buyer, ...(await Promise.all(staff.map((role) => world.as(role))))];
    await walk(caseNo, actors, [], 60, { until: (view) => view.status === 'accepting' });
    if (late !== undefined) world.platform.clock.set(late);
    // Each of its next requests meets another trouble; the one after all of them is answered.
    for (const trouble of [...troubles, { kind: 'lost-answer' as const }])
      ill(told, { ...trouble, times: 1 });
    const done = await walk(caseNo, actors, [], 120, { idle });
    expect(done.status).toBe('completed');
    const undelivered = async () =>
      (
        await world.open.asOwner((owner) =>
          owner
            .withTables<{ 'exchange.message': { message_no: string; status: string } }>()
            .selectFrom('exchange.message')
            .select(['message_no', 'status'])
            .where('status', '!=', 'delivered')
            .execute(),
        )
      ).map((row) => `${row.message_no} ${row.status}`);
    for (let round = 0; round < 40 && (await undelivered()).length > 0; round++) await idle();
    expect(await undelivered()).toEqual([]);
    for (const department of ['housing', 'tax', 'police', 'fund', 'power', 'water', 'gas', 'broadcast']) {
      const answer = await fetch(`${world.outside.urls.control}/${department}/notices`);
      const notices = ((await answer.json()) as { caseNo: string }[]).filter(
        (each) => each.caseNo === caseNo,
      );
      expect([department, notices.length]).toEqual([department, 1]);
    }
    expect(done.payment).toMatchObject({ status: 'settled' });
    const today = toShanghaiDate(world.platform.clock.now());
    expect(today).toBe(late === undefined ? '2026-11-20' : '2026-11-21');
  }, 180_000);

  test('keeps the case waiting where its answer is needed, while everybody else goes on', async () => {
    ill(['tax'], { kind: 'half-open' });
    const { caseNo, seller, buyer } = await openSale();
    const staff = ['acceptor', 'reviewer'] as const;
    const actors = [seller, buyer, ...(await Promise.all(staff.map((role) => world.as(role))))];
    const reviewed = (view: CaseView) =>
      view.steps.some((step) => step.id === 'review' && step.state === 'done');
    const waiting = await walk(caseNo, actors, [], 60, { until: reviewed });
    expect(waiting).toMatchObject({ status: 'taxing', waitingFor: [{ who: '税务部门' }] });
    await idle();
    expect((await seller.case(caseNo)).status).toBe('taxing');
    ill(['tax'], { kind: 'none' });
    const payable = await walk(caseNo, actors.slice(2), [], 60, {
      idle,
      until: (view) => view.payment !== undefined,
    });
    expect(payable.payment?.total).toBeGreaterThan(0);
  });
});

describe('a department that is asked and does not answer rightly', () => {
  beforeAll(() => open(new Date('2026-11-20T14:30:00Z')), 120_000);
  afterAll(() => world?.close());
  const asked = ['police', 'civil', 'market', 'housing'] as const;
  beforeEach(() => {
    ill(asked, { kind: 'none' });
    pass(aWhile);
  });

  test.each(troubles)('counts as 未核验, never as passed: $kind', async (fault) => {
    ill(asked, fault);
    const sale = await openSale();
    await sale.seller.act(sale.caseNo, 'submit');
    const sold = await until(sale.seller, sale.caseNo, (view) => view.status === 'confirming');
    expect(shown(sold)).toEqual(['住房城乡建设部门 未核验', '公安部门 未核验', '民政部门 未核验']);

    pass(aWhile);
    const mortgage = await openMortgage();
    await mortgage.lender.upload(mortgage.caseNo, 'mortgage-contract', pixel, '合同.png');
    await mortgage.lender.act(mortgage.caseNo, 'submit');
    const lent = await until(mortgage.lender, mortgage.caseNo, (view) => view.status === 'confirming');
    expect(shown(lent)).toEqual(['公安部门 未核验', '市场监管部门 未核验']);
  });

  test('is not asked for a while, then once, and when it answers as before', async () => {
    const { exchange } = world.product.registration;
    const policeNow = async () => (await peerStatus(exchange)).find((each) => each.code === 'police');
    /** Once, or more often where the machine is too busy for an answer within the patience. */
    const askUntil = async (circuit: string, wait: number) => {
      for (let round = 0; round === 0 || (await policeNow())?.circuit !== circuit; round++) {
        expect(round).toBeLessThan(10);
        pass(wait);
        const { caseNo, seller } = await openSale();
        await seller.act(caseNo, 'submit');
      }
    };
    await askUntil('closed', aWhile);
    ill(['police'], { kind: 'error' });
    await askUntil('open', 0);
    ill(['police'], { kind: 'none' });
    const during = await openSale();
    await during.seller.act(during.caseNo, 'submit');
    const resting = await until(during.seller, during.caseNo, (view) => view.status === 'confirming');
    const identities = (view: CaseView) => view.facts.filter((fact) => fact.kind === 'identity');
    expect(identities(resting).map((fact) => [fact.outcomeTitle, fact.data])).toEqual([
      ['未核验', { reason: '未核验：该部门接口近期连续失败，暂停调用' }],
      ['未核验', { reason: '未核验：该部门接口近期连续失败，暂停调用' }],
    ]);

    await askUntil('closed', aWhile);
    const after = await openSale();
    await after.seller.act(after.caseNo, 'submit');
    const answered = await until(after.seller, after.caseNo, (view) => view.status === 'confirming');
    expect(identities(answered).map((fact) => fact.outcomeTitle)).toContain('一致');
    expect((await policeNow())?.circuit).toBe('closed');
  });

  test('leaves the decision to a person, who is told what was not verified', async () => {
    ill(['police', 'housing'], { kind: 'error' });
    const { caseNo, seller, buyer } = await openSale();
    const [acceptor, reviewer] = [await world.as('acceptor'), await world.as('reviewer')];
    const stop = (view: CaseView) => view.steps.some((step) => step.id === 'review' && step.state === 'done');
    await walk(caseNo, [seller, buyer, acceptor, reviewer], [], 60, { until: stop });
    const { body } = await reviewer.get<{ items: { code: string; moment: string; outcome: string }[] }>(
      `/api/cases/${caseNo}/findings`,
    );
    const atReview = body.items.filter((each) => each.moment === 'review');
    expect(atReview.find((each) => each.code === 'IDENTITY_VERIFIED')?.outcome).toBe('person');
    expect(atReview.find((each) => each.code === 'CONTRACT_FILED')?.outcome).toBe('person');
  });
});
