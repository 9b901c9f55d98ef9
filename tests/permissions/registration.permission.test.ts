import { createAccount, listAccounts, systemActor, withdrawAuthorisation } from '@hengchan/platform';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, pixel, signIn } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { court, party } from '../support/situations.ts';
import { type Home, makeWorld, office, type World } from '../support/world.ts';

const owner = person(601);
const buyer = person(602);
const stranger = person(603);
const lender = bank(601);

const actors = {
  owner,
  buyer,
  stranger,
  lender,
  court,
  acceptor: 'acceptor',
  reviewer: 'reviewer',
  approver: 'approver',
  supervisor: 'supervisor',
  'system-admin': 'system-admin',
  'business-manager': 'business-manager',
} as const;
type Who = keyof typeof actors;
const everybody = Object.keys(actors) as Who[];
const desk: Who[] = ['acceptor', 'reviewer', 'approver', 'supervisor'];
const registrars: Who[] = ['acceptor', 'reviewer', 'approver'];

let world: World;
let home: Home;
let caseNo: string;
let draftNo: string;
const clients = new Map<Who, Client>();

beforeAll(async () => {
  world = await makeWorld({ outside: false });
  for (const who of everybody) clients.set(who, await world.as(actors[who]));
  home = await world.home(4001, [owner]);
  const open = async ({ code }: Home) => {
    const opened = await (clients.get('owner') as Client).post<{ caseNo: string }>('/api/cases', {
      business: 'resale-transfer',
      office,
      units: [code],
      parties: [party('transferor', owner), party('transferee', buyer)],
      form: { price: '1.00', coOwnership: '0' },
    });
    return opened.body.caseNo;
  };
  caseNo = await open(home);
  expect((await (clients.get('owner') as Client).act(caseNo, 'submit')).status).toBe(200);
  draftNo = await open(await world.home(4002, [owner]));
}, 120_000);
afterAll(() => world?.close());

interface Look {
  path: () => string;
  /** Everybody else gets one of `otherwise`. */
  allowed: Who[];
  otherwise: number[];
}

const looks: Record<string, Look> = {
  'a case': { path: () => `/api/cases/${caseNo}`, allowed: ['owner', 'buyer', ...desk], otherwise: [404] },
  'a draft nobody handed in': {
    path: () => `/api/cases/${draftNo}`,
    allowed: ['owner', 'buyer'],
    otherwise: [404],
  },
  'findings of a case': {
    path: () => `/api/cases/${caseNo}/findings`,
    allowed: ['owner', 'buyer', ...desk],
    otherwise: [404],
  },
  'the history of a case': {
    path: () => `/api/cases/${caseNo}/history`,
    allowed: ['owner', 'buyer', ...desk],
    otherwise: [404],
  },
  'the page of a unit': {
    path: () => `/api/register/units/${home.code}`,
    allowed: ['owner', ...desk],
    otherwise: [403],
  },
  'the history of a unit': {
    path: () => `/api/register/units/${home.code}/history`,
    allowed: ['owner', ...desk],
    otherwise: [403],
  },
  'the ended rights of a unit': {
    path: () => `/api/register/units/${home.code}/ended-rights`,
    allowed: ['owner', ...desk],
    otherwise: [403],
  },
  'the common parts around a unit': {
    path: () => `/api/register/units/${home.code}/common-parts`,
    allowed: ['owner', ...desk],
    otherwise: [403],
  },
  'a unit at two moments': {
    path: () => `/api/register/units/${home.code}/comparison?from=2025-01-01T00:00:00Z`,
    allowed: ['owner', ...desk],
    otherwise: [403],
  },
  'an entry': {
    path: () => `/api/register/entries/${office}/1`,
    allowed: ['owner', ...desk],
    otherwise: [403],
  },
  'a certificate': {
    path: () => `/api/certificates/${encodeURIComponent(home.certificate)}`,
    allowed: ['owner', ...desk],
    otherwise: [404],
  },
  'the register by place': {
    path: () => `/api/register/units?q=${encodeURIComponent('青枫里')}&office=${office}`,
    allowed: registrars,
    otherwise: [403],
  },
  'the work list': {
    path: () => '/api/tasks',
    allowed: [...registrars, 'owner', 'buyer', 'stranger', 'lender', 'court'],
    otherwise: [403],
  },
  'one’s own property': { path: () => '/api/my/units', allowed: everybody, otherwise: [] },
  'what the survey found, by code': {
    path: () => '/api/surveyed-units?q=320402001001GB00001F00010001',
    allowed: everybody,
    otherwise: [],
  },
  'the rules': { path: () => '/api/rules', allowed: everybody, otherwise: [] },
};

describe('who may look at', () => {
  test.each(Object.entries(looks))('%s', async (_what, look) => {
    for (const who of everybody) {
      const answer = await (clients.get(who) as Client).get(look.path());
      const expected = look.allowed.includes(who) ? [200] : look.otherwise;
      expect(expected, `${who}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`).toContain(
        answer.status,
      );
    }
    const anonymous = await fetch(world.server.address + look.path());
    expect(anonymous.status).toBe(401);
  });
});

test('staff find what is before the office, drafts of the counter among it, and none that nobody handed in', async () => {
  const found = async (who: Who, no: string) => {
    const { body } = await (clients.get(who) as Client).get<{ items: { caseNo: string }[] }>(
      `/api/cases?q=${no}`,
    );
    return body.items.map((each) => each.caseNo);
  };
  const { body } = await (clients.get('acceptor') as Client).post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', owner), party('transferee', buyer)],
    form: {},
  });
  for (const who of desk) {
    expect(await found(who, caseNo)).toEqual([caseNo]);
    expect(await found(who, body.caseNo)).toEqual([body.caseNo]);
    expect(await found(who, draftNo)).toEqual([]);
  }
  expect(await found('owner', draftNo)).toEqual([draftNo]);
});

