import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Client, clientOver, signInOver } from '../support/client.ts';
import { office } from '../support/office.ts';
import { person, type TestPerson } from '../support/people.ts';
import { makeFuse } from '../support/town/fuse.ts';
import { openStage, type Stage } from '../support/town/stage.ts';
import { openTown, type Town } from '../support/town/town.ts';
import { walk } from '../support/walk.ts';
import { password } from '../support/world.ts';
import { again, clerk } from './office-at-work.ts';

const monday = new Date('2026-11-16T02:00:00Z');
const rule = 'MORTGAGE_KNOWN';
const [seller, buyer] = [person(31), person(32)];

/** Two servers on one database: administrators speak to the one, everybody else to the other. */
describe.skipIf(!inject('postgresUrl'))('what an administrator sets at one server holds at the other', () => {
  let stage: Stage;
  let other: Town;
  const statements: string[] = [];

  beforeAll(async () => {
    stage = await openStage();
    stage.clock.set(monday);
    const fuse = makeFuse();
    const gate = { ...fuse.gate, before: (statement: string) => void statements.push(statement) };
    const { folder, hall, clock } = stage;
    other = await openTown({
      url: stage.database.url,
      folder,
      hall,
      clock,
      fuse: { ...fuse, gate },
    });
  }, 120_000);
  afterAll(async () => {
    await other?.close();
    await stage?.close();
  });
  beforeEach(() => {
    statements.length = 0;
  });

  async function atOther(who: TestPerson): Promise<Client> {
    await stage.as(who);
    return clientOver(other.send, (await signInOver(other.send, who.login, password)).token);
  }

  /** A sale handed in at the other server, up to where it waits to be accepted; what its rules were, and until when it waits. */
  async function handedIn() {
    const parties = [await atOther(seller), await atOther(buyer)] as const;
    const opened = await parties[0].post<CaseView>('/api/cases', await stage.sale(seller, buyer));
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const { caseNo } = opened.body;
    await walk(caseNo, parties, [], 60, {
      idle: () => other.pump(),
      until: (view) => view.status === 'accepting',
    });
    const { body } = await parties[0].get<{ items: { code: string }[] }>(`/api/cases/${caseNo}/findings`);
    const [step] = await stage.rows<{ due_at: Date }>(
      `SELECT due_at FROM casework.token WHERE case_no = $1 AND node = 'accept' AND state = 'open'`,
      [caseNo],
    );
    return { rules: body.items.map((finding) => finding.code), waitsUntil: step?.due_at.toISOString() };
  }

  async function set(enabled: boolean): Promise<void> {
    const proposer = await again(stage, clerk('proposer', 'business-manager'));
    const approver = await again(stage, clerk('approver-of-rules', 'business-manager'));
    const proposed = await proposer.post<{ id: string }>(`/api/rules/${rule}/proposals`, {
      office,
      business: 'resale-transfer',
      enabled,
      reason: '试行',
    });
    expect(proposed.status, JSON.stringify(proposed.body)).toBe(201);
    const answer = await approver.post(`/api/rule-proposals/${proposed.body.id}/decision`, {
      approve: true,
      note: '同意',
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(204);
  }

  async function declare(kind: 'holiday' | 'ordinary'): Promise<void> {
    const admin = await again(stage, 'system-admin');
    const answer = await admin.request('PUT', '/api/calendar/2026-11-17', { kind, name: '试验' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }

  test('a rule switched off and on again, from the next evaluation on', async () => {
    expect((await handedIn()).rules).toContain(rule);
    await set(false);
    expect((await handedIn()).rules).not.toContain(rule);
    await set(true);
    expect((await handedIn()).rules).toContain(rule);
  });

  test('a day declared a holiday and ordinary again, from the next deadline on', async () => {
    expect((await handedIn()).waitsUntil).toBe('2026-11-17T16:00:00.000Z');
    await declare('holiday');
    expect((await handedIn()).waitsUntil).toBe('2026-11-18T16:00:00.000Z');
    await declare('ordinary');
    expect((await handedIn()).waitsUntil).toBe('2026-11-17T16:00:00.000Z');
  });

  test('and while nobody changes anything, neither is read', async () => {
    await handedIn();
    statements.length = 0;
    await handedIn();
    expect(statements.filter((each) => /insert into "casework"."finding"/.test(each))).not.toHaveLength(0);
    expect(statements.filter((each) => /calendar_day|"rules"\."decision"/.test(each))).toEqual([]);
  });
});
