import { type permissions, type RoleDefinition, roles } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from './testing/server.ts';

const id = '0197f000-0000-7000-8000-000000000000';
const grant = { role: 'acceptor', office: '320402', purpose: '测试' };
const account = { login: 'somebody', password: 'weak', name: '王五', kind: 'person' };
const bank = { kind: 'bank', name: '恒产示范银行', idType: '99', idNumber: 'BANK-1' };

type Permission = keyof typeof permissions;
interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  payload?: object;
  /** Any of them opens it. */
  needs: readonly Permission[];
}

/** Every administrative route; all are called on things that are not there, so that nothing changes. */
const routes: readonly Route[] = [
  { method: 'GET', url: '/api/accounts', needs: ['account.manage', 'role.grant'] },
  { method: 'GET', url: `/api/accounts/${id}`, needs: ['account.manage', 'role.grant'] },
  { method: 'POST', url: '/api/accounts', payload: account, needs: ['account.manage'] },
  { method: 'PATCH', url: `/api/accounts/${id}`, payload: { status: 'disabled' }, needs: ['account.manage'] },
  { method: 'PUT', url: `/api/accounts/${id}/authorisation`, payload: bank, needs: ['account.manage'] },
  { method: 'DELETE', url: `/api/accounts/${id}/authorisation`, needs: ['account.manage'] },
  { method: 'POST', url: `/api/accounts/${id}/grants`, payload: grant, needs: ['role.grant'] },
  { method: 'DELETE', url: `/api/accounts/${id}/grants/${id}`, needs: ['role.grant'] },
  { method: 'POST', url: `/api/accounts/${id}/lock`, needs: ['session.manage'] },
  { method: 'POST', url: `/api/accounts/${id}/unlock`, needs: ['session.manage'] },
  { method: 'POST', url: `/api/accounts/${id}/password-reset`, needs: ['credential.reset'] },
  { method: 'POST', url: `/api/accounts/${id}/second-factor-reset`, needs: ['credential.reset'] },
  { method: 'PATCH', url: '/api/roles/nobody', payload: { permissions: [] }, needs: ['security.manage'] },
  { method: 'GET', url: '/api/audit', needs: ['audit.read'] },
  { method: 'GET', url: '/api/audit/export', needs: ['audit.export'] },
  { method: 'GET', url: '/api/audit/verification', needs: ['audit.verify'] },
];

const definitions: Readonly<Record<string, RoleDefinition>> = roles;
const grantable = Object.keys(definitions).filter((role) => definitions[role]?.grantable);
const offices = ['*', '320402', '320404'];

describe('who may administer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  const ask = async ({ method, url, payload }: Route, headers: object) =>
    (await server.app.inject({ method, url, headers: { ...headers }, ...(payload ? { payload } : {}) }))
      .statusCode;

  test('over role × route × office: only who holds the permission gets past the door', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.uniqueArray(fc.constantFrom(...grantable), { maxLength: 3 }),
        fc.constantFrom(...offices),
        async (route, held, office) => {
          const headers = server.as(testActor({ roles: held.map((role) => ({ role, office })) }));
          const allowed = held.some((role) =>
            route.needs.some((permission) => definitions[role]?.permissions.includes(permission)),
          );
          const status = await ask(route, headers);
          if (allowed) expect([200, 204, 400, 404]).toContain(status);
          else expect(status).toBe(403);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('each route is opened by the permission alone, and closed to nobody, citizens and agents', async () => {
    const organisation = { id: '1', name: '示范银行', kind: 'bank', idType: '8', idIndex: 'x' };
    for (const route of routes) {
      for (const [role, definition] of Object.entries(definitions)) {
        if (!definition.grantable) continue;
        const allowed = route.needs.some((permission) => definition.permissions.includes(permission));
        const status = await ask(route, server.as(testActor({ roles: [{ role }] })));
        expect(status === 403, `${role} at ${route.method} ${route.url}`).toBe(!allowed);
      }
      expect(await ask(route, {}), route.url).toBe(401);
      expect(await ask(route, server.as(testActor({ kind: 'person' }))), route.url).toBe(403);
      expect(await ask(route, server.as(testActor({ kind: 'organisation', organisation }))), route.url).toBe(
        403,
      );
    }
  });

  test('every route of the room that is not for everybody stands in this table', () => {
    const open = /^\/api\/(sessions|visitor|me|roles$)/;
    const paths = Object.keys(server.app.swagger().paths ?? {}).filter((path) => !open.test(path));
    const covered = routes.map(({ url }) =>
      url
        .replace(`grants/${id}`, 'grants/{grant}')
        .replace(id, '{id}')
        .replace('roles/nobody', 'roles/{role}'),
    );
    expect([...new Set(covered)].sort()).toEqual(paths.sort());
  });
});