test('papers of one person open to who gave them and to the office, shared ones to every party', async () => {
  const give = async (who: Who, material: string) => {
    const answer = await (clients.get(who) as Client).upload(caseNo, material, pixel, `${who}.png`);
    expect(answer.status).toBe(200);
  };
  await give('owner', 'identity');
  await give('buyer', 'identity');
  await give('owner', 'contract');
  interface Seen {
    materials: { code: string; status: string; files: { id: string; name: string; opens: boolean }[] }[];
  }
  const opened = async (who: Who) => {
    const client = clients.get(who) as Client;
    const { body } = await client.get<Seen>(`/api/cases/${caseNo}`);
    const files = body.materials.flatMap(({ code, files }) => files.map((file) => ({ code, ...file })));
    expect(files).toHaveLength(3);
    const readable = [];
    for (const { code, id, name, opens } of files) {
      const { status } = await client.get(`/api/cases/${caseNo}/files/${id}`);
      expect([opens, status]).toEqual(opens ? [true, 200] : [false, 403]);
      if (opens) readable.push(`${code}/${name}`);
    }
    return readable.toSorted();
  };
  expect(await opened('owner')).toEqual(['contract/owner.png', 'identity/owner.png']);
  expect(await opened('buyer')).toEqual(['contract/owner.png', 'identity/buyer.png']);
  expect(await opened('acceptor')).toHaveLength(3);
});

test('whoever is offered an action may do it, and nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...everybody),
      fc.constantFrom(
        'submit',
        'confirm',
        'accept',
        'approve-review',
        'approve',
        'refuse',
        'decline',
        'pay',
        'withdraw',
        'cancel',
      ),
      async (who, action) => {
        const client = clients.get(who) as Client;
        const seen = await client.get<{ availableActions?: { action: string }[] }>(`/api/cases/${caseNo}`);
        if (seen.body.availableActions?.some((each) => each.action === action)) return;
        const answer = await client.act(caseNo, action, {}, '试试');
        expect([403, 404, 409], `${who} ${action}: ${answer.status}`).toContain(answer.status);
      },
    ),
    { numRuns: 60 },
  );
});

test('who is not a party cannot open a case on somebody else’s home', async () => {
  const body = {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', owner), party('transferee', buyer)],
    form: {},
  };
  expect((await (clients.get('stranger') as Client).post('/api/cases', body)).status).toBe(403);
  expect((await (clients.get('supervisor') as Client).post('/api/cases', body)).status).toBe(403);
  expect((await (clients.get('court') as Client).post('/api/cases', body)).status).toBe(403);
});

test('an agent does what the body authorised, and nothing after it took the authorisation back (ONL-USR-04)', async () => {
  const agent = { ...bank(602), login: 'agent602' };
  await createAccount(world.platform, systemActor, {
    login: agent.login,
    password: 'Hengchan-2026',
    name: '代办人',
    kind: 'organisation',
    organisation: {
      kind: 'bank',
      name: agent.name,
      idType: agent.idType,
      idNumber: agent.idNumber,
      businesses: ['mortgage-cancellation'],
    },
  });
  const client = await signIn(world.server.address, agent.login, 'Hengchan-2026');
  const first = {
    business: 'mortgage-first',
    office,
    units: [home.code],
    parties: [party('mortgagor', owner), party('mortgagee', agent)],
    form: {},
  };
  expect((await client.post<{ code: string }>('/api/cases', first)).body.code).toBe(
    'BUSINESS_NOT_AUTHORISED',
  );
  const cancel = {
    business: 'mortgage-cancellation',
    office,
    units: [home.code],
    parties: [party('mortgagee', agent)],
    form: {},
  };
  const opened = await client.post<{ caseNo: string }>('/api/cases', cancel);
  expect(opened.status).toBe(201);
  const { items } = await listAccounts(world.platform, systemActor, { q: agent.login });
  await withdrawAuthorisation(world.platform, systemActor, items[0]?.id ?? '');
  expect((await client.post('/api/cases', cancel)).status).toBe(403);
});

test('outside the office the work list holds only what one opened oneself', async () => {
  const items = async (who: Who) =>
    (await (clients.get(who) as Client).get<{ items: unknown[] }>('/api/tasks')).body.items;
  expect(await items('owner')).toHaveLength(1);
  for (const who of ['buyer', 'stranger', 'lender', 'court'] as const) expect(await items(who)).toEqual([]);
});

test('every look at the register is on record, with who and on what conditions', async () => {
  const reader = clients.get('acceptor') as Client;
  await reader.get(
    `/api/register/units?holder=${owner.idNumber}&purpose=${encodeURIComponent('核对权利人')}&office=${office}`,
  );
  const line = await world.platform.database
    .withTables<{
      'platform.audit': {
        action: string;
        login: string;
        detail: { conditions?: { purpose?: string } };
        at: Date;
      };
    }>()
    .selectFrom('platform.audit')
    .selectAll()
    .where('action', '=', 'register.read')
    .where('login', '=', 'acceptor')
    .orderBy('at', 'desc')
    .executeTakeFirstOrThrow();
  expect(line.detail.conditions?.purpose).toBe('核对权利人');
  expect(JSON.stringify(line)).not.toContain(owner.idNumber);
});

test('a search by person without a purpose is refused', async () => {
  const answer = await (clients.get('acceptor') as Client).get<{ errors: { path: string }[] }>(
    `/api/register/units?holder=${owner.idNumber}&office=${office}`,
  );
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0]?.path).toBe('/purpose');
});
