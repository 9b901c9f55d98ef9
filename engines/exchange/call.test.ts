import { sm2KeyPair } from '@hengchan/standards/crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callService } from './call.ts';
import { fixedDirectory } from './directory.ts';
import { readEnvelope } from './envelope.ts';
import { tables } from './exchange.ts';
import { openCall } from './ledger.ts';
import { peerStatus } from './status.ts';
import { testExchange } from './testing/exchange.ts';
import { scriptedPeer, signed } from './testing/scripted-peer.ts';

const idNumber = '320402190503070123';
const payload = { office: '320402', caseNo: 'DJ-1', name: '陈某甲', idNumber };
const context = { office: '320402', caseNo: 'DJ-1' };
const match = {
  result: 'match',
  resultText: '一致',
  status: 'normal',
  reference: 'GA1',
  checkedAt: '2026-03-02T01:00:00.000Z',
};

describe('callService', () => {
  let now = () => new Date();
  const police = scriptedPeer('police', () => now());
  let open: Awaited<ReturnType<typeof testExchange>>;
  const ask = (messageNo?: string) =>
    callService(open.exchange, 'police', 'check-identity', payload, {
      ...context,
      ...(messageNo ? { messageNo } : {}),
    });
  const logged = () =>
    tables(open.platform.database).selectFrom('exchange.call').selectAll().orderBy('id').execute();

  beforeAll(async () => {
    open = await testExchange(police.http, {
      peers: fixedDirectory([police.peer]),
      circuit: { failuresToOpen: 4, restMs: 10_000 },
    });
    now = open.clock.now;
  });
  afterAll(() => open.close());
  beforeEach(() => {
    police.requests.length = 0;
    // Past any rest the test before may have caused, and reset by one good answer where a test needs it.
    open.clock.advance(600_000);
  });

  async function healthy() {
    police.play({ answer: match });
    expect(await ask()).toMatchObject({ outcome: 'answered' });
    police.requests.length = 0;
  }

  test('returns the signed answer and logs it without naming anybody', async () => {
    police.play({ answer: match });
    expect(await ask('Q-1')).toEqual({ outcome: 'answered', data: match });
    expect(police.requests).toMatchObject([
      {
        url: 'http://police.test/police/check-identity',
        body: payload,
        envelope: { peer: 'hengchan', message: 'Q-1' },
      },
    ]);
    const [row] = await logged();
    expect(row).toMatchObject({
      peer: 'police',
      outcome: 'answered',
      http_status: 200,
      case_no: 'DJ-1',
      message_no: 'Q-1',
    });
    expect(JSON.stringify(row)).not.toContain(idNumber);
    expect(row?.summary).toBe('业务号 DJ-1，陈**');
    expect(await openCall(open.exchange, '320402', row?.id ?? '')).toEqual({
      request: JSON.stringify(payload),
      answer: JSON.stringify(match),
    });
  });

  test('tries again after silence, under the same number and with a new nonce', async () => {
    await healthy();
    police.play({ fail: 'timeout' }, { answer: match });
    expect(await ask()).toMatchObject({ outcome: 'answered' });
    const [first, second] = police.requests;
    expect(second?.envelope.message).toBe(first?.envelope.message);
    expect(second?.envelope.nonce).not.toBe(first?.envelope.nonce);
  });

  test.each([
    ['timeout', { fail: 'timeout' as const }],
    ['unreachable', { fail: 'unreachable' as const }],
    ['server-error', { answer: { code: 'INTERNAL' }, status: 500 }],
    ['bad-answer', { answer: { result: 'certainly' } }],
    ['bad-answer', { answer: { ...match, result: 'matched' } }],
    ['refused', { answer: { code: 'BAD_MESSAGE', title: '报文内容不符合接口规范' }, status: 400 }],
  ])('%s is never passed', async (reason, step) => {
    await healthy();
    police.play(step);
    expect(await ask()).toMatchObject({
      outcome: 'unavailable',
      reason,
      text: expect.stringMatching(/^未核验：/),
    });
  });

  test('an answer signed by somebody else, for another request or altered on the way is not believed', async () => {
    await healthy();
    const stranger = sm2KeyPair(Buffer.alloc(48, 7));
    const forge = (key: typeof stranger, change: object, body?: string) => ({
      raw: (request: { url: string; headers?: Record<string, string> }) => {
        const envelope = readEnvelope(request.headers ?? {});
        if (!envelope) throw new Error('no envelope');
        const answer = signed(
          'police',
          key,
          open.clock.now(),
          new URL(request.url).pathname,
          { ...envelope, ...change },
          200,
          match,
        );
        return body === undefined ? answer : { ...answer, body: Buffer.from(body) };
      },
    });
    for (const step of [
      forge(stranger, {}),
      forge(police.key, { nonce: 'AAAAAAAAAAAAAAAAAAAAAAAA' }),
      forge(police.key, { message: 'another' }),
    ]) {
      police.play(step);
      expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'bad-signature' });
    }
    await healthy();
    police.play(forge(police.key, {}, JSON.stringify({ ...match, resultText: '一致！' })));
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'bad-signature' });
  });

  test('a proxy that answers 502 for a dead peer counts as silence', async () => {
    await healthy();
    police.play({ raw: () => ({ status: 502, headers: {}, body: Buffer.from('bad gateway') }) });
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'server-error' });
  });

  test('an old answer played back is refused', async () => {
    await healthy();
    police.play({
      raw: (request) => {
        const envelope = readEnvelope(request.headers ?? {});
        if (!envelope) throw new Error('no envelope');
        const late = new Date(open.clock.now().getTime() - 301_000);
        return signed('police', police.key, late, new URL(request.url).pathname, envelope, 200, match);
      },
    });
    expect(await ask()).toMatchObject({ outcome: 'unavailable', reason: 'clock-skew' });
  });

  test('after failures in a row nothing is sent until the rest is over; then one probe decides', async () => {
    await healthy();
    police.play({ fail: 'unreachable' });
    await ask();
    await ask();
    expect(police.requests).toHaveLength(4);
    expect(await ask()).toMatchObject({ reason: 'circuit-open' });
    expect(police.requests).toHaveLength(4);
    const stopped = (await peerStatus(open.exchange)).find((each) => each.code === 'police');
    expect(stopped).toMatchObject({ state: 'stopped', stateTitle: '已暂停调用', circuit: 'open' });

    open.clock.advance(10_000);
    police.play({ answer: match });
    expect(await ask()).toMatchObject({ outcome: 'answered' });
    const normal = (await peerStatus(open.exchange)).find((each) => each.code === 'police');
    expect(normal).toMatchObject({
      state: 'normal',
      circuit: 'closed',
      lastCall: { operation: 'check-identity', outcome: 'answered' },
    });
  });

  test('many callers at once open the circuit as surely as one', async () => {
    await healthy();
    police.play({ fail: 'timeout' });
    await Promise.all(Array.from({ length: 8 }, () => ask()));
    police.requests.length = 0;
    expect(await ask()).toMatchObject({ reason: 'circuit-open' });
    expect(police.requests).toHaveLength(0);
  });

  test('a refusal is an answer: it opens nothing', async () => {
    await healthy();
    police.play({ answer: { code: 'X', title: '拒绝' }, status: 422 });
    for (let round = 0; round < 6; round++)
      expect(await ask()).toMatchObject({ reason: 'refused', refusal: { code: 'X', status: 422 } });
  });

  test('a department without address is not asked', async () => {
    const outcome = await callService(
      open.exchange,
      'civil',
      'check-marriage',
      { office: '320402', name: '甲', idNumber },
      context,
    );
    expect(outcome).toEqual({
      outcome: 'unavailable',
      reason: 'not-configured',
      text: '未核验：尚未配置该部门的接口',
    });
    expect((await peerStatus(open.exchange)).find((each) => each.code === 'civil')).toMatchObject({
      configured: false,
      stateTitle: '未配置',
    });
  });

  test('a payload of ours that breaks the protocol is our fault and throws', async () => {
    await expect(
      callService(open.exchange, 'police', 'check-identity', { ...payload, office: '32' }, context),
    ).rejects.toThrow(/\/office/);
  });

  test('the log cannot be changed or shortened by the application', async () => {
    await healthy();
    const database = tables(open.platform.database);
    await expect(
      database.updateTable('exchange.call').set({ outcome: 'answered' }).execute(),
    ).rejects.toThrow(/permission denied/);
    await expect(database.deleteFrom('exchange.call').execute()).rejects.toThrow(/permission denied/);
  });
});
