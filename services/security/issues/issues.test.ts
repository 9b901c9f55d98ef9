import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handleNotice, listNotices } from '../notices/notices.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import {
  alertOverdue,
  listIssues,
  readIssue,
  recordMeasures,
  registerIssue,
  reportIssue,
  reviewIssue,
} from './issues.ts';

const guard = somebody('security-admin');
const operator = somebody('system-admin');
const owner = somebody('data-officer');

describe('an issue', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  const hours = (count: number) => new Date(server.platform.clock.now().getTime() + count * 3_600_000);
  const register = (kind: 'vulnerability' | 'notified' = 'vulnerability') =>
    registerIssue(server.security, guard, {
      kind,
      severity: 'high',
      title: '某接口可越权',
      description: '细节只给授权人员看',
      source: '自查',
      dueAt: hours(72),
    });

  test('goes from measures to somebody else’s review, and back when that fails', async () => {
    const id = await register();
    await expect(reviewIssue(server.security, guard, id, { passed: true, note: '好' })).rejects.toMatchObject(
      {
        code: 'ISSUE_NOT_OPEN',
      },
    );
    await recordMeasures(server.security, operator, id, '已停用接口');
    await reviewIssue(server.security, guard, id, { passed: false, note: '仍可重现' });
    await recordMeasures(server.security, operator, id, '已修复');
    await reviewIssue(server.security, guard, id, { passed: true, note: '复测通过' });
    const { issue, steps } = await readIssue(server.security, guard, id);
    expect(issue).toMatchObject({ status: 'closed', measures: '已修复' });
    expect(steps.map(({ action }) => action)).toEqual([
      'register',
      'measures',
      'return',
      'measures',
      'close',
    ]);
  });

  test('the database refuses that one person does both', async () => {
    const id = await register();
    await recordMeasures(server.security, operator, id, '已修复');
    const same = sql`UPDATE security.issue SET status = 'closed', closed_at = now(), closed_by = measures_by
      WHERE id = ${id}`.execute(server.platform.database);
    await expect(same).rejects.toThrow(/issue_reviewed_by_another/);
  });

  test('a vulnerability is told to the institution at once, without its content, and its report is timed', async () => {
    const id = await register();
    const told = (await listNotices(server.security, owner, { limit: 100 })).items.find(
      ({ kind, subject }) => kind === 'issue-for-owner' && subject === id,
    );
    expect(told?.text).not.toContain('越权');
    const { rows } = await sql<{ text: string }>`
      SELECT issue::text AS text FROM security.issue AS issue WHERE id = ${id}`.execute(
      server.platform.database,
    );
    expect(rows[0]?.text).not.toContain('越权');
    server.platform.clock.set(hours(2));
    await reportIssue(server.security, guard, id, '市网信部门');
    const { issue } = await readIssue(server.security, guard, id);
    expect(issue.reported_at).toEqual(server.platform.clock.now());
    await expect(reportIssue(server.security, guard, id, '再次')).rejects.toMatchObject({
      code: 'ISSUE_REPORTED',
    });
  });

  test('past its date, or not reported in time, raises each alert once, which somebody deals with', async () => {
    const late = await register();
    const notified = await register('notified');
    server.platform.clock.set(hours(25));
    await alertOverdue(server.security);
    server.platform.clock.set(hours(100));
    await alertOverdue(server.security);
    await alertOverdue(server.security);
    const { items } = await listNotices(server.security, guard, { limit: 100, open: true });
    const kinds = (subject: string) =>
      items
        .filter((row) => row.subject === subject && /overdue/.test(row.kind))
        .map(({ kind }) => kind)
        .sort();
    expect(kinds(late)).toEqual(['issue-overdue', 'report-overdue']);
    expect(kinds(notified)).toEqual(['issue-overdue']);
    const found = items.find(({ kind }) => kind === 'report-overdue') as { id: string };
    await handleNotice(server.security, guard, found.id, '已电话报告');
    await expect(handleNotice(server.security, guard, found.id, '再次')).rejects.toMatchObject({
      code: 'NOTICE_NOT_FOUND',
    });
    const listed = await listIssues(server.security, operator, { status: 'open' });
    expect(listed.items.find((row) => row.id === late)).toMatchObject({ overdue: true, reportOverdue: true });
  });

  test('is seen by nobody else', async () => {
    for (const role of ['data-officer', 'audit-admin', 'acceptor', 'supervisor'])
      await expect(listIssues(server.security, somebody(role), {}), role).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });
});
