import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestServer, testServer } from './testing/server.ts';

describe('sessions over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
    await server.account('citizen');
    await server.account('other');
    await server.account('clerk', 'acceptor', {
      roles: [{ role: 'acceptor', office: '320402', purpose: '窗口受理' }],
    });
    await server.account('guard', 'security-admin');
  });
  afterAll(() => server.close());

  const post = (url: string, payload: object, headers = {}) =>
    server.app.inject({ method: 'POST', url, payload, headers });
  const get = (url: string, headers = {}) => server.app.inject({ url, headers });

  test('a page that opens learns who looks at it without being refused', async () => {
    const nobody = await get('/api/visitor');
    expect([nobody.statusCode, nobody.json()]).toEqual([200, { mode: expect.any(String) }]);
    const stale = await get('/api/visitor', { cookie: 'hengchan_session=gone' });
    expect([stale.statusCode, stale.json().session]).toEqual([200, undefined]);
    const { token } = (await post('/api/sessions', { account: 'clerk', password })).json();
    const clerk = await get('/api/visitor', { authorization: `Bearer ${token}` });
    expect(clerk.json().session.user.login).toBe('clerk');
    expect((await get('/api/sessions/current')).statusCode).toBe(401);
  });

  test('a sign-in is replayed while its session lasts, and not after it ended', async () => {
    const once = { 'idempotency-key': 'sign-in-once' };
    const signIn = () => post('/api/sessions', { account: 'other', password }, once);
    const { token } = (await signIn()).json();
    expect((await signIn()).json().token).toBe(token);
    const own = { authorization: `Bearer ${token}` };
    await server.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers: own });
    const again = await signIn();
    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const anew = { authorization: `Bearer ${again.json().token}` };
    expect((await get('/api/sessions/current', anew)).statusCode).toBe(200);
  });

  test('signing in gives a token, a cookie and who it is', async () => {
    const answer = await post('/api/sessions', { account: 'clerk', password });
    expect(answer.statusCode).toBe(201);
    const { token, user, mode, secondFactor } = answer.json();
    expect(user).toMatchObject({
      login: 'clerk',
      kind: 'staff',
      grants: [
        { role: 'acceptor', roleTitle: '受理员', office: '320402', officeName: expect.stringMatching(/区$/) },
      ],
    });
    expect(user.permissions).toContain('case.accept');
    expect(user.permissions).not.toContain('case.approve');
    expect({ mode, secondFactor }).toEqual({
      mode: 'demo',
      secondFactor: { enrolled: false, required: false },
    });
    const cookie = answer.cookies[0];
    expect(cookie).toMatchObject({
      name: 'hengchan_session',
      value: token,
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(cookie).not.toHaveProperty('secure');
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `hengchan_session=${token}` }]) {
      const current = await get('/api/sessions/current', headers);
      expect(current.json()).toMatchObject({ user, mode });
    }
  });

  test('nobody is told to sign in, in the same words for no token and a wrong one', async () => {
    const nobody = await get('/api/sessions/current');
    expect(nobody.statusCode).toBe(401);
    expect(nobody.headers['content-type']).toMatch('application/problem+json');
    expect(nobody.json()).toMatchObject({ code: 'UNAUTHENTICATED', title: '请先登录' });
    expect((await get('/api/sessions/current', { authorization: 'Bearer x' })).json()).toEqual(nobody.json());
  });

  test('wrong password and unknown account get the same answer', async () => {
    const wrong = await post('/api/sessions', { account: 'other', password: 'wrong' });
    const unknown = await post('/api/sessions', { account: 'nobody', password: 'wrong' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({ code: 'WRONG_CREDENTIALS', title: '账号或密码不正确' });
    expect({ status: unknown.statusCode, body: unknown.json() }).toEqual({
      status: wrong.statusCode,
      body: wrong.json(),
    });
    expect(unknown.cookies).toEqual([]);
  });

  test.each([
    [{}, '/account'],
    [{ account: 'a' }, '/password'],
    [{ account: 'a', password: 'p', code: '12' }, '/code'],
    [{ account: 1, password: { $ne: '' } }, '/password'],
    [{ account: 'a', password: 'p', admin: true }, 'admin'],
  ])('a malformed request is refused with the field named: %j', async (payload, field) => {
    const answer = await post('/api/sessions', payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('INVALID_REQUEST');
    expect(JSON.stringify(answer.json().errors)).toContain(field);
  });

  test('signing out ends the session and takes the cookie back', async () => {
    const headers = await server.signIn('citizen');
    const out = await server.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'hengchan_session', value: '' });
    expect((await get('/api/sessions/current', headers)).statusCode).toBe(401);
    expect((await server.app.inject({ method: 'DELETE', url: '/api/sessions/current' })).statusCode).toBe(
      204,
    );
  });

  test('everybody sees and ends the own sessions, a security administrator all', async () => {
    const citizen = await server.signIn('citizen');
    const other = await server.signIn('other');
    const guard = await server.signIn('guard');
    const own = (await get('/api/sessions', citizen)).json().items;
    expect(new Set(own.map((item: { login: string }) => item.login))).toEqual(new Set(['citizen']));
    expect(own.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
    const all = (await get('/api/sessions?limit=100', guard)).json().items as { id: string; login: string }[];
    expect(new Set(all.map((item) => item.login))).toEqual(new Set(['citizen', 'other', 'guard', 'clerk']));
    const target = all.find((item) => item.login === 'other')?.id;
    const end = (headers: object) =>
      server.app.inject({ method: 'DELETE', url: `/api/sessions/${target}`, headers: { ...headers } });
    expect((await end(citizen)).statusCode).toBe(404);
    expect((await get('/api/sessions/current', other)).statusCode).toBe(200);
    expect((await end(guard)).statusCode).toBe(204);
    expect((await get('/api/sessions/current', other)).statusCode).toBe(401);
  });

  test('a new password is asked for with the old one', async () => {
    await server.account('mover');
    const headers = await server.signIn('mover');
    const change = (current: string, next: string) => post('/api/me/password', { current, next }, headers);
    expect((await change('wrong', 'Another-Horse-8')).statusCode).toBe(401);
    expect((await change(password, 'weak')).json()).toMatchObject({ code: 'PASSWORD_TOO_WEAK' });
    const done = await change(password, 'Another-Horse-8');
    expect(done.json()).toMatchObject({ user: { login: 'mover' } });
    const again = await post('/api/sessions', { account: 'mover', password: 'Another-Horse-8' });
    expect(again.statusCode).toBe(201);
    expect((await post('/api/me/password', { current: 'a', next: 'b' })).statusCode).toBe(401);
  });
});

