import { actOnCase, caseworkTables, driveCase } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { currentView } from './search-payments.ts';
import { tables } from './store.ts';
import { resale, untaxed } from './testing/definitions.ts';
import { assessmentOf, receiptsFor, taxLine } from './testing/fake-tax.ts';
import { office, openStage, type Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.platform.close());
beforeEach(() => {
  stage.bank.rejects = undefined;
  stage.bank.callbacks.length = 0;
});

const pay = (actor: Actor, no: string, method = 'quick') =>
  actOnCase(stage.casework, actor, no, { action: 'pay', data: { method } });
const view = async (no: string) => (await stage.money(no)).view;
const standing = async (no: string) => (await stage.money(no)).standing;
const orderOf = async (no: string) => (await view(no))?.orderNo ?? '';
const row = (orderNo: string) =>
  tables(stage.platform.database)
    .selectFrom('payment.orders')
    .selectAll()
    .where('order_no', '=', orderNo)
    .executeTakeFirstOrThrow();
const signals = (no: string) =>
  caseworkTables(stage.platform.database)
    .selectFrom('casework.signal')
    .select(['event'])
    .where('case_no', '=', no)
    .orderBy('received_at')
    .execute()
    .then((rows) => rows.map((each) => each.event));

const usual = [taxLine('deed', 'buyer', 2_000_000), taxLine('income', 'seller', 1_500_001)];

/** Up to the order: declared, assessed, order made at the bank. */
async function opened(lines = usual) {
  const made = await stage.open(resale);
  await stage.deliver();
  const declared = stage.sent.filter((each) => each.key === 'tax/declare' && each.payload.caseNo === made.no);
  const declarationNo = await declarationNoOf(made.no);
  const assessment = assessmentOf({ office, caseNo: made.no, declarationNo }, lines);
  expect(await stage.incoming('tax/assessed', assessment)).toBe('received');
  await driveCase(stage.casework, made.no);
  await stage.deliver();
  return { ...made, assessment, declared, orderNo: await orderOf(made.no) };
}

async function declarationNoOf(no: string): Promise<string> {
  const found = await tables(stage.platform.database)
    .selectFrom('payment.declaration')
    .select('declaration_no')
    .where('case_no', '=', no)
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow();
  return found.declaration_no ?? '';
}

const receipted = (assessment: ReturnType<typeof assessmentOf>) =>
  stage.incoming('tax/receipted', {
    office,
    caseNo: assessment.caseNo,
    declarationNo: assessment.declarationNo,
    receipts: receiptsFor(assessment),
  });

