import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverDue } from './deliver.ts';
import { fixedDirectory } from './directory.ts';
import { enqueue } from './enqueue.ts';
import { readEnvelope } from './envelope.ts';
import { tables } from './exchange.ts';
import { onAbandoned, onDelivered } from './handlers.ts';
import { findMessages, redeliver } from './ledger.ts';
import { testExchange } from './testing/exchange.ts';
import { scriptedPeer, signed } from './testing/scripted-peer.ts';

const office = '320402';
const noticeOf = (caseNo: string, noticeNo: string) => ({
  office,
  caseNo,
  noticeNo,
  kind: 'registered',
  business: { code: 'resale', title: '存量房转移登记' },
  registeredAt: '2026-03-02T01:00:00.000Z',
  units: [{ unitCode: '320402001001GB00001F00010001' }],
  to: [{ name: '陈某甲', idType: '1', idNumber: '320402190503070123' }],
});
const receipt = { received: true, receiptNo: 'R-1' };

describe('outbox', () => {
  let now = () => new Date();
  const power = scriptedPeer('power', () => now());
  let open: Awaited<ReturnType<typeof testExchange>>;
  const delivered: string[] = [];
  const abandoned: string[] = [];
  let reactionFails = false;

  const put = (messageNo: string, caseNo = messageNo, peer: 'power' | 'water' = 'power') =>
    open.platform.database.transaction().execute((trx) =>
      enqueue(open.exchange, trx, {
        office,
        peer,
        operation: 'notice',
        messageNo,
        caseNo,
        payload: noticeOf(caseNo, messageNo),
      }),
    );
  const statusOf = async (messageNo: string) =>
    (await findMessages(open.exchange, { limit: 200 })).find((message) => message.message_no === messageNo);

  beforeAll(async () => {
    open = await testExchange(power.http, {
      peers: fixedDirectory([power.peer]),
      circuit: { failuresToOpen: 3, restMs: 60_000, longestRestMs: 60_000 },
      backoff: { firstMs: 1_000, longestMs: 4_000, attempts: 4 },
    });
    now = open.clock.now;
    onDelivered(open.exchange, 'power', 'notice', async (_trx, message) => {
      if (reactionFails) throw new Error('reaction failed');
      delivered.push(`${message.messageNo} ${message.payload.noticeNo} ${message.answer.receiptNo}`);
    });
    onAbandoned(open.exchange, 'power', 'notice', async (_trx, message) => {
      abandoned.push(`${message.messageNo} ${message.reason}`);
    });
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    await open.database.asOwner((owner) =>
      sql`TRUNCATE exchange.message, exchange.peer_state`.execute(owner),
    );
    for (const list of [power.requests, delivered, abandoned]) list.length = 0;
    open.clock.advance(3_600_000);
    reactionFails = false;
  });

  test('what is enqueued in a transaction that fails is never sent', async () => {
    const failing = open.platform.database.transaction().execute(async (trx) => {
      await enqueue(open.exchange, trx, {
        office,
        peer: 'power',
        operation: 'notice',
        messageNo: 'N-0',
        payload: noticeOf('C', 'N-0'),
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await deliverDue(open.exchange)).toMatchObject({ claimed: 0 });
  });

  test('delivers once and tells the room that wrote it', async () => {
    power.play({ answer: receipt });
    await put('N-1');
    expect(await deliverDue(open.exchange)).toEqual({ claimed: 1, delivered: 1, failed: 0, dead: 0 });
    expect(await deliverDue(open.exchange)).toMatchObject({ claimed: 0 });
    expect(delivered).toEqual(['N-1 N-1 R-1']);
    expect(await statusOf('N-1')).toMatchObject({
      status: 'delivered',
      attempts: 1,
      summary: '业务号 N-1，通知 N-1',
    });
  });

  test('the payload is sealed at rest', async () => {
    await put('N-1');
    const rows = await tables(open.platform.database).selectFrom('exchange.message').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/陈某甲|320402190503070123/);
  });

  test('saying the same twice says it once; the same number for something else throws', async () => {
    power.play({ answer: receipt });
    await put('N-1');
    await put('N-1');
    await expect(put('N-1', 'another case')).rejects.toThrow(/used for something else/);
    await deliverDue(open.exchange);
    expect(power.requests).toHaveLength(1);
  });

  test('waits longer after each failure and gives up after the last', async () => {
    power.play({ answer: { code: 'BUSY' }, status: 503 });
    await put('N-1');
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await open.database.asOwner((owner) => sql`TRUNCATE exchange.peer_state`.execute(owner));
      await deliverDue(open.exchange);
      const message = await statusOf('N-1');
      waits.push((message?.next_attempt_at.getTime() ?? 0) - open.clock.now().getTime());
      open.clock.set(message?.next_attempt_at);
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(800);
    expect(second).toBeGreaterThanOrEqual(1_600);
    expect(third).toBeGreaterThanOrEqual(3_200);
    expect(await statusOf('N-1')).toMatchObject({
      status: 'dead',
      attempts: 4,
      last_reason: '未核验：该部门接口报错',
    });
    expect(abandoned).toEqual(['N-1 server-error']);
    expect(await deliverDue(open.exchange)).toMatchObject({ claimed: 0 });
  });

  test('a refused message is given up at once, and can be sent again under its number', async () => {
    power.play({ answer: { code: 'BAD', title: '字段超长' }, status: 400 });
    await put('N-1');
    expect(await deliverDue(open.exchange)).toMatchObject({ dead: 1 });
    const message = await statusOf('N-1');
    expect(message).toMatchObject({ status: 'dead', last_reason: '未核验：该部门拒绝了请求（字段超长）' });
    power.play({ answer: receipt });
    await redeliver(open.exchange, office, message?.id ?? '');
    expect(await deliverDue(open.exchange)).toMatchObject({ delivered: 1 });
    expect(new Set(power.requests.map((request) => request.envelope.message))).toEqual(new Set(['N-1']));
    await expect(redeliver(open.exchange, office, message?.id ?? '')).rejects.toMatchObject({
      code: 'MESSAGE_NOT_REPEATABLE',
    });
  });

  test("an outage uses up nobody's patience: what was not sent has cost no attempt", async () => {
    power.play({ fail: 'unreachable' });
    for (let index = 0; index < 6; index++) await put(`N-${index}`);
    await deliverDue(open.exchange);
    expect(power.requests).toHaveLength(3);
    const attempts = (await findMessages(open.exchange)).map((message) => message.attempts).sort();
    expect(attempts).toEqual([0, 0, 0, 1, 1, 1]);
    open.clock.advance(10_000);
    expect(await deliverDue(open.exchange)).toMatchObject({ claimed: 0 });
    open.clock.advance(60_000);
    power.play({ answer: receipt });
    await deliverDue(open.exchange);
    open.clock.advance(60_000);
    await deliverDue(open.exchange);
    expect((await findMessages(open.exchange)).map((message) => message.status)).toEqual(
      Array(6).fill('delivered'),
    );
  });

  test('messages of one case to one department keep their order, other cases pass by', async () => {
    await put('A-1', 'A');
    await put('A-2', 'A');
    await put('B-1', 'B');
    power.play({ answer: { code: 'BUSY' }, status: 503 }, { answer: receipt });
    await deliverDue(open.exchange);
    expect(power.requests.map((request) => request.envelope.message)).toEqual(['A-1', 'B-1']);
    open.clock.advance(10_000);
    await deliverDue(open.exchange);
    await deliverDue(open.exchange);
    expect(power.requests.map((request) => request.envelope.message)).toEqual(['A-1', 'B-1', 'A-1', 'A-2']);
  });

  test('two servers never deliver the same message at the same time', async () => {
    power.play({ answer: receipt });
    for (let index = 0; index < 20; index++) await put(`N-${index}`);
    const reports = await Promise.all([
      deliverDue(open.exchange),
      deliverDue(open.exchange),
      deliverDue(open.exchange),
    ]);
    expect(reports.reduce((sum, report) => sum + report.delivered, 0)).toBe(20);
    expect(power.requests).toHaveLength(20);
  });

  test('claims no more than it was told to', async () => {
    power.play({ answer: receipt });
    for (let index = 0; index < 9; index++) await put(`N-${index}`);
    expect(await deliverDue(open.exchange, { offices: ['320404'] })).toMatchObject({ claimed: 0 });
    expect(await deliverDue(open.exchange, { offices: [office], limit: 4 })).toMatchObject({ delivered: 4 });
    expect(await deliverDue(open.exchange, { limit: 4 })).toMatchObject({ claimed: 4, delivered: 4 });
  });

  test('what a dead server had claimed is delivered by another when the lease is over', async () => {
    await put('N-1');
    await tables(open.platform.database)
      .updateTable('exchange.message')
      .set({ claim: 'a server that died', claimed_until: new Date(open.clock.now().getTime() + 120_000) })
      .execute();
    power.play({ answer: receipt });
    expect(await deliverDue(open.exchange)).toMatchObject({ claimed: 0 });
    open.clock.advance(120_000);
    expect(await deliverDue(open.exchange)).toMatchObject({ delivered: 1 });
  });

  test('when our reaction fails the department is asked again and the message is not lost', async () => {
    power.play({ answer: receipt });
    reactionFails = true;
    await put('N-1');
    expect(await deliverDue(open.exchange)).toMatchObject({ failed: 1 });
    reactionFails = false;
    open.clock.advance(10_000);
    expect(await deliverDue(open.exchange)).toMatchObject({ delivered: 1 });
    expect(delivered).toHaveLength(1);
  });

  test('nothing is called inside a transaction', async () => {
    await put('N-1');
    power.play({
      raw: (request) => {
        const envelope = readEnvelope(request.headers ?? {});
        if (!envelope) throw new Error('no envelope');
        return signed(
          'power',
          power.key,
          open.clock.now(),
          new URL(request.url).pathname,
          envelope,
          200,
          receipt,
        );
      },
    });
    let openDuringCall = -1;
    const { http } = open.platform;
    open.exchange.platform.http = {
      request: async (request) => {
        const { rows } = await sql<{ count: number }>`
          SELECT count(*) AS count FROM pg_locks
          WHERE relation = 'exchange.message'::regclass AND pid <> pg_backend_pid()`.execute(
          open.platform.database,
        );
        openDuringCall = Number(rows[0]?.count);
        return http.request(request);
      },
    };
    await deliverDue(open.exchange);
    open.exchange.platform.http = http;
    expect(openDuringCall).toBe(0);
  });

  test('exactly once in effect, whatever the network does', { timeout: 120_000 }, async () => {
    const trouble = fc.constantFrom('ok', 'lost-request', 'lost-answer', 'error', 'crash-before-record');
    const patience = open.exchange.backoff;
    open.exchange.backoff = { ...patience, attempts: 1_000 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(trouble, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (troubles, count) => {
          await open.database.asOwner((owner) =>
            sql`TRUNCATE exchange.message, exchange.peer_state`.execute(owner),
          );
          delivered.length = 0;
          const effects: string[] = [];
          const script = [...troubles];
          let crashed = false;
          power.play({
            raw: (request) => {
              const envelope = readEnvelope(request.headers ?? {});
              if (!envelope) throw new Error('no envelope');
              const what = script.shift() ?? 'ok';
              if (what === 'lost-request') throw new DOMException('late', 'TimeoutError');
              const failing = what === 'error';
              // A conforming department: the number decides whether it is new.
              if (!failing && !effects.includes(envelope.message)) effects.push(envelope.message);
              if (what === 'lost-answer') throw new DOMException('late', 'TimeoutError');
              if (what === 'crash-before-record') crashed = true;
              const path = new URL(request.url).pathname;
              return signed(
                'power',
                power.key,
                open.clock.now(),
                path,
                envelope,
                failing ? 500 : 200,
                failing ? {} : receipt,
              );
            },
          });
          for (let index = 0; index < count; index++)
            await put(`E-${index}`, index % 2 ? 'same case' : `case ${index}`);
          for (let round = 0; round < 60; round++) {
            reactionFails = false;
            crashed = false;
            const report = await deliverDue(open.exchange, { limit: 1 });
            if (crashed && report.delivered > 0) {
              // The process died after the answer and before its record: undo the record as the crash would have.
              await tables(open.platform.database)
                .updateTable('exchange.message')
                .set({ status: 'failed', delivered_at: null })
                .where('message_no', '=', power.requests.at(-1)?.envelope.message ?? '')
                .execute();
              delivered.pop();
            }
            open.clock.advance(70_000);
          }
          expect(effects.sort()).toEqual(Array.from({ length: count }, (_, index) => `E-${index}`));
          const statuses = (await findMessages(open.exchange)).map((message) => message.status);
          expect(statuses).toEqual(Array(count).fill('delivered'));
          expect(delivered).toHaveLength(count);
          expect(new Set(delivered).size).toBe(delivered.length);
        },
      ),
      { numRuns: 12 },
    );
    open.exchange.backoff = patience;
  });
});