describe('where staff need a second factor', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer({
      config: { staffSecondFactor: 'required', publicUrl: 'https://bdc.example.cn', mode: 'production' },
    });
    await server.account('clerk', 'acceptor');
  });
  afterAll(() => server.close());

  test('the first session only enrols; from then on a code is asked; the cookie is for https', async () => {
    const first = await server.app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { account: 'clerk', password },
    });
    expect(first.json()).toMatchObject({
      user: { limitedTo: 'second-factor', grants: [], permissions: [] },
      secondFactor: { enrolled: false, required: true },
      mode: 'production',
    });
    expect(first.cookies[0]).toMatchObject({ secure: true });
    const headers = { authorization: `Bearer ${first.json().token}` };
    const refused = await server.app.inject({ url: '/api/accounts', headers });
    expect(refused.json()).toMatchObject({ code: 'SECOND_FACTOR_ENROLMENT_REQUIRED' });
    const enrolled = await server.app.inject({ method: 'POST', url: '/api/me/second-factor', headers });
    const { secret, uri } = enrolled.json();
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    const code = (steps: number) =>
      new TOTP({ secret }).generate({ timestamp: server.platform.clock.now().getTime() + steps * 30_000 });
    const confirmed = await server.app.inject({
      method: 'POST',
      url: '/api/me/second-factor/confirmation',
      headers,
      payload: { code: code(0) },
    });
    expect(confirmed.json()).toMatchObject({
      user: { grants: [{ role: 'acceptor' }] },
      secondFactor: { enrolled: true, required: true },
    });
    const without = await server.app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { account: 'clerk', password },
    });
    expect(without.json()).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
    const second = await server.app.inject({
      method: 'POST',
      url: '/api/sessions',
      payload: { account: 'clerk', password, code: code(1) },
    });
    expect(second.statusCode).toBe(201);
  });
});
