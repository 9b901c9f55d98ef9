import { type CallOutcome, callService, deliverDue, enqueue, findMessages } from '@hengchan/exchange';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../index.ts';
import { type City, openCity } from '../testing/city.ts';
import { buyer, office, unitCode } from '../testing/people.ts';

const context = { office, caseNo: 'DJ-1' };

describe('faults on demand', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity({ departments: ['police', 'power'], patienceMs: 300 });
  });
  afterAll(() => city.close());
  beforeEach(() => {
    city.outside.fault('police', { kind: 'none' });
    city.outside.fault('power', { kind: 'none' });
    city.clock.advance(60_000);
  });

  const ask = (): Promise<CallOutcome<unknown>> =>
    callService(
      city.exchange,
      'police',
      'check-identity',
      { ...context, name: buyer.name, idNumber: buyer.idNumber },
      context,
    );

  test.each<[Fault, string]>([
    [{ kind: 'half-open' }, 'timeout'],
    [{ kind: 'slow', ms: 1_000 }, 'timeout'],
    [{ kind: 'error' }, 'server-error'],
    [{ kind: 'wrong-answer' }, 'bad-answer'],
    [{ kind: 'bad-signature' }, 'bad-signature'],
    [{ kind: 'lost-answer' }, 'unreachable'],
  ])('%j makes the check 未核验, and once it is over the department answers again', async (fault, reason) => {
    city.outside.fault('police', fault);
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason });
    city.outside.fault('police', { kind: 'none' });
    expect(await ask()).toMatchObject({ outcome: 'answered', data: { result: 'match' } });
  });

  test('a fault for one request is overcome by the second attempt', async () => {
    city.outside.fault('police', { kind: 'half-open', times: 1 });
    expect(await ask()).toMatchObject({ outcome: 'answered' });
  });

  test('a fault may be for one operation only', async () => {
    city.outside.fault('police', { kind: 'error', operation: 'notice' });
    expect(await ask()).toMatchObject({ outcome: 'answered' });
  });

  test('faults are ordered at the control port, and nonsense is refused', async () => {
    expect(await city.control('/faults', { department: 'police', kind: 'slow', ms: 5, times: 2 })).toEqual({
      status: 200,
      body: [{ kind: 'slow', ms: 5, times: 2 }],
    });
    expect(await city.control('/faults')).toMatchObject({ body: { police: [{ kind: 'slow' }], power: [] } });
    expect((await city.control('/faults', { department: 'police', kind: 'earthquake' })).status).toBe(400);
    expect((await city.control('/faults', { department: 'nobody', kind: 'slow' })).status).toBe(404);
    expect(await city.control('/departments')).toMatchObject({
      body: [{ code: 'police' }, { code: 'power' }],
    });
  });

  test('a notice whose answer was lost is told again and kept once', async () => {
    city.outside.fault('power', { kind: 'lost-answer', times: 2 });
    const notice = {
      office,
      caseNo: 'DJ-1',
      noticeNo: 'TZ-1',
      kind: 'registered',
      business: { code: 'resale', title: '存量房转移登记' },
      registeredAt: '2026-03-02T01:00:00.000Z',
      units: [{ unitCode }],
    };
    await city.platform.database.transaction().execute((trx) =>
      enqueue(city.exchange, trx, {
        ...context,
        peer: 'power',
        operation: 'notice',
        messageNo: 'TZ-1',
        payload: notice,
      }),
    );
    for (let round = 0; round < 3; round++) {
      await deliverDue(city.exchange);
      city.clock.advance(60_000);
    }
    expect(await findMessages(city.exchange)).toMatchObject([{ status: 'delivered', attempts: 3 }]);
    expect((await city.control('/power/notices')).body).toMatchObject([
      { noticeNo: 'TZ-1', receiptNo: 'POWER-00000001' },
    ]);
  });

  test('departments follow a clock that was moved', async () => {
    city.clock.set(new Date('2031-01-01T00:00:00.000Z'));
    expect(await ask()).toMatchObject({ data: { checkedAt: expect.stringMatching(/^2031-01-01T00:00/) } });
    city.clock.set(new Date('2026-03-02T03:00:00.000Z'));
    expect(await ask()).toMatchObject({ data: { checkedAt: expect.stringMatching(/^2026-03-02T03:00/) } });
  });
});

test('a department with a clock of its own refuses messages from another time', async () => {
  const city = await openCity({ departments: ['police'], clock: 'own' });
  try {
    city.clock.set(new Date('2031-01-01T00:00:00.000Z'));
    const outcome = await callService(
      city.exchange,
      'police',
      'check-identity',
      { ...context, name: buyer.name, idNumber: buyer.idNumber },
      context,
    );
    expect(outcome).toMatchObject({ outcome: 'unavailable', reason: 'clock-skew' });
  } finally {
    await city.close();
  }
});
