import { sm2KeyPair } from '@hengchan/standards/crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetNonces } from './deliver.ts';
import { fixedDirectory } from './directory.ts';
import { type Envelope, readEnvelope, signEnvelope, verifyEnvelope } from './envelope.ts';
import { errors as platformErrors } from './errors.ts';
import { tables } from './exchange.ts';
import { onIncoming } from './handlers.ts';
import { findCalls } from './ledger.ts';
import { incomingPath, receive } from './receive.ts';
import { testExchange } from './testing/exchange.ts';

const bankKey = sm2KeyPair(Buffer.alloc(48, 3));
const courtKey = sm2KeyPair(Buffer.alloc(48, 4));
const office = '320402';
const execution = {
  office,
  documentNo: '（2026）演示执字第1号',
  rulingNo: '（2026）演示执字第1号之一',
  kind: 'seize',
  authority: '演示市人民法院',
  unitCode: '320402001001GB00001F00010001',
  respondents: [{ name: '陈某甲', idType: '1', idNumber: '320402190503070123' }],
  from: '2026-03-02',
  officers: [{ name: '执行员甲', workPermitNo: 'YS1' }],
};

describe('incoming messages', () => {
  let open: Awaited<ReturnType<typeof testExchange>>;
  let nonces = 0;
  let behaviour: 'work' | 'refuse' | 'break' = 'work';

  beforeAll(async () => {
    const peers = [
      { code: 'court', url: 'http://court.test', publicKey: courtKey.publicKey },
      { code: 'bank', url: 'http://bank.test', publicKey: bankKey.publicKey },
    ];
    open = await testExchange(
      { request: () => Promise.reject(new Error('nothing may be called')) },
      { peers: fixedDirectory(peers) },
    );
    await open.database.asOwner((owner) =>
      sql`CREATE TABLE exchange.effect_of_test (at bigint GENERATED ALWAYS AS IDENTITY, document text)`.execute(
        owner,
      ),
    );
    await open.database.asOwner((owner) =>
      sql`GRANT SELECT, INSERT ON exchange.effect_of_test TO hengchan_app`.execute(owner),
    );
    onIncoming(open.exchange, 'court', 'execute', async (trx, payload, from) => {
      await sql`INSERT INTO exchange.effect_of_test (document) VALUES (${`${payload.documentNo} ${from.messageNo}`})`.execute(
        trx,
      );
      if (behaviour === 'refuse') throw platformErrors.BAD_MESSAGE({ detail: '单元不存在' });
      if (behaviour === 'break') throw new Error('a fault of ours');
      return { caseNo: `CF-${payload.documentNo.length}` };
    });
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    behaviour = 'work';
    await open.database.asOwner((owner) =>
      sql`TRUNCATE exchange.effect_of_test, exchange.inbox, exchange.nonce`.execute(owner),
    );
  });

  const effects = async () =>
    (
      await sql<{ document: string }>`SELECT document FROM exchange.effect_of_test`.execute(
        open.platform.database,
      )
    ).rows.map((row) => row.document);

  interface Sending {
    peer?: string;
    operation?: string;
    message?: string;
    body?: string;
    key?: typeof courtKey;
    envelope?: Partial<Envelope>;
    path?: string;
  }
  function send({
    peer = 'court',
    operation = 'execute',
    message = 'M-1',
    key = courtKey,
    envelope = {},
    ...rest
  }: Sending = {}) {
    const body = Buffer.from(rest.body ?? JSON.stringify(execution), 'utf8');
    nonces += 1;
    const stamp = {
      peer,
      message,
      time: open.clock.now().toISOString(),
      nonce: `nonce-${String(nonces).padStart(20, '0')}`,
      ...envelope,
    };
    const headers = signEnvelope('POST', rest.path ?? incomingPath(peer, operation), stamp, body, key);
    return { stamp, answer: receive(open.exchange, peer, operation, headers, body) };
  }
  const codeOf = async (sending: ReturnType<typeof send>) => {
    const answer = await sending.answer;
    return `${answer.status} ${(JSON.parse(answer.body) as { code?: string }).code ?? ''}`.trim();
  };

  test('runs the handler, keeps the answer and signs it', async () => {
    const { stamp, answer } = send();
    const { status, headers, body } = await answer;
    expect([status, JSON.parse(body)]).toEqual([200, { caseNo: `CF-${execution.documentNo.length}` }]);
    expect(await effects()).toEqual([`${execution.documentNo} M-1`]);
    const returned = readEnvelope(headers);
    expect(returned).toMatchObject({ peer: 'hengchan', message: 'M-1', nonce: stamp.nonce });
    const { publicKey } = open.exchange.own;
    const path = incomingPath('court', 'execute');
    expect(returned && verifyEnvelope('ANSWER 200', path, returned, Buffer.from(body), publicKey)).toBe(true);
    expect(returned && verifyEnvelope('ANSWER 409', path, returned, Buffer.from(body), publicKey)).toBe(
      false,
    );
  });

  test('the same message again gets the same answer and has no second effect', async () => {
    const first = await send().answer;
    open.clock.advance(1);
    const second = await send().answer;
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(await effects()).toHaveLength(1);
    expect((await findCalls(open.exchange, { peer: 'court', limit: 2 })).map((call) => call.outcome)).toEqual(
      ['repeated', 'answered'],
    );
  });

  test('copies arriving together have one effect', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send().answer));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1);
    expect(await effects()).toHaveLength(1);
  });

  test('the same number for other content is refused', async () => {
    await send().answer;
    expect(await codeOf(send({ body: JSON.stringify({ ...execution, kind: 'release' }) }))).toBe(
      '409 MESSAGE_NUMBER_REUSED',
    );
    expect(await effects()).toHaveLength(1);
  });

  test.each<[string, Sending, string]>([
    ['a stranger', { peer: 'stranger' }, '401 UNKNOWN_PEER'],
    ['one department speaking for another', { key: bankKey }, '401 BAD_SIGNATURE'],
    ['a header that names another department', { envelope: { peer: 'bank' } }, '401 UNKNOWN_PEER'],
    ['a signature over another path', { path: incomingPath('court', 'other') }, '401 BAD_SIGNATURE'],
    ['a message from long ago', { envelope: { time: '2026-03-02T00:54:59.000Z' } }, '401 CLOCK_SKEW'],
    ['a message from the future', { envelope: { time: '2026-03-02T01:05:01.000Z' } }, '401 CLOCK_SKEW'],
    ['an operation that is not theirs to call', { operation: 'receipt' }, '404 UNKNOWN_OPERATION'],
    ['an operation nobody defined', { operation: 'constructor' }, '404 UNKNOWN_OPERATION'],
    ['something that is not JSON', { body: '{' }, '400 BAD_MESSAGE'],
    [
      'content that breaks the protocol',
      { body: JSON.stringify({ ...execution, from: 'today' }) },
      '400 BAD_MESSAGE',
    ],
    ['a missing header', { envelope: { nonce: '' } }, '400 ENVELOPE_INCOMPLETE'],
  ])('%s is refused and changes nothing', async (_what, sending, expected) => {
    open.clock.set(new Date('2026-03-02T01:00:00.000Z'));
    expect(await codeOf(send(sending))).toBe(expected);
    expect(await effects()).toEqual([]);
    const kept = await tables(open.platform.database).selectFrom('exchange.inbox').selectAll().execute();
    expect(kept).toEqual([]);
  });

  test('the field at fault is named', async () => {
    const answer = await send({ body: JSON.stringify({ ...execution, from: 'today' }) }).answer;
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ path: '/from' }] });
  });

  test('a recorded message played again is refused', async () => {
    const { stamp, answer } = send();
    await answer;
    expect(await codeOf(send({ envelope: { nonce: stamp.nonce } }))).toBe('401 NONCE_REUSED');
  });

  test('nonces are forgotten only when the time window refuses them anyway', async () => {
    const { answer } = send();
    await answer;
    const count = async () =>
      (await tables(open.platform.database).selectFrom('exchange.nonce').selectAll().execute()).length;
    open.clock.advance(10 * 60_000);
    await forgetNonces(open.exchange);
    expect(await count()).toBe(1);
    open.clock.advance(60 * 60_000);
    await forgetNonces(open.exchange);
    expect(await count()).toBe(0);
  });

  test('a refusal by the handler leaves no trace, so that the department may try again', async () => {
    behaviour = 'refuse';
    expect(await codeOf(send())).toBe('400 BAD_MESSAGE');
    expect(await effects()).toEqual([]);
    behaviour = 'work';
    expect((await send().answer).status).toBe(200);
    expect(await effects()).toHaveLength(1);
  });

  test('a fault of ours is a signed 500 that says nothing about us', async () => {
    behaviour = 'break';
    const { status, headers, body } = await send().answer;
    expect(status).toBe(500);
    expect(body).not.toContain('a fault of ours');
    expect(readEnvelope(headers)).toBeDefined();
  });

  test('an operation nobody handles yet asks the department to come back later', async () => {
    const body = JSON.stringify({ office, caseNo: 'C', declarationNo: 'D', receiptNos: [], reason: '退税' });
    open.exchange.peers = fixedDirectory([
      ...open.exchange.peers.list(),
      { code: 'tax', url: 'http://tax.test', publicKey: bankKey.publicKey },
    ]);
    expect(await codeOf(send({ peer: 'tax', operation: 'voided', key: bankKey, body }))).toBe(
      '503 NOT_HANDLED',
    );
  });

  test('the log holds no identity number in the clear', async () => {
    await send().answer;
    const rows = await tables(open.platform.database).selectFrom('exchange.call').selectAll().execute();
    const inbox = await tables(open.platform.database).selectFrom('exchange.inbox').selectAll().execute();
    expect(JSON.stringify([rows, inbox])).not.toMatch(/320402190503070123|陈某甲/);
  });

  test('however messages are repeated and mixed, each has its effect once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 10 }),
        async (numbers) => {
          await open.database.asOwner((owner) =>
            sql`TRUNCATE exchange.effect_of_test, exchange.inbox, exchange.nonce`.execute(owner),
          );
          const answers = await Promise.all(numbers.map((number) => send({ message: `M-${number}` }).answer));
          expect(answers.every((answer) => answer.status === 200)).toBe(true);
          const distinct = [...new Set(numbers)]
            .map((number) => `${execution.documentNo} M-${number}`)
            .sort();
          expect((await effects()).sort()).toEqual(distinct);
        },
      ),
      { numRuns: 10 },
    );
  });
});
