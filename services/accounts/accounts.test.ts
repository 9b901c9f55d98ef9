import { makeIdNumber } from '@hengchan/standards';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { password, type TestServer, testServer } from './testing/server.ts';

describe('accounts over HTTP', () => {
  let server: TestServer;
  let system: { authorization: string };
  let security: { authorization: string };
  let auditor: { authorization: string };
  let count = 0;
  let login: string;

  beforeAll(async () => {
    server = await testServer();
    await server.account('root-system', 'system-admin');
    await server.account('root-security', 'security-admin');
    await server.account('root-audit', 'audit-admin');
    system = await server.signIn('root-system');
    security = await server.signIn('root-security');
    auditor = await server.signIn('root-audit');
  });
  beforeEach(() => {
    login = `user-${++count}`;
  });
  afterAll(() => server.close());

  const call = (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    headers: object,
    payload?: object,
  ) => server.app.inject({ method, url, headers: { ...headers }, ...(payload ? { payload } : {}) });
  const create = async (more: object = {}): Promise<string> => {
    const answer = await call('POST', '/api/accounts', system, {
      login,
      password,
      name: '李四',
      kind: 'staff',
      backgroundChecked: true,
      ...more,
    });
    expect(answer.statusCode).toBe(201);
    return answer.json().id;
  };

  test('a system administrator creates, a security administrator grants, and the holder works', async () => {
    const id = await create();
    const granted = await call('POST', `/api/accounts/${id}/grants`, security, {
      role: 'acceptor',
      office: '320402',
      purpose: '窗口受理',
      expiresAt: '2026-12-31T15:59:59Z',
    });
    expect(granted.statusCode).toBe(201);
    const holder = await server.signIn(login);
    const current = await call('GET', '/api/sessions/current', holder);
    expect(current.json().user.permissions).toContain('case.accept');
    const shown = await call('GET', `/api/accounts/${id}`, security);
    expect(shown.json()).toMatchObject({
      login,
      name: '李四',
      grants: [{ id: granted.json().id, role: 'acceptor', office: '320402', purpose: '窗口受理' }],
      status: 'enabled',
      locked: false,
    });
    const revoked = await call('DELETE', `/api/accounts/${id}/grants/${granted.json().id}`, security);
    expect(revoked.statusCode).toBe(204);
    const after = await call('GET', '/api/sessions/current', holder);
    expect(after.json().user.permissions).toEqual([]);
  });

  test('the system administrator cannot grant, the security administrator not create', async () => {
    const id = await create();
    const grant = { role: 'acceptor', office: '*', purpose: '测试' };
    expect((await call('POST', `/api/accounts/${id}/grants`, system, grant)).statusCode).toBe(403);
    const account = { login: 'somebody', password, name: '王五', kind: 'person' };
    expect((await call('POST', '/api/accounts', security, account)).statusCode).toBe(403);
  });

  test('the three administrators stay three people', async () => {
    const id = await create();
    const grant = (role: string) =>
      call('POST', `/api/accounts/${id}/grants`, security, { role, office: '*', purpose: '测试' });
    expect((await grant('audit-admin')).statusCode).toBe(201);
    for (const role of ['system-admin', 'security-admin', 'acceptor']) {
      const refused = await grant(role);
      expect(refused.statusCode).toBe(409);
      expect(refused.json()).toMatchObject({
        code: 'ADMINISTRATORS_SEPARATED',
        title: expect.stringContaining('三员'),
      });
    }
  });

  test('identity numbers are checked on the way in and masked on the way out', async () => {
    const idNumber = makeIdNumber('320402', '1905-03-07', 12);
    const wrong = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`;
    const refused = await call('POST', '/api/accounts', system, {
      login,
      password,
      name: '李四',
      kind: 'person',
      idType: '1',
      idNumber: wrong,
    });
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors).toMatchObject([{ path: '/idNumber' }]);
    const id = await create({ kind: 'person', idType: '1', idNumber });
    const { body } = await call('GET', `/api/accounts/${id}`, system);
    expect(body).not.toContain(idNumber);
    expect(JSON.parse(body).idNumber).toMatch(/^320\*{11}/);
  });

  test('locking, disabling and resetting end sessions', async () => {
    const id = await create();
    const working = async (headers: object) =>
      (await call('GET', '/api/sessions/current', headers)).statusCode;
    let holder = await server.signIn(login);
    expect((await call('POST', `/api/accounts/${id}/lock`, security)).statusCode).toBe(204);
    expect(await working(holder)).toBe(401);
    expect((await call('GET', `/api/accounts/${id}`, security)).json().locked).toBe(true);
    expect((await call('POST', `/api/accounts/${id}/unlock`, security)).statusCode).toBe(204);
    holder = await server.signIn(login);
    const disabled = await call('PATCH', `/api/accounts/${id}`, system, { status: 'disabled' });
    expect(disabled.json().status).toBe('disabled');
    expect(await working(holder)).toBe(401);
    await call('PATCH', `/api/accounts/${id}`, system, { status: 'enabled' });
    holder = await server.signIn(login);
    expect((await call('POST', `/api/accounts/${id}/second-factor-reset`, security)).statusCode).toBe(204);
    expect(await working(holder)).toBe(401);
    const reset = await call('POST', `/api/accounts/${id}/password-reset`, security);
    const { temporaryPassword } = reset.json();
    const first = await call('POST', '/api/sessions', {}, { account: login, password: temporaryPassword });
    expect(first.json().user).toMatchObject({ limitedTo: 'password', permissions: [] });
  });

  test('an agent’s authorisation can be given and withdrawn', async () => {
    const id = await create({ kind: 'organisation' });
    const bank = {
      kind: 'bank',
      name: '恒产示范银行',
      idType: '99',
      idNumber: 'BANK-1',
      businesses: ['mortgage'],
    };
    const holder = await server.signIn(login);
    const user = async () => (await call('GET', '/api/sessions/current', holder)).json().user;
    expect((await user()).permissions).toEqual([]);
    expect((await call('PUT', `/api/accounts/${id}/authorisation`, system, bank)).statusCode).toBe(204);
    expect(await user()).toMatchObject({ organisation: { name: '恒产示范银行', businesses: ['mortgage'] } });
    expect((await user()).permissions).toContain('case.create');
    expect((await call('DELETE', `/api/accounts/${id}/authorisation`, system)).statusCode).toBe(204);
    expect((await user()).permissions).toEqual([]);
  });

  test('the list filters and goes page by page', async () => {
    for (const part of ['a', 'b', 'c']) {
      login = `list-${part}`;
      await create();
    }
    const first = (await call('GET', '/api/accounts?q=list-&limit=2', system)).json();
    expect(first.items.map((item: { login: string }) => item.login)).toEqual(['list-a', 'list-b']);
    const second = await call('GET', `/api/accounts?q=list-&limit=2&cursor=${first.nextCursor}`, system);
    expect(second.json().items.map((item: { login: string }) => item.login)).toEqual(['list-c']);
  });

  test.each([
    ['GET', '/api/accounts?limit=0', undefined],
    ['GET', '/api/accounts?limit=1000', undefined],
    ['GET', '/api/accounts?cursor=x', undefined],
    ['GET', '/api/accounts?kind=robot', undefined],
    ['GET', '/api/accounts/not-a-uuid', undefined],
    ['POST', '/api/accounts', { login: 'a b', password: 'x', name: '', kind: 'staff' }],
    ['POST', '/api/accounts', { login: 'weak-one', password: 'x', name: '李四', kind: 'staff' }],
    ['PATCH', '/api/accounts/0197f000-0000-7000-8000-000000000000', {}],
    ['PATCH', '/api/accounts/0197f000-0000-7000-8000-000000000000', { status: 'king' }],
  ] as const)('a malformed request is refused: %s %s', async (method, url, payload) => {
    const answer = await call(method, url, system, payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().title).toMatch(/[一-龥]/);
  });

  test('what is not there is 404', async () => {
    const id = '0197f000-0000-7000-8000-000000000000';
    expect((await call('GET', `/api/accounts/${id}`, system)).statusCode).toBe(404);
    expect((await call('PATCH', `/api/accounts/${id}`, system, { status: 'disabled' })).statusCode).toBe(404);
    expect((await call('POST', `/api/accounts/${id}/lock`, security)).statusCode).toBe(404);
    expect((await call('DELETE', `/api/accounts/${id}/grants/${id}`, security)).statusCode).toBe(404);
  });

  test('roles are shown to anybody signed in and changed by a security administrator', async () => {
    const roles = (await call('GET', '/api/roles', auditor)).json().items as { code: string }[];
    expect(roles.find((role) => role.code === 'acceptor')).toMatchObject({
      title: '受理员',
      grantable: true,
      permissions: expect.arrayContaining([{ code: 'case.accept', title: '受理' }]),
      hides: expect.arrayContaining([{ resource: 'party', field: 'idNumber' }]),
    });
    const id = await create();
    await call('POST', `/api/accounts/${id}/grants`, security, {
      role: 'surveyor',
      office: '*',
      purpose: '测试',
    });
    const holder = await server.signIn(login);
    const permissions = async () =>
      (await call('GET', '/api/sessions/current', holder)).json().user.permissions;
    expect(await permissions()).toContain('cadastre.edit');
    const changed = await call('PATCH', '/api/roles/surveyor', security, { permissions: ['cadastre.read'] });
    expect(changed.statusCode).toBe(204);
    expect(await permissions()).toEqual(['cadastre.read']);
    expect((await call('PATCH', '/api/roles/surveyor', system, { permissions: [] })).statusCode).toBe(403);
  });

  test('the audit log shows what was done here, verifies, and leaves with a name on it', async () => {
    const id = await create();
    const lines = await call('GET', '/api/audit?action=account&limit=100', auditor);
    expect(lines.json().items).toContainEqual(
      expect.objectContaining({ action: 'account.create', subject: login, login: 'root-system' }),
    );
    await call('GET', `/api/accounts/${id}`, system);
    const reads = await call('GET', `/api/audit?action=account.read&subject=${login}`, auditor);
    expect(reads.json().items).toHaveLength(1);
    await server.platform.jobs.drain();
    const verified = await call('GET', '/api/audit/verification', auditor);
    expect(verified.json()).toMatchObject({ valid: true, broken: [], waiting: expect.any(Number) });
    expect(verified.json().heads).toContainEqual(expect.objectContaining({ office: '000000' }));
    const csv = await call('GET', '/api/audit/export?action=account', auditor);
    expect(csv.headers['content-type']).toMatch('text/csv');
    expect(csv.body).toContain('审计日志导出：张三（root-audit）');
    expect(csv.body).toContain(login);
    for (const url of ['/api/audit', '/api/audit/verification', '/api/audit/export']) {
      expect((await call('GET', url, system)).statusCode, url).toBe(403);
    }
  });
});
