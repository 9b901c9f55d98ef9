import { sealAudit } from '@hengchan/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerIssue } from '../issues/issues.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { makePackage, type PackagePart, packageParts } from './make-package.ts';

const inspector = somebody('inspector');
const all = Object.keys(packageParts) as PackagePart[];

describe('the package of an inspection', () => {
  let server: TestServer;
  const span = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') };
  beforeAll(async () => {
    server = await testServer();
    await registerIssue(server.security, somebody('security-admin'), {
      kind: 'vulnerability',
      severity: 'high',
      title: '某接口可越权',
      description: '细节',
      source: '自查',
      dueAt: new Date('2026-12-01T00:00:00Z'),
    });
    await sealAudit(server.platform);
  });
  afterAll(() => server.close());

  test('holds what was chosen, says what was not, and its totals agree with the database', async () => {
    const made = await makePackage(server.security, inspector, { ...span, parts: all });
    expect(Object.keys(made.content).sort()).toEqual([...all].sort());
    expect(made.notChosen).toEqual([]);
    for (const { included, inDatabase, part } of made.totals) expect(included, part).toBe(inDatabase);
    expect(made.gaps).toEqual(['问题单只列时间、等级和状态；内容须凭“对外提供漏洞信息”的同意逐件提供']);
    expect(JSON.stringify(made).includes('某接口可越权')).toBe(false);
    expect(made.watermark).toContain(inspector.login);
    const some = await makePackage(server.security, inspector, { ...span, parts: ['controls'] });
    expect(some.notChosen).toContain('审计日志');
  });

  test('a part the asker may not see is named as a gap', async () => {
    const made = await makePackage(server.security, somebody('audit-admin'), {
      ...span,
      parts: ['controls', 'audit'],
    });
    expect(made.gaps).toContain('控制点与证据：导出人没有查看权限，未列入');
    expect(made.content.audit).toBeDefined();
  });

  test('a line taken out of the log is a gap that shows', async () => {
    await server.platform.open.asOwner((owner) =>
      sql`DELETE FROM platform.audit WHERE action = 'issue.register'`.execute(owner),
    );
    const made = await makePackage(server.security, inspector, { ...span, parts: ['audit'] });
    expect(made.gaps.join()).toMatch(/审计链 000000：日志 \d+ 条，链上 \d+ 条/);
  });
});
