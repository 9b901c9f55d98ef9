import { createAccount, systemActor } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { ensureReport, listReports, prepareReport, submitReport } from './reports.ts';

const guard = somebody('security-admin');

describe('the yearly report', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
    for (const [login, kind] of [
      ['one', 'person'],
      ['two', 'person'],
      ['three', 'staff'],
    ] as const)
      await createAccount(server.platform, systemActor, {
        login,
        password: 'Correct-Horse-9',
        name: '张三',
        kind,
      });
  });
  afterAll(() => server.close());

  test('is owed by itself, once a year, with the number of users who are not staff', async () => {
    await server.platform.jobs.drain();
    await ensureReport(server.security);
    const { registeredUsers, items } = await listReports(server.security, guard);
    expect(registeredUsers).toBe(2);
    expect(items).toMatchObject([{ year: 2026, due_on: '2027-03-31', reason: '平台涉及缴费业务' }]);
    server.platform.clock.set(new Date('2026-12-31T16:30:00Z'));
    await ensureReport(server.security);
    expect((await listReports(server.security, guard)).items.map(({ year }) => year)).toEqual([2027, 2026]);
  });

  test('is prepared in four parts from the system, then handed in and fixed', async () => {
    await expect(submitReport(server.security, guard, 2026, '网信部门')).rejects.toMatchObject({
      code: 'REPORT_NOT_PREPARED',
    });
    await prepareReport(server.security, guard, 2026);
    const answer = await server.app.inject({
      url: '/api/security/reports/2026/document',
      headers: server.as(guard),
    });
    expect(answer.headers['content-disposition']).toContain('attachment');
    for (const part of [
      '一、网络安全管理情况',
      '二、数据安全情况',
      '三、平台关键软硬件安全情况',
      '四、管理技术团队变化情况',
    ])
      expect(answer.body).toContain(part);
    expect(answer.body).toContain('<th scope="row">注册用户数</th><td>2 人</td>');
    await submitReport(server.security, guard, 2026, '网信部门');
    const submitted = { code: 'REPORT_SUBMITTED' };
    await expect(prepareReport(server.security, guard, 2026)).rejects.toMatchObject(submitted);
    await expect(submitReport(server.security, guard, 2026, 'x')).rejects.toMatchObject(submitted);
    await expect(prepareReport(server.security, guard, 2020)).rejects.toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
  });
});
