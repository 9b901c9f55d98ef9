import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callService, onIncoming, type RequestTo, received } from '@hengchan/exchange';
import { isStrictSignature } from '@hengchan/exchange/der';
import { systemHttpClient } from '@hengchan/platform';
import { sm2Verify } from '@hengchan/standards/crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type City, eventually, openCity } from '../testing/city.ts';
import { buyer, company, office, seller, unitCode, wife } from '../testing/people.ts';
import { receiptText } from './tax/receipts.ts';

let numbers = 0;

describe('tax and payment', () => {
  let city: City;
  const heard: { operation: string; payload: { caseNo?: string } }[] = [];
  const of = <Operation extends 'assessed' | 'receipted' | 'voided'>(operation: Operation, caseNo: string) =>
    heard
      .filter((each) => each.operation === `tax/${operation}` && each.payload.caseNo === caseNo)
      .map((each) => each.payload as unknown as RequestTo<'tax', Operation>);
  const ofBank = <Operation extends 'paid' | 'settled' | 'refunded'>(operation: Operation, caseNo: string) =>
    heard
      .filter((each) => each.operation === `bank/${operation}` && each.payload.caseNo === caseNo)
      .map((each) => each.payload as unknown as RequestTo<'bank', Operation>);

  beforeAll(async () => {
    city = await openCity({ departments: ['tax', 'bank'] });
    const keep = (operation: string) => async (_trx: unknown, payload: { caseNo?: string }) => {
      heard.push({ operation, payload });
      return received;
    };
    for (const name of ['assessed', 'receipted', 'voided'] as const)
      onIncoming(city.exchange, 'tax', name, keep(`tax/${name}`));
    for (const name of ['paid', 'settled', 'refunded'] as const)
      onIncoming(city.exchange, 'bank', name, keep(`bank/${name}`));
    city.furnish('households.json', { households: [{ members: [seller.idNumber], homes: 3 }] });
  });
  afterAll(() => city.close());
  beforeEach(() => {
    for (const department of ['tax', 'bank'] as const) city.outside.fault(department, { kind: 'none' });
  });

  function newCase() {
    numbers += 1;
    const caseNo = `DJ-${numbers}`;
    return {
      caseNo,
      context: { office, caseNo },
      unit: `3204020010${String(numbers).padStart(2, '0')}GB00001F00010001`,
    };
  }

  async function declare(change: Partial<RequestTo<'tax', 'declare'>> = {}) {
    const { caseNo, context, unit } = newCase();
    const declared = await callService(
      city.exchange,
      'tax',
      'declare',
      {
        ...context,
        kind: 'resale',
        usage: 'residential',
        unitCode: unit,
        area: '120',
        price: 200_000_000,
        contractOn: '2026-03-01',
        sellers: [seller],
        buyers: [buyer],
        acquiredOn: '2025-01-10',
        ...change,
      },
      context,
    );
    if (declared.outcome !== 'answered') throw new Error(declared.text);
    return { caseNo, context, unit, declarationNo: declared.data.declarationNo };
  }

  async function order(
    { caseNo, context, declarationNo }: Awaited<ReturnType<typeof declare>>,
    tax: number,
    allowPartial = true,
  ) {
    const orderNo = `O-${caseNo}`;
    const created = await callService(
      city.exchange,
      'bank',
      'create-order',
      {
        ...context,
        orderNo,
        title: '存量房转移登记税费',
        total: tax + 8_000,
        lines: [
          { lineNo: '1', account: 'tax', title: '税款', amount: tax, reference: declarationNo },
          { lineNo: '2', account: 'fee', title: '不动产登记费', amount: 8_000, reference: 'F-1' },
        ],
        allowPartial,
        expiresAt: '2026-04-01T00:00:00.000Z',
      },
      context,
    );
    if (created.outcome !== 'answered') throw new Error(created.text);
    return created.data;
  }

  test('declare, be assessed, pay tax and fee in one go, get receipts; refund, and they are void', async () => {
    const file = await declare();
    const [assessment] = await eventually(
      () => of('assessed', file.caseNo),
      (all) => all.length > 0,
    );
    expect(assessment?.lines.map((line) => [line.title, line.payer, line.amount])).toEqual([
      ['契税', 'buyer', 1_941_748],
      ['增值税', 'seller', 5_825_243],
      ['城市维护建设税', 'seller', 203_884],
      ['教育费附加', 'seller', 87_379],
      ['地方教育附加', 'seller', 58_252],
      ['个人所得税', 'seller', 1_941_748],
    ]);
    const total = assessment?.total ?? 0;
    const created = await order(file, total);
    expect(created).toMatchObject({ status: 'open', balance: total + 8_000, paid: 0 });
    expect(
      heard.some((each) => each.operation === 'tax/receipted' && each.payload.caseNo === file.caseNo),
    ).toBe(false);

    await city.counter('bank', 'pay', { orderNo: created.orderNo });
    const [settled] = await eventually(
      () => ofBank('settled', file.caseNo),
      (all) => all.length > 0,
    );
    expect(settled?.splits.map((split) => [split.account, split.amount])).toEqual([
      ['tax', total],
      ['fee', 8_000],
    ]);
    const [receipted] = await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
    expect(receipted?.receipts.map((receipt) => [receipt.payer, receipt.kind, receipt.total])).toEqual([
      ['buyer', 'paid', 1_941_748],
      ['seller', 'paid', total - 1_941_748],
    ]);
    const key = city.exchange.peers.find('tax')?.publicKey ?? '';
    for (const receipt of receipted?.receipts ?? []) {
      const signature = Buffer.from(receipt.signature, 'base64');
      expect(
        isStrictSignature(signature) && sm2Verify(receiptText(receipt), signature.toString('hex'), key),
      ).toBe(true);
      expect(sm2Verify(receiptText({ ...receipt, total: 1 }), signature.toString('hex'), key)).toBe(false);
    }

    const { context } = file;
    const refund = (refundNo: string, amount: number) =>
      callService(
        city.exchange,
        'bank',
        'refund',
        { ...context, orderNo: created.orderNo, refundNo, amount, reason: '申请人撤回' },
        context,
      );
    expect(await refund('T-1', total + 8_001)).toMatchObject({ refusal: { code: 'MORE_THAN_PAID' } });
    expect(await refund('T-1', total + 8_000)).toMatchObject({
      data: { status: 'refunded', refunded: total + 8_000 },
    });
    expect(await refund('T-1', total + 8_000)).toMatchObject({ data: { refunded: total + 8_000 } });
    expect(await refund('T-2', 1)).toMatchObject({ refusal: { code: 'MORE_THAN_PAID' } });
    const [voided] = await eventually(
      () => of('voided', file.caseNo),
      (all) => all.length > 0,
    );
    expect(voided?.receiptNos).toEqual(receipted?.receipts.map((receipt) => receipt.receiptNo));
    const asked = await callService(city.exchange, 'tax', 'query', { office, unitCode: file.unit }, context);
    expect(asked).toMatchObject({
      data: { declarations: [{ status: 'void', receipts: [{ status: 'void' }, { status: 'void' }] }] },
    });
  });

  test('several payments, and only the last of them settles', async () => {
    const file = await declare();
    const [assessment] = await eventually(
      () => of('assessed', file.caseNo),
      (all) => all.length > 0,
    );
    const created = await order(file, assessment?.total ?? 0);
    await city.counter('bank', 'pay', { orderNo: created.orderNo, amount: 1_000_000, method: 'pos' });
    const [first] = await eventually(
      () => ofBank('paid', file.caseNo),
      (all) => all.length > 0,
    );
    expect(first).toMatchObject({
      status: 'open',
      paid: 1_000_000,
      balance: created.total - 1_000_000,
      payment: { method: 'pos' },
    });
    expect(
      await city.counter('bank', 'pay', { orderNo: created.orderNo, amount: created.total }),
    ).toMatchObject({ status: 409, body: { code: 'MORE_THAN_BALANCE' } });
    await city.counter('bank', 'pay', { orderNo: created.orderNo });
    await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
    await eventually(
      () => ofBank('settled', file.caseNo),
      (all) => all.length > 0,
    );
    expect(ofBank('settled', file.caseNo)).toHaveLength(1);
    expect(ofBank('settled', file.caseNo)[0]?.payments.map((payment) => payment.method)).toEqual([
      'pos',
      'qr',
    ]);
  });

  test('a signed account is charged without a page, a poor one says so, and one number takes money once', async () => {
    const file = await declare();
    const [assessment] = await eventually(
      () => of('assessed', file.caseNo),
      (all) => all.length > 0,
    );
    const created = await order(file, assessment?.total ?? 0);
    const charge = (chargeNo: string, amount = created.total) => {
      const asked = {
        ...file.context,
        orderNo: created.orderNo,
        chargeNo,
        method: 'quick' as const,
        amount,
        payer: buyer,
      };
      return callService(city.exchange, 'bank', 'charge', asked, file.context);
    };
    await city.counter('bank', 'account', { idNumber: buyer.idNumber, state: 'short' });
    expect(await charge('K-1')).toMatchObject({ data: { status: 'rejected', reason: '账户余额不足' } });
    await city.counter('bank', 'account', { idNumber: buyer.idNumber, state: 'signed' });
    expect(await charge('K-1')).toMatchObject({ data: { status: 'rejected' } });
    expect(await charge('K-2')).toMatchObject({ data: { status: 'accepted' } });
    expect(await charge('K-2')).toMatchObject({ data: { status: 'accepted' } });
    expect(await charge('K-2', 1)).toMatchObject({ refusal: { code: 'CHARGE_NUMBER_REUSED' } });
    expect(await charge('K-3')).toMatchObject({ data: { status: 'rejected', reason: '缴款单不在待付状态' } });
    await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
    await eventually(
      () => ofBank('paid', file.caseNo),
      (all) => all.length > 0,
    );
    expect(ofBank('paid', file.caseNo)).toHaveLength(1);
  });

  test('the bureau counts homes: who bought once has one, who bought twice pays as for a third', async () => {
    const newcomer = { name: '新某丁', idType: '1', idNumber: '320402190907070013' };
    const reasons: string[] = [];
    for (let round = 0; round < 3; round++) {
      const file = await declare({ buyers: [newcomer], acquiredOn: '2015-01-01' });
      const [assessment] = await eventually(
        () => of('assessed', file.caseNo),
        (all) => all.length > 0,
      );
      reasons.push(assessment?.lines[0]?.reason ?? '');
      const created = await order(file, assessment?.total ?? 0);
      await city.counter('bank', 'pay', { orderNo: created.orderNo });
      await eventually(
        () => of('receipted', file.caseNo),
        (all) => all.length > 0,
      );
    }
    expect(reasons).toEqual([
      '家庭唯一住房，面积不超过140平方米',
      '家庭第二套住房，面积不超过140平方米',
      '家庭第三套及以上住房',
    ]);
  });

  test('nothing owed: a proof of exemption comes without a payment', async () => {
    const file = await declare({ kind: 'inheritance' });
    const [receipted] = await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
    expect(receipted?.receipts).toMatchObject([{ kind: 'exempt', total: 0, payer: 'buyer' }]);
    expect(of('assessed', file.caseNo)).toHaveLength(1);
  });

  test('a declaration can be withdrawn, one that does not exist cannot', async () => {
    const file = await declare();
    const withdraw = () =>
      callService(
        city.exchange,
        'tax',
        'withdraw',
        { ...file.context, declarationNo: file.declarationNo, reason: '撤回' },
        file.context,
      );
    expect(await withdraw()).toMatchObject({ outcome: 'answered' });
    expect(
      await callService(
        city.exchange,
        'tax',
        'withdraw',
        { ...file.context, declarationNo: 'SB0', reason: '撤回' },
        file.context,
      ),
    ).toMatchObject({
      refusal: { code: 'DECLARATION_NOT_FOUND' },
    });
  });

  test('the appraisal accepts an ordinary price and doubts a low one', async () => {
    const ask = (price: number) =>
      callService(city.exchange, 'tax', 'appraise', { office, unitCode, area: '100', price }, { office });
    expect(await ask(120_000_000)).toMatchObject({ data: { accepted: true, appraised: 120_000_000 } });
    expect(await ask(1_000_000)).toMatchObject({ data: { accepted: false } });
  });

  test('callbacks that come twice, late or out of order leave one effect each', async () => {
    city.outside.fault('tax', { kind: 'duplicate-callback', times: 1 });
    const file = await declare();
    const [assessment] = await eventually(
      () => of('assessed', file.caseNo),
      (all) => all.length > 0,
    );
    city.outside.fault('bank', { kind: 'out-of-order', times: 1, operation: 'paid', ms: 3_000 });
    city.outside.fault('tax', { kind: 'late-callback', times: 1, ms: 300 });
    const created = await order(file, assessment?.total ?? 0);
    await city.counter('bank', 'pay', { orderNo: created.orderNo });
    await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
    await eventually(
      () => heard.filter((each) => each.payload.caseNo === file.caseNo).length,
      (count) => count >= 4,
    );
    const mine = heard.filter((each) => each.payload.caseNo === file.caseNo).map((each) => each.operation);
    expect(mine.toSorted()).toEqual(['bank/paid', 'bank/settled', 'tax/assessed', 'tax/receipted']);
    expect(mine.indexOf('bank/settled')).toBeLessThan(mine.indexOf('bank/paid'));
  });

  test('what was under way when the departments stopped goes on after the next start', async () => {
    city.outside.fault('tax', { kind: 'late-callback', ms: 3_000 });
    const file = await declare();
    const before = readFileSync(join(city.exchangeFolder, 'peers.json'), 'utf8');
    await city.restart(async () => {
      expect(of('assessed', file.caseNo)).toHaveLength(0);
    });
    const [assessment] = await eventually(
      () => of('assessed', file.caseNo),
      (all) => all.length > 0,
    );
    const after = readFileSync(join(city.exchangeFolder, 'peers.json'), 'utf8');
    const keys = (text: string) =>
      (JSON.parse(text) as { peers: { publicKey: string }[] }).peers.map((peer) => peer.publicKey);
    expect(keys(after)).toEqual(keys(before));
    const created = await order(file, assessment?.total ?? 0);
    await city.restart();
    await city.counter('bank', 'pay', { orderNo: created.orderNo });
    await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
  });

  test('what was declared and paid at the bureau itself is told to nobody, and can be asked for', async () => {
    const { unit, context } = newCase();
    const order = { office, unitCode: unit, buyers: [wife], sellers: [company], price: 100_000_000 };
    const paid = await city.counter('tax', 'receipts', order);
    const { receipts } = paid.body as { receipts: { receiptNo: string }[] };
    expect(receipts).toMatchObject([{ kind: 'paid', payer: 'buyer', total: 1_000_000 }]);
    const question = { ...context, messageNo: `${context.caseNo}-ask` };
    const asked = await callService(city.exchange, 'tax', 'query', { office, unitCode: unit }, question);
    expect(asked).toMatchObject({
      outcome: 'answered',
      data: {
        declarations: [
          {
            status: 'receipted',
            receipts: [{ receiptNo: receipts[0]?.receiptNo, status: 'valid', taxpayers: [wife] }],
          },
        ],
      },
    });
    expect(heard.some(({ payload }) => payload.caseNo?.startsWith('DT'))).toBe(false);
  });

  test('a person pays at the cashier, and sees what happened', async () => {
    const file = await declare({ acquiredOn: '2015-01-01' });
    const [assessment] = await eventually(
      () => of('assessed', file.caseNo),
      (all) => all.length > 0,
    );
    const created = await order(file, assessment?.total ?? 0);
    // The address printed before a restart is of the old port; the page itself is known by its token.
    const url = `${city.outside.urls.bank}${new URL(created.cashierUrl).pathname}`;
    const http = systemHttpClient();
    const look = async () =>
      Buffer.from((await http.request({ url, method: 'GET', timeoutMs: 5_000 })).body).toString('utf8');
    const press = (fields: Record<string, string>) =>
      http
        .request({
          url,
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
          timeoutMs: 5_000,
        })
        .catch(() => undefined);
    expect(await look()).toMatch(/<button type="submit">支付<\/button>/);
    const refused = await press({ amount: '99999999', method: 'qr' });
    expect([refused?.status, Buffer.from(refused?.body ?? '').toString('utf8')]).toEqual([
      409,
      expect.stringContaining('支付金额超过未付余额'),
    ]);
    await press({ amount: '', method: 'online' });
    expect(await look()).toContain('已付清，款项已分别入账');
    const [receipted] = await eventually(
      () => of('receipted', file.caseNo),
      (all) => all.length > 0,
    );
    const page = await http.request({
      url: `${city.outside.urls.tax}/receipts/${receipted?.receipts[0]?.receiptNo}`,
      method: 'GET',
      timeoutMs: 5_000,
    });
    expect(Buffer.from(page.body).toString('utf8')).toMatch(/税收完税证明（演示）[\s\S]*有效/);
    expect(Buffer.from(page.body).toString('utf8')).not.toContain(buyer.idNumber);
  });
});
