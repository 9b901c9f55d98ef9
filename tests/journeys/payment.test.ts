import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, until } from '../support/client.ts';
import { person, type TestPerson } from '../support/people.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
let cashier: Client;
beforeAll(async () => {
  world = await makeWorld();
  cashier = await world.as('cashier');
}, 120_000);
afterAll(() => world?.close());

interface OrderBody {
  orderNo: string;
  status: string;
  statusTitle: string;
  total: number;
  paid: number;
  refunded: number;
  refundable: number;
  fault?: string;
  lines: { code: string; amount: number; settled: number; refunded: number }[];
  payments: { method: string; amount: number; refunded: number }[];
  charges: { status: string; reason?: string }[];
  refunds: { status: string; amount: number }[];
  receipts: { kind: string; status: string }[];
  bills: { status: string; amount: number }[];
}

const identityOf = ({ name, idType, idNumber }: TestPerson) => ({ name, idType, idNumber });

/** A resale from the first draft to the moment its taxes and fee can be paid. */
async function readyToPay(n: number) {
  const home = await world.home(n, [person(n)]);
  const [seller, buyer, acceptor, reviewer] = await Promise.all([
    world.as(person(n)),
    world.as(person(n + 1)),
    world.as('acceptor'),
    world.as('reviewer'),
  ]);
  const opened = await seller.post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [
      { role: 'transferor', ...identityOf(person(n)) },
      { role: 'transferee', ...identityOf(person(n + 1)) },
    ],
    form: { price: '1280000.00', coOwnership: '0' },
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { caseNo } = opened.body;
  await seller.act(caseNo, 'submit');
  await until(seller, caseNo, (view) => view.status === 'confirming');
  await seller.act(caseNo, 'confirm', { understood: true });
  await buyer.act(caseNo, 'confirm', { understood: true });
  await until(acceptor, caseNo, (view) => view.availableActions.some((each) => each.action === 'accept'));
  await acceptor.act(caseNo, 'accept');
  await until(reviewer, caseNo, (view) =>
    view.availableActions.some((each) => each.action === 'approve-review'),
  );
  await reviewer.act(caseNo, 'approve-review');
  const view = await until(buyer, caseNo, ({ payment }) => payment?.cashierUrl !== undefined);
  return { caseNo, seller, buyer, orderNo: view.payment?.orderNo ?? '' };
}

