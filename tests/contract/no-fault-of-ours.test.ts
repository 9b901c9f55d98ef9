import { documentedErrors } from '@hengchan/platform';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { court } from '../support/situations.ts';
import { makeWorld, type World } from '../support/world.ts';

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
  hasBody: boolean;
}

let world: World;
let clients: Client[];
let operations: Operation[];

beforeAll(async () => {
  world = await makeWorld({ outside: false });
  clients = await Promise.all(
    [person(1), bank(1), court, 'acceptor' as const, 'approver' as const, 'system-admin' as const].map(
      (who) => world.as(who),
    ),
  );
  const answer = await (clients[0] as Client).get<{
    paths: Record<string, Record<string, { parameters?: Operation['parameters']; requestBody?: object }>>;
  }>('/openapi.json');
  operations = Object.entries(answer.body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: operation.parameters ?? [],
      hasBody: operation.requestBody !== undefined,
    })),
  );
  // Ending one's own session would only make the rest of the tries anonymous.
  operations = operations.filter(
    (each) => !(each.method === 'DELETE' && each.path.startsWith('/api/sessions')),
  );
}, 120_000);
afterAll(() => world?.close());

const nasty = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    'null',
    'undefined',
    '%00',
    "'; DROP TABLE register.entry; --",
    '../../etc/passwd',
    '１２３',
    '𠮷',
    'a'.repeat(600),
    '2026-02-30',
    '9'.repeat(30),
    '1e999',
    '{}',
    '[]',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.uuid(),
  fc.integer().map(String),
  fc.constant('32040220261120000001'),
  fc.constant('320402001001GB00001F00010001'),
);
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        'business',
        'office',
        'units',
        'parties',
        'form',
        'action',
        'data',
        'comment',
        'account',
        'password',
        'serial',
        'amount',
        'reason',
        'name',
        'kind',
        'enabled',
        'parameters',
        'role',
        'login',
        'ids',
      ),
      fc.oneof(fc.jsonValue(), nasty),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

describe('whatever is sent', () => {
  test('nothing a client can send ends as a fault of ours; every refusal is a documented problem', async () => {
    const known = new Set(documentedErrors().map((error) => error.code));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.array(nasty, { minLength: 8, maxLength: 8 }),
        body,
        fc.option(fc.constantFrom('"1"', '*', 'W/"x"', '"99999999999"', 'x')),
        async (which, who, values, sent, ifMatch) => {
          const operation = operations[which % operations.length] as Operation;
          const client = clients[who % clients.length] as Client;
          let next = 0;
          const value = () =>
            encodeURIComponent((values[next++ % values.length] ?? '').toWellFormed()) || 'x';
          const path = operation.path.replaceAll(/\{\w+\}/g, value);
          const query = operation.parameters
            .filter((parameter) => parameter.in === 'query')
            .map((parameter) => `${parameter.name}=${value()}`)
            .join('&');
          const answer = await client.request<{ code?: string }>(
            operation.method,
            query ? `${path}?${query}` : path,
            operation.hasBody ? sent : undefined,
            { ...(ifMatch ? { 'if-match': ifMatch } : {}) },
          );
          const what = `${operation.method} ${path} ${JSON.stringify(sent)} → ${answer.status} ${JSON.stringify(answer.body)}`;
          expect(answer.status, what).toBeLessThan(500);
          if (answer.status >= 400) {
            expect(answer.headers.get('content-type'), what).toContain('application/problem+json');
            expect(known, what).toContain(answer.body.code);
          }
        },
      ),
      { numRuns: 1500 },
    );
  }, 180_000);

  test.each([
    ['a body that is not JSON', '{"account":', 'application/json', 400],
    ['another type of body', '<a/>', 'application/xml', 415],
    [
      'a body too large',
      JSON.stringify({ account: 'a'.repeat(3_000_000), password: 'x' }),
      'application/json',
      413,
    ],
  ])('%s is refused as such', async (_what, text, type, status) => {
    const answer = await fetch(`${world.server.address}/api/sessions`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
