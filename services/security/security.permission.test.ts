import { type PermissionCode, type RoleDefinition, roles } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkRequester } from './approvals/dispositions.ts';
import { type TestServer, testServer } from './testing/server.ts';

const id = '0197f000-0000-7000-8000-000000000000';
const at = '2026-12-01T00:00:00Z';
const span = { from: '2026-01-01T00:00:00Z', until: at };

interface Route {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  payload?: object;
  /** Any of them opens it. */
  needs: readonly PermissionCode[];
  /** Refused with 403 even to who may, because consent is lacking. */
  consent?: true;
}

const watch = ['security.read'] as const;
const own = [
  'audit.export',
  'data.export',
  'data.destroy',
  'issue.read',
  ...Object.values(bulkRequester),
] as const satisfies readonly PermissionCode[];
const hear = ['security.manage', 'issue.manage', 'issue.handle', 'data.export'] as const;

/** Every route of the room but those for all staff. Called on things that are not there, or with what changes nothing that matters. */
const routes: readonly Route[] = [
  { method: 'GET', url: '/api/security/controls', needs: watch },
  {
    method: 'POST',
    url: '/api/security/controls/SEC-NO/reviews',
    payload: { outcome: 'confirmed', note: 'x', nextReviewOn: '2027-01-01' },
    needs: ['security.manage'],
  },
  { method: 'GET', url: '/api/security/inventory', needs: watch },
  {
    method: 'POST',
    url: '/api/security/cryptography/no-such-use/products',
    payload: { product: 'x', manufacturer: 'x', model: 'x', reason: 'x' },
    needs: ['security.manage'],
  },
  { method: 'GET', url: '/api/security/software-bill', needs: watch },
  { method: 'GET', url: '/api/security/data-catalogue', needs: ['data.read', ...watch] },
  { method: 'GET', url: '/api/security/dispositions', needs: watch },
  { method: 'GET', url: '/api/security/notices', needs: [...hear, ...watch] },
  { method: 'POST', url: `/api/security/notices/${id}/handling`, payload: { handling: 'x' }, needs: hear },
  { method: 'GET', url: '/api/security/stops', needs: ['issue.handle', ...watch] },
  {
    method: 'POST',
    url: '/api/security/stops',
    payload: { kind: 'route', target: '/x', message: 'x', reason: 'x' },
    needs: ['security.manage'],
  },
  { method: 'POST', url: `/api/security/stops/${id}/resumption`, needs: ['security.manage'] },
  {
    method: 'POST',
    url: '/api/security/inspection-packages',
    payload: { parts: ['settings'], ...span },
    needs: ['inspection.export'],
  },
  { method: 'GET', url: '/api/security/restore-drills', needs: watch },
  { method: 'GET', url: '/api/security/parameters', needs: watch },
  {
    method: 'PUT',
    url: '/api/security/parameters',
    payload: { reportHours: 24 },
    needs: ['security.manage'],
  },
  { method: 'GET', url: '/api/security/approvals', needs: [...own, ...watch] },
  {
    method: 'POST',
    url: '/api/security/approvals',
    payload: {
      operation: 'data-use',
      subject: '*',
      purpose: 'x',
      scope: 'x',
      validUntil: '2020-01-01T00:00:00Z',
    },
    needs: ['data.export'],
  },
  {
    method: 'POST',
    url: `/api/security/approvals/${id}/decision`,
    payload: { granted: true, note: 'x' },
    needs: ['approval.decide'],
  },
  { method: 'POST', url: `/api/security/approvals/${id}/withdrawal`, needs: ['approval.decide'] },
  { method: 'GET', url: '/api/security/exports', needs: ['data.export', ...watch] },
  {
    method: 'POST',
    url: '/api/security/exports',
    payload: { disposition: 'data-use' },
    needs: ['data.export'],
    consent: true,
  },
  { method: 'GET', url: `/api/security/exports/${id}/manifest`, needs: ['data.export'] },
  { method: 'GET', url: `/api/security/exports/${id}/archive`, needs: ['data.export'] },
  { method: 'POST', url: `/api/security/exports/${id}/verification`, needs: ['data.export'] },
  { method: 'POST', url: `/api/security/exports/${id}/retention`, payload: {}, needs: ['data.export'] },
  { method: 'GET', url: '/api/security/destructions', needs: ['data.destroy', ...watch] },
  {
    method: 'POST',
    url: '/api/security/destructions',
    payload: { export: id, manifestHash: '0'.repeat(64), confirmation: 'x' },
    needs: ['data.destroy'],
  },
  { method: 'GET', url: '/api/security/issues', needs: ['issue.read', 'issue.handle'] },
  {
    method: 'POST',
    url: '/api/security/issues',
    payload: { kind: 'hazard', severity: 'low', title: 'x', description: 'x', source: 'x', dueAt: at },
    needs: ['issue.manage'],
  },
  { method: 'GET', url: `/api/security/issues/${id}`, needs: ['issue.read', 'issue.handle'] },
  { method: 'POST', url: `/api/security/issues/${id}/report`, payload: { to: 'x' }, needs: ['issue.manage'] },
  {
    method: 'POST',
    url: `/api/security/issues/${id}/measures`,
    payload: { text: 'x' },
    needs: ['issue.handle'],
  },
  {
    method: 'POST',
    url: `/api/security/issues/${id}/review`,
    payload: { passed: true, note: 'x' },
    needs: ['issue.manage'],
  },
  { method: 'GET', url: `/api/security/issues/${id}/disclosure`, needs: ['issue.read'], consent: true },
  { method: 'GET', url: '/api/security/retention', needs: ['data.read', ...watch] },
  {
    method: 'POST',
    url: '/api/security/retention',
    payload: { ground: 'case', basis: 'x', basisVerified: false },
    needs: ['data.retain'],
  },
  { method: 'GET', url: '/api/security/integrity-checks', needs: watch },
  { method: 'GET', url: '/api/security/marks', needs: ['file.mark', 'file.release', ...watch] },
  {
    method: 'POST',
    url: '/api/security/marks',
    payload: { shelf: 'held', key: 'x', mark: 'internal', reason: 'x' },
    needs: ['file.mark'],
  },
  {
    method: 'POST',
    url: `/api/security/marks/${id}/decision`,
    payload: { granted: false, note: 'x' },
    needs: ['file.release'],
  },
  ...['file-readers', 'file-readers/removal'].map(
    (path): Route => ({
      method: 'POST',
      url: `/api/security/${path}`,
      payload: { shelf: 'held', key: 'x', login: 'x' },
      needs: ['file.mark'],
    }),
  ),
  {
    method: 'POST',
    url: '/api/security/documents?kind=technical&title=x&noStateSecret=true',
    needs: ['document.keep'],
  },
  {
    method: 'POST',
    url: `/api/security/documents/${id}/consents`,
    payload: { recipient: 'x', purpose: 'x', givenBy: 'x', validUntil: at },
    needs: ['document.keep'],
  },
  { method: 'POST', url: `/api/security/provider-consents/${id}/withdrawal`, needs: ['document.keep'] },
  {
    method: 'GET',
    url: `/api/security/documents/${id}/share?recipient=x`,
    needs: ['document.keep'],
    consent: true,
  },
  { method: 'GET', url: '/api/security/reports', needs: watch },
  { method: 'POST', url: '/api/security/reports/2020/preparation', needs: ['security.manage'] },
  {
    method: 'POST',
    url: '/api/security/reports/2020/submission',
    payload: { to: 'x' },
    needs: ['security.manage'],
  },
  { method: 'GET', url: '/api/security/reports/2020/document', needs: watch },
  { method: 'GET', url: `/api/security/destructions/${id}/letter`, needs: ['data.destroy', ...watch] },
  { method: 'GET', url: '/api/security/team', needs: ['data.export', ...watch] },
  {
    method: 'POST',
    url: '/api/security/team',
    payload: { kind: 'join', account: id, post: 'x', duty: 'x', networkSecurityLead: false, effectiveAt: at },
    needs: ['security.manage'],
  },
  { method: 'POST', url: `/api/security/team/${id}/acknowledgement`, needs: ['data.export'] },
  {
    method: 'POST',
    url: '/api/security/trainings',
    payload: { kind: 'training', title: 'x', content: 'x', dueAt: at },
    needs: ['security.manage'],
  },
];
const forStaff = [
  // Each shows what the asker is named for; tried in documents/documents.test.ts.
  '/api/security/documents',
  '/api/security/documents/{id}/file',
  '/api/security/trainings',
  '/api/security/trainings/{id}/completion',
  '/api/security/takings',
];