describe('the usual way', () => {
  test('declared, assessed, paid at once, split, receipted, decided', async () => {
    const { no, buyer, assessment, orderNo, declared } = await opened();
    expect(declared).toHaveLength(1);
    expect(declared[0]?.payload).toMatchObject({
      kind: 'resale',
      usage: 'residential',
      price: 200_000_000,
      area: '120.00',
      contractOn: '2026-11-20',
      buyers: [{ name: '陆某乙' }],
      sellers: [{ name: '沈某甲' }],
    });
    expect(await view(no)).toMatchObject({
      status: 'open',
      total: 3_508_001,
      paid: 0,
      cashierUrl: `http://bank.test/cashier/${orderNo}`,
      lines: [
        { code: 'tax-deed-buyer', amount: 2_000_000, payee: '国家金库（税务）' },
        { code: 'tax-income-seller', amount: 1_500_001 },
        { code: 'fee-residential', amount: 8_000, payee: '非税收入（登记机构）' },
      ],
    });
    expect(await standing(no)).toEqual({ taxSettled: false, receipts: [], due: 3_508_001, paid: 0 });
    await pay(buyer, no);
    await stage.deliver();
    expect((await view(no))?.status).toBe('charging');
    await stage.tell();
    expect(await view(no)).toMatchObject({ status: 'settled', paid: 3_508_001 });
    expect(await stage.phase(no)).toBe('taxing');
    expect(await receipted(assessment)).toBe('received');
    expect(await stage.phase(no)).toBe('deciding');
    expect(await standing(no)).toMatchObject({ taxSettled: true, due: 3_508_001, paid: 3_508_001 });
    expect((await standing(no)).receipts).toHaveLength(2);
    await stage.deliver();
    expect(stage.sent.filter((each) => each.payload.orderNo === orderNo).map((each) => each.key)).toEqual([
      'bank/create-order',
      'bank/charge',
      'finance/issue-bill',
    ]);
    expect(stage.sent.at(-1)?.payload).toMatchObject({ payer: '陆某乙', total: 8_000 });
  });

  test('nothing owed at all is settled without a payment, and proof of exemption still counts', async () => {
    const made = await stage.open(resale, { form: { smallEnterprise: true } });
    await stage.deliver();
    const declarationNo = await declarationNoOf(made.no);
    const assessment = assessmentOf({ office, caseNo: made.no, declarationNo }, [
      taxLine('deed', 'buyer', 0),
    ]);
    await stage.incoming('tax/assessed', assessment);
    await receipted(assessment);
    await driveCase(stage.casework, made.no);
    expect(await stage.phase(made.no)).toBe('deciding');
    expect(await view(made.no)).toMatchObject({ status: 'settled', statusTitle: '无需缴费', total: 0 });
    expect(await standing(made.no)).toMatchObject({ taxSettled: true, due: 0 });
  });

  test('a business without tax costs its fee alone', async () => {
    const { no, buyer } = await stage.open(untaxed, { use: '60' });
    await stage.deliver();
    expect((await view(no))?.total).toBe(55_000);
    await pay(buyer, no, 'qr');
    stage.bank.pay(await orderOf(no));
    await stage.tell();
    expect(await stage.phase(no)).toBe('completed');
  });

  test('paid in several parts by several ways', async () => {
    const { no, buyer, orderNo } = await opened();
    stage.bank.pay(orderNo, 1_000_000, 'pos');
    await stage.tell();
    expect(await view(no)).toMatchObject({
      status: 'part-paid',
      paid: 1_000_000,
      statusTitle: '已缴 10,000.00 元，还差 25,080.01 元',
    });
    stage.bank.pay(orderNo, 500_000, 'qr');
    await stage.tell();
    await pay(buyer, no);
    await stage.deliver();
    await stage.tell();
    expect(await view(no)).toMatchObject({ status: 'settled', paid: 3_508_001 });
    const charge = stage.sent.findLast((each) => each.key === 'bank/charge');
    expect(charge?.payload.amount).toBe(2_008_001);
  });
});

