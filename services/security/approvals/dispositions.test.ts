import { sealAudit } from '@hengchan/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkIntegrity, checkNightly, listChecks } from '../integrity/check-integrity.ts';
import { listNotices } from '../notices/notices.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { dispositions, exportOperations, operations } from './dispositions.ts';
import { requireApproval } from './require-approval.ts';

const guard = somebody('security-admin');
const owner = somebody('data-officer');
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const alerts = async (kind: string) =>
  (await listNotices(server.security, guard, { limit: 100 })).items.filter((each) => each.kind === kind);

/** Of each of the nine: the way it is done, tried over HTTP without a consent, by who holds every permission it asks. */
const tried: Record<string, { method: 'GET' | 'POST'; url: string; payload?: object; code: string }[]> = {
  利用: [],
};
for (const operation of exportOperations) {
  const { title } = dispositions.find(({ ways }) => ways.some((way) => way.operation === operation)) ?? {};
  tried[title ?? ''] = [
    {
      method: 'POST',
      url: '/api/security/exports',
      payload: { disposition: operation },
      code: 'APPROVAL_REQUIRED',
    },
  ];
}

describe('the nine dispositions', () => {
  test('are nine, and named as the contract names them', () => {
    expect(dispositions.map(({ title }) => title)).toEqual([
      '访问',
      '修改',
      '公开',
      '披露',
      '利用',
      '转让',
      '销毁',
      '私自留存',
      '向第三方提供',
    ]);
  });

  test.each(Object.entries(tried))('%s without a consent is refused and told', async (title, attempts) => {
    expect(attempts.length, title).toBeGreaterThan(0);
    for (const { code, ...request } of attempts) {
      const before = (await alerts('disposition-refused')).length;
      const answer = await server.app.inject({ ...request, headers: server.as(owner) });
      expect([answer.statusCode, answer.json().code]).toEqual([403, code]);
      expect((await alerts('disposition-refused')).length).toBe(before + 1);
    }
  });

  test.each(['data-destroy', 'data-retain', 'document-share', 'bulk-export'] as const)(
    '%s without a consent is refused and told',
    async (operation) => {
      const before = (await alerts('disposition-refused')).length;
      await expect(
        requireApproval(server.security, owner, { operation, subject: '*' }),
      ).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' });
      const told = await alerts('disposition-refused');
      expect(told.length).toBe(before + 1);
      expect(told[0]?.text).toContain(operations[operation].title);
    },
  );
});

describe('to alter data past the procedures', () => {
  const alter = sql`UPDATE platform.audit SET subject = '改过' WHERE id = (SELECT id FROM platform.audit ORDER BY at, id LIMIT 1)`;

  test('is refused to the product itself', async () => {
    await expect(alter.execute(server.platform.database)).rejects.toThrow(/permission denied/);
  });

  test('is found where the owner of the database did it, and told', async () => {
    await sealAudit(server.platform);
    expect(await checkIntegrity(server.security)).toBe(0);
    expect(await alerts('data-altered')).toEqual([]);
    await sealAudit(server.platform);
    server.platform.clock.set(new Date(server.platform.clock.now().getTime() + 60_000));
    await server.platform.open.asOwner((database) => alter.execute(database));
    expect(await checkIntegrity(server.security)).toBeGreaterThan(0);
    const [told] = await alerts('data-altered');
    expect(told?.text).toContain('审计日志');
    const [last] = await listChecks(server.security, guard);
    expect(last?.faults).toBeGreaterThan(0);
    expect(last?.result[0]?.faults.length).toBeGreaterThan(0);
  });

  test('is looked for once a night, and not by day', async () => {
    const count = async () => (await listChecks(server.security, guard)).length;
    const before = await count();
    await checkNightly(server.security);
    expect(await count()).toBe(before);
    server.platform.clock.set(new Date('2026-11-20T18:10:00Z'));
    await checkNightly(server.security);
    server.platform.clock.set(new Date('2026-11-20T18:50:00Z'));
    await checkNightly(server.security);
    expect(await count()).toBe(before + 1);
  });
});
