import { readFileSync } from 'node:fs';
import { seedDistricts } from '@hengchan/cadastre';
import { createAccount, systemActor } from '@hengchan/platform';
import { dispositions } from '@hengchan/security';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, sources } from '../house/sources.ts';
import { type Client, signIn } from '../support/client.ts';
import { bank, person, type TestPerson } from '../support/people.ts';
import { makeWorld, office, password, type StaffRole, type World } from '../support/world.ts';

/** Somewhere invented, so that there is an edition to take. */
const district = {
  code: office,
  name: '示范区',
  level: 'area' as const,
  shape: JSON.stringify({
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [120, 31],
          [120.1, 31],
          [120.1, 31.1],
          [120, 31.1],
          [120, 31],
        ],
      ],
    ],
  }),
};

let world: World;
let guard: Client;
let ways: Map<string, string>;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
  await seedDistricts(world.platform, office, [district], world.platform.clock.now());
  await createAccount(world.platform, systemActor, {
    login: 'guard',
    password,
    name: '安全管理员',
    kind: 'staff',
    backgroundChecked: true,
    roles: [{ role: 'security-admin', office: '*', purpose: '测试' }],
  });
  guard = await signIn(world.server.address, 'guard', password);
  const description = (await (await fetch(`${world.server.address}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  ways = new Map(
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) => {
        const leaves = operation['x-leaves-as'];
        return leaves === undefined ? [] : [[`${method.toUpperCase()} ${path}`, String(leaves)] as const];
      }),
    ),
  );
}, 120_000);
afterAll(() => world?.close());

const waysOut = (kind: string) => [...ways].flatMap(([way, leaves]) => (leaves === kind ? [way] : [])).sort();
const span = { from: '2020-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };

/** How to take many rows at once by each of the ways there are, and the audit line each leaves. */
interface WayOfTaking {
  by: StaffRole | TestPerson;
  resource: string;
  /** Action of the audit line, where it is not `<resource>.export`. */
  line?: string;
  take(client: Client, approval?: string): ReturnType<Client['get']>;
  /** A file of a fixed form has no first line to write on; who took it stands in the audit. */
  unmarked?: true;
  /** What is an institution's own: nobody at the office consents to more of it. */
  own?: true;
}

const cadastre = (path: string, more: Record<string, string> = {}): WayOfTaking => ({
  by: 'acceptor',
  resource: 'cadastre',
  take: (client, approval) => client.get(`${path}${query({ ...more, approval })}`),
  ...(path.endsWith('/file') ? { unmarked: true } : {}),
});

const takings: Record<string, WayOfTaking> = {
  'GET /api/audit/export': {
    by: 'audit-admin',
    resource: 'audit',
    take: (client, approval) => client.get(`/api/audit/export${query({ approval })}`),
  },
  'POST /api/security/inspection-packages': {
    by: 'audit-admin',
    resource: 'audit',
    line: 'inspection.export',
    take: (client, approval) =>
      client.post('/api/security/inspection-packages', { parts: ['audit'], ...span, approval }),
  },
  'GET /api/payments/reconciliations/{day}': {
    by: 'cashier',
    resource: 'payment',
    take: (client, approval) =>
      client.get(`/api/payments/reconciliations/2026-11-20${query({ office, format: 'csv', approval })}`),
  },
  'GET /api/indicators': {
    by: 'supervisor',
    resource: 'indicators',
    take: (client, approval) => client.get(`/api/indicators${query({ office, format: 'csv', approval })}`),
  },
  'GET /api/automatic-review/statistics': {
    by: 'supervisor',
    resource: 'reviews',
    take: (client, approval) =>
      client.get(`/api/automatic-review/statistics${query({ office, format: 'csv', approval })}`),
  },
  'GET /api/districts/file': cadastre('/api/districts/file', { office }),
  'GET /api/district-editions/{office}/{number}/file': cadastre(`/api/district-editions/${office}/1/file`),
  'GET /api/district-editions/{office}/{number}/differences': cadastre(
    `/api/district-editions/${office}/1/differences`,
    { format: 'csv' },
  ),
  'GET /api/district-editions/{office}/{number}/parcels': cadastre(
    `/api/district-editions/${office}/1/parcels`,
    { format: 'csv' },
  ),
  'GET /api/institution/cases.csv': {
    by: bank(1),
    resource: 'institution',
    own: true,
    take: (client) => client.get('/api/institution/cases.csv'),
  },
  'POST /api/security/takings': {
    by: 'acceptor',
    resource: 'page',
    take: (client, approval) =>
      client.post('/api/security/takings', {
        kind: 'table',
        page: '/desk/cases',
        title: '办件查询',
        rows: 7,
        approval,
      }),
  },
};

function query(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `?${new URLSearchParams(given)}`;
}

async function limitTo(rows: number): Promise<void> {
  await world.platform.database
    .insertInto('platform.setting')
    .values({ name: 'security.bulk-export-rows', value: String(rows), updated_at: new Date(0) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(rows) }))
    .execute();
}

async function lines(action: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM platform.audit WHERE action = ${action}`.execute(
    world.platform.database,
  );
  return rows[0]?.count ?? 0;
}

describe('many rows at once', () => {
  test('every way stands here, and among what the institution consents to', () => {
    expect(Object.keys(takings).sort()).toEqual(waysOut('rows'));
    const known = dispositions.flatMap((each) => each.ways.map(({ way }) => way));
    for (const way of [...waysOut('rows'), ...waysOut('whole').map(() => 'POST /api/security/exports')])
      expect(known, way).toContain(way);
  });

  test.each(Object.entries(takings))(
    '%s: more than anybody may take alone needs a consent, the copy says whose it is, and a line stays',
    async (way, { by, resource, line = `${resource}.export`, take, unmarked, own }) => {
      const client = await world.as(by);
      await limitTo(-1);
      const refused = await take(client);
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([
        403,
        'EXPORT_NEEDS_CONSENT',
      ]);

      if (own) return limitTo(1_000);
      const asked = await client.post<{ id: string }>('/api/security/approvals', {
        operation: 'bulk-export',
        subject: resource,
        purpose: '测试',
        scope: '全部',
        validUntil: new Date(world.platform.clock.now().getTime() + 86_400_000).toISOString(),
      });
      expect(asked.status, JSON.stringify(asked.body)).toBe(201);
      const decided = await guard.post(`/api/security/approvals/${asked.body.id}/decision`, {
        granted: true,
        note: '同意',
      });
      expect(decided.status).toBe(204);
      const before = await lines(line);
      const taken = await take(client, asked.body.id);
      expect(taken.status, JSON.stringify(taken.body)).toBe(200);
      const text =
        taken.body instanceof ArrayBuffer ? Buffer.from(taken.body).toString() : JSON.stringify(taken.body);
      if (!unmarked)
        expect(text.split('\r\n')[0], 'says whose copy it is').toContain(
          typeof by === 'string' ? by : by.login,
        );
      expect(await lines(line), way).toBe(before + 1);
      await limitTo(1_000);
    },
  );
});

describe('papers, one at a time', () => {
  test('every way is closed to who is not signed in', async () => {
    const made = '0197f000-0000-7000-8000-000000000000';
    for (const way of [...waysOut('paper'), ...waysOut('whole'), ...waysOut('rows')]) {
      const [method = '', path = ''] = way.split(' ');
      const address = path
        .replace('{id}', made)
        .replace('{file}', made)
        .replace('{no}', `${office}20261120000001`)
        .replace('{number}', path.includes('entries') ? '1' : '苏（2026）常州市不动产权第0000001号')
        .replace('{office}', office)
        .replace('{code}', `${office}001001GB00001F00010001`)
        .replace('{year}', '2026')
        .replace('{day}', '2026-11-20');
      const answer = await fetch(`${world.server.address}${address}?office=${office}&purpose=x`, { method });
      expect([400, 401, 403], `${way}: ${answer.status}`).toContain(answer.status);
    }
  });

  test('a sheet and a certificate leave a line each time', async () => {
    const owner = person(11);
    const { code, certificate } = await world.home(11, [owner]);
    const client = await world.as(owner);
    await world.platform.jobs.drain();
    for (const [address, action] of [
      [`/api/register/units/${code}/sheet`, 'register.sheet'],
      [`/api/certificates/${encodeURIComponent(certificate)}/document`, 'certificate.read'],
    ] as const) {
      const before = await lines(action);
      const answer = await client.get(address);
      expect([200, 409], `${address} ${answer.status}`).toContain(answer.status);
      expect(await lines(action), address).toBe(before + 1);
    }
  });
});

test('what the browser itself writes to disk goes through one door', () => {
  const makers = sources('ts,tsx')
    .filter(({ path, text }) => path.startsWith('apps/web/src/') && /saveText\(|\.download = /.test(text))
    .map(({ path }) => path.replace('apps/web/src/desk/', ''));
  expect(makers.sort()).toEqual([
    // The way to disk itself.
    'apps/web/src/list/csv.ts',
    // Made, counted and marked by the server: an institution's own cases.
    'apps/web/src/portal/workbench/OwnCasesPanel.tsx',
    // What businesses there are: public.
    'businesses/DirectoryPage.tsx',
    // Already made, counted and marked by the server.
    'components/ExportDialog.tsx',
    // Rows of any page.
    'list/KeepRows.tsx',
    // Already made, counted and marked by the server.
    'security/InspectionPage.tsx',
  ]);
  expect(readFileSync(`${root}apps/web/src/desk/list/KeepRows.tsx`, 'utf8')).toContain(
    '/api/security/takings',
  );
});