async function order(orderNo: string, holds: (order: OrderBody) => boolean): Promise<OrderBody> {
  const end = Date.now() + 30_000;
  for (;;) {
    const { body } = await cashier.get<OrderBody>(`/api/payments/${orderNo}`);
    if (holds(body)) return body;
    if (Date.now() > end) throw new Error(`order ${orderNo} stayed ${JSON.stringify(body)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** At the bank's own counter. */
async function atBank(name: string, body: object): Promise<number> {
  const answer = await fetch(`${world.outside.urls.bank}/demo/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.status;
}

const receiptsValid = ({ receipts }: OrderBody) =>
  receipts.length === 2 && receipts.every((each) => each.status === 'valid');

describe('taxes and fee of a resale, with the departments outside', () => {
  test('paid in two parts by two ways, told of twice and the wrong way round', async () => {
    const { caseNo, buyer, orderNo } = await readyToPay(301);
    world.outside.fault('bank', { kind: 'out-of-order', operation: 'paid', ms: 700, times: 1 });
    world.outside.fault('bank', { kind: 'duplicate-callback', operation: 'settled', times: 1 });
    world.outside.fault('tax', { kind: 'duplicate-callback', operation: 'receipted', times: 1 });
    expect(await atBank('pay', { orderNo, amount: 500_000, method: 'pos' })).toBe(200);
    await order(orderNo, ({ paid }) => paid === 500_000);
    expect((await buyer.act(caseNo, 'pay', { method: 'quick' })).status).toBe(200);
    const settled = await order(
      orderNo,
      (each) => each.status === 'settled' && receiptsValid(each) && each.bills[0]?.status === 'issued',
    );
    expect(settled).toMatchObject({
      total: 1_288_000,
      paid: 1_288_000,
      refundable: 1_288_000,
      payments: [
        { method: 'pos', amount: 500_000 },
        { method: 'quick', amount: 788_000 },
      ],
      charges: [{ status: 'done' }],
      bills: [{ amount: 8_000 }],
    });
    expect(settled.lines.every((line) => line.settled === line.amount)).toBe(true);
    expect(settled.lines.reduce((sum, line) => sum + line.settled, 0)).toBe(settled.paid);
    expect(settled.fault).toBeUndefined();
    const approver = await world.as('approver');
    await until(approver, caseNo, (view) => view.availableActions.some((each) => each.action === 'approve'));
  });

  test('an account without money: the reason is seen, and the payer tries again', async () => {
    const { caseNo, buyer, orderNo } = await readyToPay(311);
    const { idNumber } = person(312);
    expect(await atBank('account', { idNumber, state: 'short' })).toBe(200);
    await buyer.act(caseNo, 'pay', { method: 'quick' });
    const rejected = await until(buyer, caseNo, ({ payment }) => payment?.status === 'charge-rejected');
    expect(rejected.payment?.statusTitle).toBe('扣款未成功：账户余额不足，请重新缴费');
    await atBank('account', { idNumber, state: 'signed' });
    const pressed = await Promise.all([1, 2, 3].map(() => buyer.act(caseNo, 'pay', { method: 'quick' })));
    expect(pressed.map((each) => each.status)).toContain(200);
    const settled = await order(orderNo, (each) => each.status === 'settled');
    expect(settled.payments).toHaveLength(1);
    expect(settled.charges.map((each) => each.status)).toEqual(['rejected', 'done']);
  });

  test('taken back after payment: all the money returns, the bureau voids its receipts, the treasury its bill', async () => {
    const { caseNo, seller, buyer, orderNo } = await readyToPay(321);
    await buyer.act(caseNo, 'pay', { method: 'quick' });
    await order(orderNo, (each) => receiptsValid(each) && each.bills[0]?.status === 'issued');
    expect((await seller.act(caseNo, 'withdraw')).status).toBe(200);
    const back = await order(
      orderNo,
      (each) =>
        each.receipts.every((receipt) => receipt.status === 'void') &&
        each.bills.every((bill) => bill.status === 'void'),
    );
    expect(back).toMatchObject({ status: 'refunded', paid: 1_288_000, refunded: 1_288_000, refundable: 0 });
    expect(back.lines.every((line) => line.refunded === line.amount)).toBe(true);
    expect((await buyer.case(caseNo)).payment).toMatchObject({ status: 'refunded', paid: 0 });
  });

  test('a refund at the cashier goes back in proportion, and the day reconciles with the bank', async () => {
    const { caseNo, buyer, orderNo } = await readyToPay(331);
    await buyer.act(caseNo, 'pay', { method: 'quick' });
    await order(orderNo, (each) => receiptsValid(each) && each.bills[0]?.status === 'issued');
    const asked = await cashier.post<OrderBody>(`/api/payments/${orderNo}/refunds`, {
      amount: 161_000,
      reason: '多缴',
    });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const back = await order(
      orderNo,
      (each) => each.refunded === 161_000 && each.bills.at(-1)?.status === 'issued',
    );
    expect(back.lines.find((line) => line.code === 'fee-residential')?.refunded).toBe(1_000);
    expect(back.bills.map((each) => [each.status, each.amount])).toEqual([
      ['void', 8_000],
      ['issued', 7_000],
    ]);
    expect(back.fault).toBeUndefined();
    const more = await cashier.post(`/api/payments/${orderNo}/refunds`, {
      amount: 1_127_001,
      reason: '多缴',
    });
    expect(more.status).toBe(409);
    const day = world.platform.clock.now().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const reconciled = await cashier.get<{ differences: { orderNo: string }[]; asked: boolean }>(
      `/api/payments/reconciliations/${day}?office=${office}&ask=true`,
    );
    expect(reconciled.status).toBe(200);
    expect(reconciled.body.asked).toBe(true);
    expect(reconciled.body.differences.filter((each) => each.orderNo === orderNo)).toEqual([]);
  });

  test('数字人民币 is offered and taken while the office tries it, and by no other way', async () => {
    const { caseNo, buyer, orderNo } = await readyToPay(341);
    const ways = async () => {
      const { availableActions } = await buyer.case(caseNo);
      const data = availableActions.find((each) => each.action === 'pay')?.data;
      return (data as { properties: { method: { enum: string[] } } }).properties.method.enum;
    };
    expect(await ways()).toEqual(['quick', 'cashier', 'qr', 'pos']);
    const early = await buyer.act(caseNo, 'pay', { method: 'ecny' });
    expect(early).toMatchObject({ status: 409, body: { code: 'PAYMENT_METHOD_UNAVAILABLE' } });
    const manager = await world.as('business-manager');
    const set = await manager.request('PUT', `/api/handling-parameters/${office}`, { digitalYuan: true });
    expect(set.status).toBe(204);
    expect(await ways()).toContain('ecny');
    expect((await buyer.act(caseNo, 'pay', { method: 'ecny' })).status).toBe(200);
    expect(await atBank('pay', { orderNo, method: 'ecny' })).toBe(200);
    const settled = await order(orderNo, (each) => each.status === 'settled');
    expect(settled.payments).toMatchObject([{ method: 'ecny', amount: 1_288_000 }]);
  });
});