describe('charging the account', () => {
  test('pressed before the bank has the order, it still works', async () => {
    const made = await stage.open(untaxed);
    await pay(made.buyer, made.no);
    await stage.deliver();
    await stage.tell();
    expect(await stage.phase(made.no)).toBe('completed');
  });

  test('pressed again while it is under way, it takes the money once', async () => {
    const { no, buyer, orderNo } = await opened();
    await Promise.all([pay(buyer, no), pay(buyer, no), pay(buyer, no)]);
    await stage.deliver(['bank/charge']);
    await pay(buyer, no);
    await stage.deliver();
    await pay(buyer, no);
    await stage.deliver();
    expect(
      stage.sent.filter((each) => each.key === 'bank/charge' && each.payload.orderNo === orderNo),
    ).toHaveLength(1);
    await stage.tell();
    expect(await view(no)).toMatchObject({ status: 'settled', paid: 3_508_001 });
    expect(stage.bank.order(orderNo).payments).toHaveLength(1);
  });

  test('rejected, it says why and may be tried again', async () => {
    const { no, buyer } = await opened();
    stage.bank.rejects = '账户余额不足';
    await pay(buyer, no);
    await stage.deliver();
    expect(await view(no)).toMatchObject({
      status: 'charge-rejected',
      statusTitle: '扣款未成功：账户余额不足，请重新缴费',
    });
    stage.bank.rejects = undefined;
    await pay(buyer, no);
    await stage.deliver();
    await stage.tell();
    expect((await view(no))?.status).toBe('settled');
  });

  test('the money told of before the answer counts once', async () => {
    const { no, buyer } = await opened();
    await pay(buyer, no);
    const answer = stage.answers['bank/charge'];
    stage.answers['bank/charge'] = (payload) => {
      const made = stage.bank.charge(payload);
      early = stage.bank.callbacks.splice(0);
      return made;
    };
    let early: typeof stage.bank.callbacks = [];
    await stage.deliver();
    if (answer) stage.answers['bank/charge'] = answer;
    for (const { operation, payload } of early) await stage.incoming(`bank/${operation}`, payload);
    expect(await view(no)).toMatchObject({ status: 'settled', paid: 3_508_001 });
  });

  test('a way the office does not take is refused, and an unknown one is named', async () => {
    const { no, buyer } = await opened();
    await expect(pay(buyer, no, 'ecny')).rejects.toMatchObject({ code: 'PAYMENT_METHOD_UNAVAILABLE' });
    await expect(pay(buyer, no, 'cash')).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [{ path: '/data/method' }],
    });
  });

  test('an expired order is made anew', async () => {
    const { no, buyer, orderNo } = await opened();
    stage.platform.clock.advance(40 * 86_400_000);
    expect((await view(no))?.status).toBe('expired');
    await pay(buyer, no);
    await stage.deliver();
    await stage.tell();
    const second = await view(no);
    expect(second?.orderNo).not.toBe(orderNo);
    expect(second).toMatchObject({ status: 'settled', total: 3_508_001 });
    expect((await row(orderNo)).status).toBe('closed');
  });
});

