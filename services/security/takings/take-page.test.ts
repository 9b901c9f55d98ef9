import { searchAudit } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consent } from '../testing/consents.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { takePage } from './take-page.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const clerk = somebody('acceptor');
const page = { page: '/desk/cases', title: '办件查询' };
const lines = async (action: string) =>
  (await searchAudit(server.platform, somebody('audit-admin'), { action })).items;

test('printing a page leaves a line and answers who and when', async () => {
  const { watermark } = await takePage(server.security, clerk, { kind: 'print', rows: 3, ...page });
  expect(watermark).toContain(`（${clerk.login}）2026-11-20T02:00:00.000Z 打印`);
  expect((await lines('page.print'))[0]).toMatchObject({
    login: clerk.login,
    subject: '/desk/cases',
    detail: { count: 3 },
  });
});

test('rows kept as a file leave a line, and many of them only with a consent', async () => {
  const take = (rows: number, approval?: string) =>
    takePage(server.security, clerk, { kind: 'table', rows, approval, ...page });
  expect((await take(50)).watermark).toMatch(/^办件查询导出：.*共 50 条/);
  await expect(take(1_001)).rejects.toMatchObject({ code: 'EXPORT_NEEDS_CONSENT' });
  const approval = await consent(server, clerk, 'bulk-export', 'page');
  expect((await take(1_001, approval)).watermark).toContain('共 1001 条');
  expect((await lines('page.export')).map(({ detail }) => detail)).toMatchObject([
    { count: 1_001 },
    { count: 50 },
  ]);
});

test('only staff take pages of the desk', async () => {
  const citizen = testActor({ kind: 'person' });
  await expect(takePage(server.security, citizen, { kind: 'print', rows: 0, ...page })).rejects.toMatchObject(
    { code: 'FORBIDDEN' },
  );
});
