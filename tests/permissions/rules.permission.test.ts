import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { bank, person } from '../support/people.ts';
import { party } from '../support/situations.ts';
import { type Home, makeWorld, office, type World } from '../support/world.ts';

const owner = person(651);
const actors = {
  owner,
  stranger: person(653),
  lender: bank(651),
  acceptor: 'acceptor',
  reviewer: 'reviewer',
  approver: 'approver',
  supervisor: 'supervisor',
  'system-admin': 'system-admin',
  'business-manager': 'business-manager',
} as const;
type Who = keyof typeof actors;
const everybody = Object.keys(actors) as Who[];

let world: World;
let home: Home;
let caseNo: string;
const clients = new Map<Who, Client>();
const as = (who: Who) => clients.get(who) as Client;

beforeAll(async () => {
  world = await makeWorld({ outside: false });
  for (const who of everybody) clients.set(who, await world.as(actors[who]));
  home = await world.home(4501, [owner]);
  // A draft is nobody else's before it is handed in, but one of the counter is the office's.
  const opened = await as('acceptor').post<{ caseNo: string }>('/api/cases', {
    business: 'resale-transfer',
    office,
    units: [home.code],
    parties: [party('transferor', owner), party('transferee', person(652))],
    form: { price: '1.00', coOwnership: '0' },
  });
  caseNo = opened.body.caseNo;
}, 120_000);
afterAll(() => world?.close());

interface Deed {
  method?: string;
  path: () => string;
  body?: object;
  /** Everybody else gets 403, or 404 where even existence is nobody else's. */
  allowed: readonly Who[];
  /** Answers of those allowed: the deed itself may be refused for what it says. */
  answers?: readonly number[];
  hidden?: readonly Who[];
}

const outsiders = ['stranger', 'lender', 'system-admin', 'business-manager'] as const;
const proposal = { office, business: '*', enabled: true, reason: '试' };
const entry = {
  office,
  kind: 'case',
  title: '试',
  body: '试',
  verified: false,
  businesses: [],
  rules: [],
  registrationTypes: [],
  rightTypes: [],
  reason: '试',
};
const study = {
  rule: 'UNIT_EXISTS',
  office,
  enabled: false,
  from: '2026-10-01T00:00:00Z',
  to: '2026-10-31T00:00:00Z',
};

const deeds: Record<string, Deed> = {
  'read proposals': { path: () => '/api/rule-proposals', allowed: ['business-manager'] },
  'propose a setting': {
    method: 'POST',
    path: () => '/api/rules/UNIT_EXISTS/proposals',
    body: proposal,
    allowed: ['business-manager'],
    answers: [201],
  },
  'decide a proposal': {
    method: 'POST',
    path: () => `/api/rule-proposals/${randomUUID()}/decision`,
    body: { approve: true, note: '试' },
    allowed: ['business-manager'],
    answers: [404],
  },
  'withdraw a proposal': {
    method: 'POST',
    path: () => `/api/rule-proposals/${randomUUID()}/withdrawal`,
    allowed: ['business-manager'],
    answers: [404],
  },
  'propose a business for the automatic list': {
    method: 'POST',
    path: () => '/api/automatic-businesses/mortgage-cancellation/proposals',
    body: { office, enabled: true, reason: '试' },
    allowed: ['business-manager'],
    answers: [201],
  },
  'ask what if': {
    method: 'POST',
    path: () => '/api/rules/what-if',
    body: study,
    allowed: ['business-manager'],
    answers: [202],
  },
  'ask what if at every office': {
    method: 'POST',
    path: () => '/api/rules/what-if',
    body: { ...study, office: '*' },
    allowed: [],
  },
  'list studies': { path: () => '/api/rules/what-if', allowed: ['business-manager'] },
  'see who used a rule': { path: () => '/api/rules/UNIT_EXISTS/uses', allowed: ['business-manager'] },
  'replay a case': {
    path: () => `/api/cases/${caseNo}/replay`,
    allowed: ['reviewer', 'approver', 'supervisor'],
    hidden: outsiders,
  },
  'read the log of a review': {
    path: () => `/api/cases/${caseNo}/review-log`,
    allowed: ['acceptor', 'reviewer', 'approver', 'supervisor'],
    hidden: outsiders,
  },
  'see what is worth knowing beside a case': {
    path: () => `/api/cases/${caseNo}/knowledge`,
    allowed: ['acceptor', 'reviewer', 'approver', 'supervisor'],
    hidden: outsiders,
  },
  'be told whom to turn to': {
    path: () => `/api/cases/${caseNo}/review-notice`,
    allowed: ['owner', 'acceptor', 'reviewer', 'approver', 'supervisor'],
    hidden: outsiders,
  },
  'draw the relations of a unit': {
    path: () => `/api/register/units/${home.code}/relations`,
    allowed: ['acceptor', 'reviewer', 'approver', 'supervisor'],
  },
  'see what a holder holds besides': {
    path: () => `/api/register/units/${home.code}/relations/holder?holder=holder:1-1:0&purpose=x`,
    allowed: ['acceptor', 'reviewer', 'approver'],
    answers: [200, 404],
  },
  'watch automatic review': {
    path: () => '/api/automatic-review/standing',
    allowed: ['reviewer', 'approver', 'supervisor', 'business-manager'],
  },
  'count what automatic review came to': {
    path: () => '/api/automatic-review/statistics',
    allowed: ['reviewer', 'approver', 'supervisor', 'business-manager'],
  },
  'read the knowledge base': {
    path: () => '/api/knowledge',
    allowed: ['acceptor', 'reviewer', 'approver', 'supervisor', 'business-manager'],
  },
  'write into the knowledge base': {
    method: 'POST',
    path: () => '/api/knowledge',
    body: entry,
    allowed: ['business-manager'],
    answers: [201],
  },
};

describe('who may', () => {
  test.each(Object.entries(deeds))('%s', async (_what, deed) => {
    const { method = 'GET', path, body, allowed, answers = [200], hidden = [] } = deed;
    for (const who of everybody) {
      const answer = await as(who).request(method, path(), body);
      const expected = allowed.includes(who) ? answers : hidden.includes(who) ? [404] : [403];
      expect(expected, `${who}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`).toContain(
        answer.status,
      );
    }
    const anonymous = await fetch(world.server.address + path(), {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    expect(anonymous.status).toBe(401);
  });
});

test('what is proposed, decided and asked stands in the audit log', async () => {
  const lines = await world.platform.database
    .withTables<{ 'platform.audit': { action: string; login: string } }>()
    .selectFrom('platform.audit')
    .select('action')
    .where('login', '=', 'business-manager')
    .execute();
  const actions = new Set(lines.map((line) => line.action));
  for (const action of ['rule.propose', 'rule.study', 'knowledge.create']) expect(actions).toContain(action);
});