describe('taxes', () => {
  test('an assessment before the number of the declaration is asked for again', async () => {
    const { no } = await stage.open(resale);
    const about = { office, caseNo: no, declarationNo: 'SB1' };
    expect(await stage.incoming('tax/assessed', assessmentOf(about, usual))).toBe('DECLARATION_NOT_READY');
    await stage.deliver();
    expect(await stage.incoming('tax/assessed', assessmentOf(about, usual))).toBe('DECLARATION_UNKNOWN');
  });

  test('told twice, it counts once; wrong sums are refused; after the order it stands', async () => {
    const { no, assessment } = await opened();
    expect(await stage.incoming('tax/assessed', assessment)).toBe('received');
    expect((await signals(no)).filter((event) => event === 'tax.assessed')).toHaveLength(1);
    expect(await stage.incoming('tax/assessed', { ...assessment, total: 1 })).toBe('ASSESSMENT_INCONSISTENT');
    const other = assessmentOf(assessment, [taxLine('deed', 'buyer', 1)]);
    expect(await stage.incoming('tax/assessed', other)).toBe('ASSESSMENT_SUPERSEDED');
  });

  test('receipts with a wrong kind, sum, declaration or signature are refused and leave no trace', async () => {
    const { no, assessment } = await opened();
    const [receipt] = receiptsFor(assessment);
    if (!receipt) throw new Error('no receipt');
    const send = (changed: object) =>
      stage.incoming('tax/receipted', {
        office,
        caseNo: no,
        declarationNo: assessment.declarationNo,
        receipts: [{ ...receipt, ...changed }],
      });
    expect(await send({ kind: 'exempt' })).toBe('RECEIPT_INVALID');
    expect(await send({ total: receipt.total + 1 })).toBe('RECEIPT_INVALID');
    expect(await send({ declarationNo: 'SB-other' })).toBe('RECEIPT_INVALID');
    expect(await send({ unitCode: '320402001001GB00001F00000002' })).toBe('RECEIPT_INVALID');
    const { signature } = receipt;
    expect(await send({ signature: `Z${signature.slice(1)}` })).toBe('RECEIPT_INVALID');
    const middle = signature[40] === 'A' ? 'B' : 'A';
    expect(await send({ signature: signature.slice(0, 40) + middle + signature.slice(41) })).toBe(
      'RECEIPT_INVALID',
    );
    expect((await standing(no)).receipts).toEqual([]);
    expect(await send({})).toBe('received');
    expect(await standing(no)).toMatchObject({ taxSettled: false, receipts: [receipt.receiptNo] });
  });

  test('one side after the other: the case goes on with the last', async () => {
    const { no, assessment } = await opened();
    const receipts = receiptsFor(assessment);
    const about = { office, caseNo: no, declarationNo: assessment.declarationNo };
    await stage.incoming('tax/receipted', { ...about, receipts: receipts.slice(0, 1) });
    expect(await signals(no)).not.toContain('tax.receipted');
    await stage.incoming('tax/receipted', { ...about, receipts: receipts.slice(0, 1) });
    await stage.incoming('tax/receipted', { ...about, receipts });
    await stage.incoming('tax/receipted', { ...about, receipts });
    expect((await signals(no)).filter((event) => event === 'tax.receipted')).toHaveLength(1);
  });

  test('voided receipts settle nothing, also when the voiding overtakes them', async () => {
    const first = await opened();
    await receipted(first.assessment);
    expect((await standing(first.no)).taxSettled).toBe(true);
    const about = { office, caseNo: first.no, declarationNo: first.assessment.declarationNo };
    const receiptNos = receiptsFor(first.assessment).map((each) => each.receiptNo);
    expect(await stage.incoming('tax/voided', { ...about, receiptNos, reason: '错开' })).toBe('received');
    expect(await standing(first.no)).toMatchObject({ taxSettled: false, receipts: [] });

    const second = await opened();
    const numbers = receiptsFor(second.assessment).map((each) => each.receiptNo);
    await stage.incoming('tax/voided', {
      office,
      caseNo: second.no,
      declarationNo: second.assessment.declarationNo,
      receiptNos: numbers,
      reason: '错开',
    });
    await receipted(second.assessment);
    expect(await standing(second.no)).toMatchObject({ taxSettled: false, receipts: [] });
    const { receipts } = await currentView(stage.payment, second.orderNo);
    expect(receipts.map((each) => each.status)).toEqual(['void', 'void']);
  });

  test('a price changed after the assessment is declared and assessed anew before anything is paid', async () => {
    const { no } = await stage.open(resale);
    await stage.deliver();
    const declarationNo = await declarationNoOf(no);
    await stage.platform.database
      .withTables<{ 'casework.cases': { no: string; form: string } }>()
      .updateTable('casework.cases')
      .set({ form: JSON.stringify({ price: '1000000.00' }) })
      .where('no', '=', no)
      .execute();
    await stage.incoming('tax/assessed', assessmentOf({ office, caseNo: no, declarationNo }, usual));
    await driveCase(stage.casework, no);
    expect(await view(no)).toBeUndefined();
    await stage.deliver();
    expect(stage.sent.filter((each) => each.payload.caseNo === no).map((each) => each.key)).toEqual([
      'tax/declare',
      'tax/withdraw',
      'tax/declare',
    ]);
    expect(
      await stage.incoming('tax/assessed', assessmentOf({ office, caseNo: no, declarationNo }, usual)),
    ).toBe('received');
    const again = await declarationNoOf(no);
    await stage.incoming(
      'tax/assessed',
      assessmentOf({ office, caseNo: no, declarationNo: again }, [taxLine('deed', 'buyer', 7)]),
    );
    stage.platform.clock.advance(600_000);
    await driveCase(stage.casework, no);
    expect((await view(no))?.total).toBe(8_007);
  });
});