const definitions: Readonly<Record<string, RoleDefinition>> = roles;

describe('who may do what about security', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  const ask = ({ method, url, payload }: Route, headers: object) =>
    server.app.inject({ method, url, headers: { ...headers }, ...(payload ? { payload } : {}) });

  test('each route is opened by its permissions alone, and closed to nobody, citizens and agents', async () => {
    const organisation = { id: '1', name: '示范银行', kind: 'bank', idType: '8', idIndex: 'x' };
    for (const route of routes) {
      for (const [role, definition] of Object.entries(definitions)) {
        if (!definition.grantable) continue;
        const allowed = route.needs.some((permission) => definition.permissions.includes(permission));
        const answer = await ask(route, server.as(testActor({ roles: [{ role }] })));
        const what = `${role} at ${route.method} ${route.url}: ${answer.body}`;
        if (allowed && route.consent) expect(answer.json().code, what).toBe('APPROVAL_REQUIRED');
        else expect(answer.statusCode === 403, what).toBe(!allowed);
        expect(answer.statusCode, what).toBeLessThan(500);
        if (!allowed) expect(answer.json().code, what).toBe('FORBIDDEN');
      }
      expect((await ask(route, {})).statusCode, route.url).toBe(401);
      for (const actor of [testActor({ kind: 'person' }), testActor({ kind: 'organisation', organisation })])
        expect((await ask(route, server.as(actor))).statusCode, route.url).toBe(403);
    }
  });

  test('inspectors change nothing', () => {
    const inspector: readonly string[] = roles.inspector.permissions;
    const changing = routes.filter(
      ({ method, needs, url }) =>
        method !== 'GET' &&
        !url.endsWith('/inspection-packages') &&
        needs.some((need) => inspector.includes(need)),
    );
    expect(changing).toEqual([]);
  });

  test('every route of the room stands in this table, or is for all staff', () => {
    const paths = Object.keys(server.app.swagger().paths ?? {}).filter((path) => !forStaff.includes(path));
    const covered = routes
      .map(({ url }) =>
        url
          .replace(/\?.*/, '')
          .replace(id, '{id}')
          .replace('SEC-NO', '{row}')
          .replace('no-such-use', '{use}')
          .replace('/2020/', '/{year}/'),
      )
      .filter((path) => !forStaff.includes(path));
    expect([...new Set(covered)].sort()).toEqual(paths.sort());
  });
});
