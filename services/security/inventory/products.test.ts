import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNotices } from '../notices/notices.ts';
import { setParameters } from '../set-parameters.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { certifiedAlgorithms, remindCertificates } from './products.ts';

const guard = somebody('security-admin');
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const machine = {
  product: '示范服务器密码机',
  manufacturer: '示范密码科技公司',
  model: 'SJJ-0000',
  certificateNumber: 'GM000000000000001',
  issuedOn: '2022-02-01',
  validUntil: '2027-01-31',
  reason: '采购到货',
};
let keys = 0;
const enter = (payload: object, headers: object = {}, use = 'storage') =>
  server.app.inject({
    method: 'POST',
    url: `/api/security/cryptography/${use}/products`,
    headers: { ...server.as(guard), 'idempotency-key': `key-${++keys}`, ...headers },
    payload,
  });
const storage = async () => (await certifiedAlgorithms(server.security)).find(({ use }) => use === 'storage');
const told = async () => {
  await remindCertificates(server.security);
  await remindCertificates(server.security);
  const { items } = await listNotices(server.security, guard, { limit: 100 });
  return items.filter(({ kind }) => kind.startsWith('certificate-')).map(({ kind }) => kind);
};

test.each([
  [{ issuedOn: '2026-11-21' }, '/issuedOn', '发证日期：不能晚于今天'],
  [{ validUntil: '2022-01-31' }, '/validUntil', '有效期至：不能早于发证日期'],
  [{ validUntil: undefined }, '/validUntil', '须一并填写'],
  [{ certificateNumber: undefined }, '/certificateNumber', '须一并填写'],
  [{ issuedOn: '2026-02-30' }, '/issuedOn', '发证日期：应为日期'],
  [{ validUntil: '0000-01-01' }, '/validUntil', '有效期至：格式不正确'],
  [{ product: ' ' }, '/product', '产品名称：格式不正确'],
  [{ model: 'x'.repeat(101) }, '/model', '型号：不能超过 100 个字'],
])('%o is refused at its field', async (change, path, message) => {
  const answer = await enter({ ...machine, ...change });
  expect(answer.statusCode, answer.body).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json().errors).toEqual([{ path, message: expect.stringContaining(message) }]);
});

test('a product is entered and changed version by version, once for a key, by who saw the newest', async () => {
  expect(await storage()).toMatchObject({ state: 'none', version: 0, versions: [] });
  expect((await enter(machine, {}, 'no-such-use')).json().code).toBe('CRYPTOGRAPHY_USE_NOT_FOUND');
  const { certificateNumber, issuedOn, validUntil, ...uncertified } = machine;
  const first = await enter(uncertified, { 'if-match': '"0"', 'idempotency-key': 'same' });
  expect([first.statusCode, first.headers.etag, first.json()]).toEqual([
    201,
    '"1"',
    { use: 'storage', version: 1 },
  ]);
  await enter(uncertified, { 'if-match': '"0"', 'idempotency-key': 'same' });
  expect(await storage()).toMatchObject({ state: 'none', version: 1 });
  const late = await enter(machine, { 'if-match': '"0"' });
  expect([late.statusCode, late.json().code]).toEqual([412, 'STALE_VERSION']);
  const both = await Promise.all([1, 2].map(() => enter(machine, { 'if-match': '"1"' })));
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 412]);
  expect((await storage())?.versions).toMatchObject([
    { version: 2, certificateNumber, issuedOn, validUntil, reason: '采购到货', recordedBy: guard.name },
    { version: 1, product: machine.product },
  ]);
  const { rows } = await sql<{ version: number }>`
    SELECT (detail ->> 'version')::int AS version FROM platform.audit
    WHERE action = 'cryptography-product.record' AND subject = 'storage' ORDER BY 1`.execute(
    server.platform.database,
  );
  expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
});

test('what ends soon and what ended is told once each, until a new certificate is entered', async () => {
  expect(await storage()).toMatchObject({ state: 'valid' });
  expect(await told()).toEqual([]);
  await setParameters(server.security, guard, { warnCertificateDays: 90 });
  expect(await storage()).toMatchObject({ state: 'expiring' });
  expect(await told()).toEqual(['certificate-expiring']);
  // The last day itself still counts, by the calendar in China.
  server.platform.clock.set(new Date('2027-01-31T15:59:59Z'));
  expect(await storage()).toMatchObject({ state: 'expiring' });
  server.platform.clock.set(new Date('2027-01-31T16:00:00Z'));
  expect(await storage()).toMatchObject({ state: 'expired' });
  expect((await told()).sort()).toEqual(['certificate-expired', 'certificate-expiring']);
  await enter({ ...machine, issuedOn: '2027-01-30', validUntil: '2032-01-29', reason: '换证' });
  expect(await storage()).toMatchObject({ state: 'valid', version: 3 });
  expect(await told()).toHaveLength(2);
});
