import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { listStops, resumeFunction, stopFunction } from './stops.ts';

const guard = somebody('security-admin');
const words = { message: '该功能检修，预计当日恢复。', reason: '演练' };

describe('taking one function out of service', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  const get = async (url: string, role = 'acceptor') =>
    server.app.inject({ url, headers: server.as(somebody(role)) });

  test('a path and what is below it answers 503 with the words given; the rest goes on; then it is back', async () => {
    const id = await stopFunction(server.security, guard, {
      kind: 'route',
      target: '/api/sample/things',
      ...words,
    });
    const answer = await get('/api/sample/things?x=1');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({
      code: 'FUNCTION_STOPPED',
      title: '该功能暂停使用',
      detail: words.message,
    });
    expect((await get('/api/sample/%74hings')).statusCode).toBe(503);
    expect((await get('/api/sample/guarded')).statusCode).toBe(200);
    expect((await get('/api/security/stops', 'security-admin')).statusCode).toBe(200);
    await resumeFunction(server.security, guard, id);
    expect((await get('/api/sample/things')).statusCode).toBe(200);
    expect((await listStops(server.security, guard))[0]).toMatchObject({ resumed_by: guard.accountId });
    await expect(resumeFunction(server.security, guard, id)).rejects.toMatchObject({
      code: 'STOP_NOT_FOUND',
    });
  });

  test('a permission out of service is refused to everybody who holds it, with 503 and not 403', async () => {
    const id = await stopFunction(server.security, guard, {
      kind: 'permission',
      target: 'case.read',
      ...words,
    });
    expect((await get('/api/sample/guarded')).statusCode).toBe(503);
    expect((await get('/api/sample/things')).statusCode).toBe(200);
    await resumeFunction(server.security, guard, id);
    expect((await get('/api/sample/guarded')).statusCode).toBe(200);
  });

  test('is stopped once, and never what is needed to put things back', async () => {
    const id = await stopFunction(server.security, guard, { kind: 'route', target: '/api/sample', ...words });
    await expect(
      stopFunction(server.security, guard, { kind: 'route', target: '/api/sample', ...words }),
    ).rejects.toMatchObject({ code: 'STOP_EXISTS' });
    await resumeFunction(server.security, guard, id);
    for (const target of [
      '/api',
      '/api/',
      '/api/sessions',
      '/api/security',
      '/api/security/stops',
      '/health',
      'x',
    ])
      await expect(
        stopFunction(server.security, guard, { kind: 'route', target, ...words }),
        target,
      ).rejects.toMatchObject({ code: 'STOP_NOT_ALLOWED' });
    for (const target of ['security.manage', 'session.manage', 'no.such'])
      await expect(
        stopFunction(server.security, guard, { kind: 'permission', target, ...words }),
        target,
      ).rejects.toMatchObject({ code: 'STOP_NOT_ALLOWED' });
  });
});
