import { callService, peerStatus } from '@hengchan/exchange';
import { makeIdNumber } from '@hengchan/standards';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type City, openCity } from '../testing/city.ts';
import { buyer, company, office, seller, unitCode, wife } from '../testing/people.ts';

const context = { office, caseNo: 'DJ-1' };

describe('departments that are asked', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity({ departments: ['police', 'civil', 'market', 'housing', 'finance'] });
  });
  afterAll(() => city.close());
  beforeEach(() => {
    city.furnish('population.json', {
      people: [seller, buyer, { ...wife, status: 'deceased' }].map(
        ({ idType: _idType, ...person }) => person,
      ),
    });
    city.furnish('marriages.json', {
      marriages: [
        {
          spouses: [
            { name: seller.name, idNumber: seller.idNumber },
            { name: wife.name, idNumber: wife.idNumber },
          ],
          status: 'married',
          registeredOn: '2001-10-01',
          certificateNo: 'J320402-2001-000001',
        },
      ],
    });
    city.furnish('enterprises.json', {
      enterprises: [{ name: company.name, creditCode: company.idNumber, status: 'revoked' }],
    });
  });

  const identity = (name: string, idNumber: string) =>
    callService(city.exchange, 'police', 'check-identity', { ...context, name, idNumber }, context);

  test('the police know who is who', async () => {
    expect(await identity(buyer.name, buyer.idNumber)).toMatchObject({
      data: { result: 'match', resultText: '一致', status: 'normal' },
    });
    expect(await identity(seller.name, buyer.idNumber)).toMatchObject({
      data: { result: 'mismatch', resultText: '不一致' },
    });
    expect(await identity(buyer.name, makeIdNumber('320402', '1905-03-07', 500))).toMatchObject({
      data: { result: 'not-found' },
    });
    expect(await identity(wife.name, wife.idNumber)).toMatchObject({
      data: { result: 'match', status: 'deceased' },
    });
    expect((await peerStatus(city.exchange)).find((peer) => peer.code === 'police')).toMatchObject({
      stateTitle: '正常',
      successRate: 1,
    });
  });

  test('civil affairs know who is married to whom', async () => {
    const ask = (person: typeof buyer, spouse?: typeof buyer) =>
      callService(
        city.exchange,
        'civil',
        'check-marriage',
        {
          ...context,
          name: person.name,
          idNumber: person.idNumber,
          ...(spouse ? { spouse: { name: spouse.name, idNumber: spouse.idNumber } } : {}),
        },
        context,
      );
    expect(await ask(buyer)).toMatchObject({ data: { result: 'match', status: 'single' } });
    expect(await ask(seller)).toMatchObject({
      data: { result: 'match', status: 'married', spouse: { name: wife.name }, registeredOn: '2001-10-01' },
    });
    expect(await ask(seller, wife)).toMatchObject({ data: { result: 'match', resultText: '双方为夫妻' } });
    expect(await ask(seller, buyer)).toMatchObject({ data: { result: 'mismatch' } });
    expect(await ask({ ...buyer, name: '别人' })).toMatchObject({ data: { result: 'mismatch' } });
  });

  test('the market regulator knows enterprises and their state', async () => {
    const ask = (name: string) =>
      callService(
        city.exchange,
        'market',
        'check-enterprise',
        { ...context, name, creditCode: company.idNumber },
        context,
      );
    expect(await ask(company.name)).toMatchObject({
      data: { result: 'match', enterprise: { status: 'revoked' } },
    });
    expect(await ask('另一公司')).toMatchObject({ data: { result: 'mismatch' } });
  });

  test('licences come from their issuers, and show when they are no longer valid', async () => {
    const about = (person: typeof buyer) => ({ ...context, name: person.name, idNumber: person.idNumber });
    expect(await callService(city.exchange, 'police', 'licences', about(buyer), context)).toMatchObject({
      data: {
        licences: [
          { title: '居民身份证', status: 'valid', fields: { 姓名: buyer.name, 出生: '1905-03-07' } },
        ],
      },
    });
    expect(await callService(city.exchange, 'civil', 'licences', about(seller), context)).toMatchObject({
      data: { licences: [{ title: '结婚证', licenceNo: 'J320402-2001-000001' }] },
    });
    expect(await callService(city.exchange, 'market', 'licences', about(company), context)).toMatchObject({
      data: { licences: [{ title: '营业执照', status: 'revoked' }] },
    });
  });

  describe('contract filing', () => {
    const body = {
      kind: 'resale' as const,
      unitCode,
      sellers: [seller],
      buyers: [buyer],
      price: 200_000_000,
      area: '120',
      signedOn: '2026-03-01',
    };
    const find = (asked: { contractNo: string } | { unitCode: string }) =>
      callService(city.exchange, 'housing', 'find-contract', { ...context, ...asked }, context);
    const fileContract = (unit: string) =>
      callService(
        city.exchange,
        'housing',
        'file-contract',
        { ...context, ...body, unitCode: unit },
        context,
      );

    test('a contract is found by its number and by its unit, and a unit is sold once', async () => {
      const filed = await fileContract('320402001001GB00001F00010002');
      if (filed.outcome !== 'answered') throw new Error(filed.text);
      expect(await find({ contractNo: filed.data.contractNo })).toMatchObject({
        data: { contracts: [{ price: 200_000_000, status: 'filed' }] },
      });
      expect(await find({ unitCode: filed.data.unitCode })).toMatchObject({
        data: { contracts: [{ contractNo: filed.data.contractNo }] },
      });
      expect(await fileContract('320402001001GB00001F00010002')).toMatchObject({
        refusal: { code: 'UNIT_ALREADY_CONTRACTED' },
      });
      await callService(
        city.exchange,
        'housing',
        'cancel-contract',
        { ...context, contractNo: filed.data.contractNo },
        context,
      );
      expect(await fileContract('320402001001GB00001F00010002')).toMatchObject({ outcome: 'answered' });
    });

    test('at the counter any bargain can be filed, the newest wins, and a fault names the field', async () => {
      const first = await city.counter('housing', 'contracts', {
        unitCode,
        sellers: [seller],
        buyers: [buyer],
      });
      const second = await city.counter('housing', 'contracts', {
        unitCode,
        sellers: [seller],
        buyers: [wife],
        price: 1,
      });
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(await find({ unitCode })).toMatchObject({ data: { contracts: [{ buyers: [wife], price: 1 }] } });
      expect(await city.counter('housing', 'contracts', { unitCode, buyers: [buyer] })).toMatchObject({
        status: 400,
      });
    });

    test('furnished contracts are there', async () => {
      city.furnish('contracts.json', {
        contracts: [{ contractNo: 'WQ2026FURNISHED', ...body, unitCode: '320402001001GB00001F00010003' }],
      });
      expect(await find({ contractNo: 'WQ2026FURNISHED' })).toMatchObject({
        data: { contracts: [{ status: 'filed', area: '120' }] },
      });
    });
  });

  test('finance issues one bill for an order and can void it', async () => {
    const order = {
      ...context,
      caseNo: 'DJ-1',
      orderNo: 'O-1',
      payer: buyer.name,
      items: [{ code: '103042701', title: '不动产登记费', amount: 8_000 }],
      total: 8_000,
    };
    const issue = () => callService(city.exchange, 'finance', 'issue-bill', order, context);
    const bill = await issue();
    if (bill.outcome !== 'answered') throw new Error(bill.text);
    expect(await issue()).toMatchObject({ data: { billNo: bill.data.billNo } });
    const voided = { ...context, billNo: bill.data.billNo, reason: '退费' };
    expect(await callService(city.exchange, 'finance', 'void-bill', voided, context)).toMatchObject({
      outcome: 'answered',
    });
    expect(await issue()).not.toMatchObject({ data: { billNo: bill.data.billNo } });
    expect(
      await callService(city.exchange, 'finance', 'issue-bill', { ...order, total: 1 }, context),
    ).toMatchObject({ refusal: { code: 'TOTAL_MISMATCH' } });
  });
});
