import { exportAudit, searchAudit } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openExport, retainExport } from '../exports/open-export.ts';
import { discloseIssue } from '../issues/disclose-issue.ts';
import { registerIssue } from '../issues/issues.ts';
import { listNotices } from '../notices/notices.ts';
import { setParameters } from '../set-parameters.ts';
import { requestDestruction } from '../termination/request-destruction.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { decideApproval, listApprovals, requestApproval, withdrawApproval } from './approvals.ts';
import { dispositions, exportOperations } from './dispositions.ts';

const owner = somebody('data-officer');
const guard = somebody('security-admin');
const other = somebody('security-admin');
const auditor = somebody('audit-admin');
const nothing = '0197f000-0000-7000-8000-000000000000';

describe('consents', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  const inDays = (days: number) => new Date(server.platform.clock.now().getTime() + days * 86_400_000);
  const ask = (more: object = {}) =>
    requestApproval(server.security, owner, {
      operation: 'data-access',
      subject: '*',
      purpose: '自行备查',
      scope: '全部',
      validUntil: inDays(10),
      ...more,
    });
  const grant = (id: string) => decideApproval(server.security, guard, id, { granted: true, note: '同意' });
  const attempt = (approval?: string) =>
    openExport(server.security, owner, { disposition: 'data-access', approval });
  const refused = { code: 'APPROVAL_REQUIRED', status: 403 };

  test('is needed: none, waiting, refused, of another person, for another thing, expired and withdrawn ones cover nothing', async () => {
    await expect(attempt()).rejects.toMatchObject(refused);
    await expect(attempt(nothing)).rejects.toMatchObject(refused);

    const waiting = await ask();
    await expect(attempt(waiting)).rejects.toMatchObject(refused);
    await decideApproval(server.security, guard, waiting, { granted: false, note: '不必要' });
    await expect(attempt(waiting)).rejects.toMatchObject(refused);

    const else_ = await ask({ operation: 'data-use' });
    await grant(else_);
    await expect(attempt(else_)).rejects.toMatchObject(refused);

    const given = await ask();
    await grant(given);
    await expect(
      openExport(server.security, somebody('data-officer'), { disposition: 'data-access', approval: given }),
    ).rejects.toMatchObject(refused);
    expect(await attempt(given)).toMatch(/^[0-9a-f-]{36}$/);

    await withdrawApproval(server.security, other, given);
    await expect(attempt(given)).rejects.toMatchObject(refused);
    const items = (await listApprovals(server.security, guard, {})).items;
    expect(items.find((row) => row.id === given)).toMatchObject({ withdrawn_by: other.accountId });

    const short = await ask({ validUntil: inDays(1) });
    await grant(short);
    const before = server.platform.clock.now();
    server.platform.clock.set(inDays(1));
    await expect(attempt(short)).rejects.toMatchObject(refused);
    server.platform.clock.set(before);
    expect(await attempt(short)).toMatch(/-/);
  });

  test('needs two people, is decided once, and not for ever', async () => {
    const both = somebody('security-admin');
    const issue = await registerIssue(server.security, both, {
      kind: 'hazard',
      severity: 'low',
      title: '甲',
      description: '乙',
      source: '自查',
      dueAt: inDays(3),
    });
    const own = await requestApproval(server.security, both, {
      operation: 'issue-disclose',
      subject: issue,
      purpose: '通报',
      scope: '一件',
      recipient: '网信部门',
      validUntil: inDays(1),
    });
    await expect(
      decideApproval(server.security, both, own, { granted: true, note: '同意' }),
    ).rejects.toMatchObject({ code: 'APPROVAL_BY_SAME_PERSON' });
    await expect(discloseIssue(server.security, both, issue, own)).rejects.toMatchObject(refused);
    await grant(own);
    await expect(grant(own)).rejects.toMatchObject({ code: 'APPROVAL_DECIDED' });
    expect(await discloseIssue(server.security, both, issue, own)).toContain('接收方：网信部门');
    await expect(discloseIssue(server.security, both, nothing, own)).rejects.toMatchObject(refused);
    for (const validUntil of [inDays(-1), inDays(4000)])
      await expect(ask({ validUntil })).rejects.toMatchObject({ code: 'APPROVAL_TOO_LONG' });
  });

  test('each of the dispositions that has a way is refused without consent, recorded and told', async () => {
    const open = await listNotices(server.security, guard, { limit: 100 });
    const count = (items: { kind: string }[]) =>
      items.filter(({ kind }) => kind === 'disposition-refused').length;
    const before = count(open.items);
    for (const disposition of exportOperations)
      await expect(openExport(server.security, owner, { disposition }), disposition).rejects.toMatchObject(
        refused,
      );
    const given = await ask();
    await grant(given);
    const taken = await attempt(given);
    await expect(retainExport(server.security, owner, taken, undefined)).rejects.toMatchObject(refused);
    await expect(retainExport(server.security, owner, taken, given)).rejects.toMatchObject(refused);
    await expect(
      requestDestruction(server.security, owner, { export: taken, manifestHash: 'x', confirmation: 'x' }),
    ).rejects.toMatchObject(refused);
    const { items } = await listNotices(server.security, guard, { limit: 100 });
    expect(count(items) - before).toBe(exportOperations.length + 3);
    const lines = await searchAudit(server.platform, auditor, { action: 'disposition.refuse', limit: 100 });
    expect(lines.items.every((line) => line.actor !== 'system')).toBe(true);
    expect(lines.items.filter((line) => line.actor === owner.accountId).length).toBeGreaterThanOrEqual(
      exportOperations.length + 3,
    );
    expect(dispositions).toHaveLength(9);
    expect(dispositions.filter(({ ways }) => ways.length === 0).map(({ title }) => title)).toEqual(['修改']);
  });

  test('more lines than one may take alone leave only with consent, and no more than it says', async () => {
    await setParameters(server.security, guard, { bulkExportRows: 3 });
    const few = { login: 'nobody-of-this-name' };
    expect(await exportAudit(server.platform, auditor, few)).toContain('审计日志导出');
    await expect(exportAudit(server.platform, auditor, {})).rejects.toMatchObject({
      code: 'EXPORT_NEEDS_CONSENT',
    });
    const request = (rowLimit: number) =>
      requestApproval(server.security, auditor, {
        operation: 'bulk-export',
        subject: 'audit',
        purpose: '年度审计',
        scope: '全部日志',
        rowLimit,
        validUntil: inDays(2),
      });
    const tight = await request(4);
    await grant(tight);
    await expect(exportAudit(server.platform, auditor, {}, tight)).rejects.toMatchObject({
      code: 'EXPORT_NEEDS_CONSENT',
    });
    const wide = await request(10_000);
    await grant(wide);
    expect((await exportAudit(server.platform, auditor, {}, wide)).split('\r\n').length).toBeGreaterThan(5);
    await setParameters(server.security, guard, { bulkExportRows: 1000 });
  });
});
