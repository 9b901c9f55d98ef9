import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { handleNotice, listNotices, notify } from './notices.ts';

describe('notices', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
    const { security, platform } = server;
    for (const subject of ['a', 'a', 'b'])
      await notify(security, platform.database, {
        kind: 'k',
        audience: 'data.export',
        subject,
        text: subject,
      });
    await notify(security, platform.database, {
      kind: 'k',
      audience: 'issue.handle',
      subject: 'c',
      text: 'c',
    });
  });
  afterAll(() => server.close());

  test('are told once for a kind and subject, to those they are for', async () => {
    const owner = await listNotices(server.security, somebody('data-officer'), {});
    expect(owner.items.map(({ subject }) => subject).sort()).toEqual(['a', 'b']);
    const inspector = await listNotices(server.security, somebody('inspector'), {});
    expect(inspector.items).toHaveLength(3);
    await expect(listNotices(server.security, somebody('acceptor'), {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('come page by page, each once', async () => {
    const first = await listNotices(server.security, somebody('inspector'), { limit: 2 });
    const second = await listNotices(server.security, somebody('inspector'), {
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(first.items).toHaveLength(2);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expect(second.nextCursor).toBeUndefined();
  });

  test('are dealt with by those they are for, on record, and inspectors only look', async () => {
    const owner = somebody('data-officer');
    const [notice] = (await listNotices(server.security, owner, {})).items;
    await expect(
      handleNotice(server.security, somebody('inspector'), String(notice?.id), 'x'),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      handleNotice(server.security, somebody('system-admin'), String(notice?.id), 'x'),
    ).rejects.toMatchObject({
      code: 'NOTICE_NOT_FOUND',
    });
    await handleNotice(server.security, owner, String(notice?.id), '已处理');
    const open = await listNotices(server.security, owner, { open: true });
    expect(open.items).toHaveLength(1);
  });
});
