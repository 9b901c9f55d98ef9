import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymousActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { createHttp, type HengchanHttp, sessionCookie } from './server.ts';

let platform: TestPlatform;
let http: HengchanHttp;
let port: number;

beforeAll(async () => {
  platform = await testPlatform();
  http = await createHttp(platform.platform, { version: '1', resolveSession: async () => anonymousActor });
  http.post('/api/echo', async (request) => ({ got: typeof request.body }));
  await http.listen({ port: 0, host: '127.0.0.1' });
  const address = http.server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(async () => {
  await http?.close();
  await platform?.close();
});

const post = (payload: string, headers: Record<string, string> = {}) =>
  http.inject({
    method: 'POST',
    url: '/api/echo',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });

describe('content', () => {
  test.each([
    ['lists within lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['objects within objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['one level too many', `${'['.repeat(66)}1${']'.repeat(66)}`],
    ['a hundred thousand fields', `{${Array.from({ length: 100_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
    ['a lone surrogate', '{"a":["\\ud800"]}'],
    ['a name that cannot be kept', '{"a\\u0000":1}'],
    ['a number beyond all bounds', '{"a":1e999}'],
  ])('of %s is refused and the place named', async (_what, payload) => {
    const answer = await post(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [{ path: expect.stringMatching(/^\//), message: expect.stringMatching(/[一-龥]/) }],
    });
  });

  test('as deep as a form ever is gets through', async () => {
    expect((await post(`${'['.repeat(60)}1${']'.repeat(60)}`)).statusCode).toBe(200);
  });

  test('in parts that nothing divides is refused', async () => {
    const answer = await post('x', { 'content-type': 'multipart/form-data' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'MALFORMED_BODY' });
  });
});

describe('an answer of the API', () => {
  test('is kept by nobody in between', async () => {
    expect((await post('{}')).headers['cache-control']).toBe('no-store');
    expect((await http.inject('/api/nothing')).headers['cache-control']).toBe('no-store');
  });

  test.each(['/api/%ff', `/api/${'a'.repeat(2000)}`])(
    'says how to treat it also where no route was looked for: %s',
    async (url) => {
      const { headers } = await http.inject({ method: 'GET', url });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain('default-src');
    },
  );
});

test('a page may load nothing from elsewhere', async () => {
  const policy = String((await http.inject('/api/nothing')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

describe('somebody signed in by the cookie', () => {
  const cookie = `${sessionCookie}=token`;
  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site', origin: 'http://localhost' }],
  ])('changes nothing from %s', async (_what, headers) => {
    const answer = await post('{}', { cookie, host: 'localhost:8080', ...headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'CROSS_SITE_REQUEST' });
  });

  test.each([
    ['the page itself', { origin: 'http://localhost:8080' }],
    ['the page itself, as the browser says', { 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('is heard from %s', async (_what, headers) => {
    expect((await post('{}', { cookie, host: 'localhost:8080', ...headers })).statusCode).toBe(200);
  });
});

describe('what is not a request', () => {
  test.each([
    ['not HTTP', 'GARBAGE\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    [
      'a length twice',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'MALFORMED_REQUEST',
    ],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
  ])('%s is answered as a problem', async (_what, text, status, code) => {
    const [head = '', body = ''] = (await speak(text)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code, status });
  });
});

function speak(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('end', () => resolve(heard)).on('error', reject);
  });
}
