import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
}, 120_000);
afterAll(() => world?.close());

const promised = [
  'post /api/sessions',
  'delete /api/sessions/current',
  'get /api/businesses',
  'get /api/businesses/{code}',
  'post /api/cases',
  'get /api/cases',
  'get /api/cases/{no}',
  'get /api/cases/{no}/findings',
  'get /api/cases/{no}/history',
  'put /api/cases/{no}/materials/{material}',
  'post /api/cases/{no}/actions',
  'get /api/tasks',
  'get /api/register/units',
  'get /api/register/units/{code}',
  'get /api/register/units/{code}/history',
  'get /api/register/entries/{office}/{number}',
  'get /api/register/entries/{office}/{number}/proof',
  'get /api/certificates/{number}',
  'get /api/certificates/{number}/document',
  'get /api/public/verifications',
  'get /health/live',
  'get /health/ready',
];

test('the description is valid OpenAPI 3.1 by somebody else’s measure, and holds what was promised', async () => {
  const description = (await (await fetch(`${world.server.address}/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { summary?: string }>>;
  };
  const result = await new Validator().validate(description);
  expect(result.valid, JSON.stringify(result.errors)).toBe(true);
  expect(description.openapi).toMatch(/^3\.1/);
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  for (const operation of promised) expect(described).toContain(operation);
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods))
      expect(operation.summary, `${method} ${path}`).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('pages, documentation and measurements answer', async () => {
  for (const path of ['/docs/', '/metrics', '/health/ready']) {
    expect((await fetch(world.server.address + path)).status, path).toBe(200);
  }
  const missing = await fetch(`${world.server.address}/api/nothing`);
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-type')).toContain('problem+json');
});
