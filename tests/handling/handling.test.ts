import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import type { TaskView } from '../../services/registration/task-schema.ts';
import type { ProblemBody } from '../support/client.ts';
import { office, officeInfo } from '../support/office.ts';
import { person } from '../support/people.ts';
import { court, party } from '../support/situations.ts';
import { openStage, type Stage } from '../support/town/stage.ts';
import { walk } from '../support/walk.ts';
import { again, clerk, passTo } from './office-at-work.ts';

const maintenance = inject('postgresUrl');
const monday = new Date('2026-11-16T02:00:00Z');
const tuesdayIsOver = new Date('2026-11-17T16:00:00Z');
const [seller, buyer] = [person(21), person(22)];

type Body = CaseView & ProblemBody;

describe.skipIf(!maintenance)('the handling of a case', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());
  beforeEach(() => stage.clock.set(monday));

  /** A sale carried to a phase by everybody but those who are to act there. */
  async function saleAt(
    status: string,
    staff: string[] = ['acceptor', 'reviewer'],
    unit?: string,
  ): Promise<Body> {
    const client = await again(stage, seller);
    const opened = await client.post<Body>('/api/cases', await stage.sale(seller, buyer, unit));
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const actors = [client, await again(stage, buyer)];
    for (const login of staff)
      actors.push(await again(stage, clerk(login, login.split('-')[0] as 'acceptor')));
    await walk(opened.body.caseNo, actors, [], 60, {
      idle: () => stage.town.pump(),
      until: (view) => view.status === status,
    });
    return opened.body;
  }
  const sale = (status: string) =>
    saleAt(status, status === 'accepting' ? [] : status === 'reviewing' ? ['acceptor'] : undefined);

  describe('an application nobody answers', () => {
    test('counts as accepted when a working day is over', async () => {
      const { caseNo } = await sale('accepting');
      await passTo(stage, new Date(tuesdayIsOver.getTime() - 1));
      expect((await (await again(stage, seller)).case(caseNo)).status).toBe('accepting');
      await passTo(stage, tuesdayIsOver);
      const view = await (await again(stage, seller)).case(caseNo);
      expect(view.status).not.toBe('accepting');
      expect(view.handling.accepted).toMatchObject({ by: '视为受理', deemed: true, office });
      expect(view.acceptedAt).toBeDefined();
      expect(view.documents.map((each) => each.code)).toContain('acceptance-notice');
      const findings = await (await again(stage, 'reviewer')).get<{ items: { moment: string }[] }>(
        `/api/cases/${caseNo}/findings`,
      );
      expect(findings.body.items.filter((each) => each.moment === 'accept').length).toBeGreaterThan(0);
      const history = await (await again(stage, seller)).get<{ items: { title: string }[] }>(
        `/api/cases/${caseNo}/history`,
      );
      expect(history.body.items.map((each) => each.title)).toContain('逾期未书面告知，视为受理');
    });

    test('is accepted though another case has the unit, which keeps it from being entered', async () => {
      const first = await sale('accepting');
      const unit = first.units[0]?.code ?? '';
      const second = await saleAt('accepting', [], unit);
      const acceptor = await again(stage, 'acceptor');
      expect((await acceptor.act(first.caseNo, 'accept', undefined, '同意')).status).toBe(200);
      await passTo(stage, tuesdayIsOver);
      const reviewer = await again(stage, 'reviewer');
      expect((await reviewer.case(second.caseNo)).handling.accepted?.deemed).toBe(true);
      const claims = await stage.rows('SELECT case_no FROM casework.claim WHERE unit_code = $1', [unit]);
      expect(claims).toEqual([{ case_no: first.caseNo }]);
      const reviewed = await reviewer.act(second.caseNo, 'approve-review', undefined, '同意');
      expect(reviewed).toMatchObject({ status: 409, body: { code: 'RULES_BLOCK' } });
      expect(reviewed.body.findings?.map((each) => each.code)).toContain('UNIT_NOT_PENDING');
    });

    test('waits where the office says so', async () => {
      const manager = await again(stage, clerk('manager-of-acceptance', 'business-manager'));
      const set = (parameters: object) =>
        manager.request('PUT', `/api/handling-parameters/${office}`, parameters);
      expect((await set({ deemedAcceptanceDays: 0 })).status).toBe(204);
      const { caseNo } = await sale('accepting');
      await passTo(stage, new Date('2026-12-16T02:00:00Z'));
      expect((await (await again(stage, seller)).case(caseNo)).status).toBe('accepting');
      await again(stage, clerk('manager-of-acceptance', 'business-manager'));
      const back = await (await again(stage, clerk('manager-of-acceptance', 'business-manager'))).request(
        'PUT',
        `/api/handling-parameters/${office}`,
        {},
      );
      expect(back.status).toBe(204);
    });

    test('answered in time is not touched', async () => {
      const { caseNo } = await sale('accepting');
      const acceptor = await again(stage, 'acceptor');
      expect((await acceptor.act(caseNo, 'decline', undefined, '不属于登记范围')).status).toBe(200);
      await passTo(stage, tuesdayIsOver);
      expect((await (await again(stage, seller)).case(caseNo)).status).toBe('declined');
    });
  });

  test('a step asks once for supplements; a second time only for what could not be seen before', async () => {
    const { caseNo } = await sale('accepting');
    const acceptor = await again(stage, 'acceptor');
    const ask = (data: object) => acceptor.act(caseNo, 'supplement', { items: ['请补交'], ...data });
    const asksFor = async () => {
      const { availableActions } = await acceptor.case(caseNo);
      const { data } = availableActions.find(({ action }) => action === 'supplement') ?? {};
      const { properties, required } = data as { properties: object; required: string[] };
      return { named: 'newFacts' in properties, required: required.includes('newFacts') };
    };
    expect(await asksFor()).toEqual({ named: false, required: false });
    expect((await ask({})).status).toBe(200);
    await stage.town.pump();
    expect((await (await again(stage, seller)).act(caseNo, 'resubmit')).status).toBe(200);
    expect(await asksFor()).toEqual({ named: true, required: true });
    expect(await ask({})).toMatchObject({ status: 409, body: { code: 'SUPPLEMENT_ONCE' } });
    expect((await ask({ newFacts: '补交的材料显示另有共有人' })).status).toBe(200);
    const [row] = await stage.rows<{ data: { newFacts: string } }>(
      "SELECT data FROM casework.event WHERE case_no = $1 AND action = 'supplement' ORDER BY id DESC LIMIT 1",
      [caseNo],
    );
    expect(row?.data.newFacts).toBe('补交的材料显示另有共有人');
  });

  test('a seizure that is entered suspends the accepted disposal of the unit; released, it goes on', async () => {
    const opened = await sale('deciding');
    const unit = opened.units[0]?.code ?? '';
    const lawyer = await again(stage, court);
    const seizure = await lawyer.post<Body>('/api/cases', {
      business: 'seizure',
      office,
      units: [unit],
      parties: [party('authority', court)],
      form: { documentNumber: '第77号', caseNumber: '第77号', months: 12 },
    });
    await lawyer.act(seizure.body.caseNo, 'submit');
    const enforcement = await again(stage, 'enforcement-clerk');
    expect((await enforcement.act(seizure.body.caseNo, 'execute', undefined, '予以协助')).status).toBe(200);
    await stage.town.pump();
    const view = await (await again(stage, seller)).case(opened.caseNo);
    expect(view).toMatchObject({
      status: 'suspended',
      statusTitle: '已中止',
      timeliness: 'stopped',
      suspension: { by: '系统' },
    });
    expect(view.suspension?.reason).toContain('查封');
    const approver = await again(stage, 'approver');
    expect(await approver.act(opened.caseNo, 'approve', undefined, '同意')).toMatchObject({
      status: 409,
      body: { code: 'CASE_SUSPENDED' },
    });
    const tasks = await approver.get<{ items: TaskView[] }>(`/api/tasks?q=${opened.caseNo}`);
    expect(tasks.body.items).toMatchObject([{ suspended: true }]);
    expect((await approver.act(opened.caseNo, 'resume', undefined, '查封已解除')).status).toBe(200);
    expect((await approver.case(opened.caseNo)).status).toBe('deciding');
    // The rules have the last word: the seizure is still there.
    expect((await approver.act(opened.caseNo, 'approve', undefined, '同意')).body.code).toBe('RULES_BLOCK');
  });

  describe('a disposal that rests because its unit was seized', () => {
    const lawyer = () => again(stage, court);
    let document = 100;

    /** The court's order, handed in by its own account and executed by the office. */
    async function order(business: string, unit: string, form: Record<string, unknown>): Promise<void> {
      const opened = await (await lawyer()).post<Body>('/api/cases', {
        business,
        office,
        units: [unit],
        parties: [party('authority', court)],
        form,
      });
      expect(opened.status, JSON.stringify(opened.body)).toBe(201);
      expect((await (await lawyer()).act(opened.body.caseNo, 'submit')).status).toBe(200);
      const enforcement = await again(stage, 'enforcement-clerk');
      const done = await enforcement.act(opened.body.caseNo, 'execute', undefined, '予以协助');
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      await stage.town.pump();
    }
    const seize = async (unit: string, months: number) => {
      const documentNumber = `第${++document}号`;
      await order('seizure', unit, { documentNumber, caseNumber: documentNumber, months });
      return documentNumber;
    };
    const release = (unit: string, originalDocumentNumber: string) =>
      order('seizure-release', unit, { documentNumber: `第${++document}号`, originalDocumentNumber });
    const tasksOf = async (client: Awaited<ReturnType<typeof lawyer>>, caseNo: string) =>
      (await client.get<{ items: TaskView[]; total: number }>(`/api/tasks?q=${caseNo}`)).body;
    const history = async (caseNo: string) =>
      (
        await (await again(stage, seller)).get<{ items: { title: string }[] }>(`/api/cases/${caseNo}/history`)
      ).body.items.map((each) => each.title);

    test('is for its registrar to resume when the last seizure is released, and not before', async () => {
      const { caseNo, units } = await sale('deciding');
      const unit = units[0]?.code ?? '';
      const [first, second] = [await seize(unit, 12), await seize(unit, 12)];
      await release(unit, first);
      const approver = await again(stage, 'approver');
      expect((await tasksOf(approver, caseNo)).items).toMatchObject([{ suspended: true }]);
      expect((await tasksOf(approver, caseNo)).items[0]?.resumable).toBeUndefined();
      await release(unit, second);
      expect((await tasksOf(approver, caseNo)).items).toMatchObject([{ suspended: true, resumable: true }]);
      const view = await approver.case(caseNo);
      expect(view).toMatchObject({ status: 'suspended', suspension: { over: monday.toISOString() } });
      expect(view.availableActions.map((each) => each.action)).toContain('resume');
      expect(await history(caseNo)).toContain('查封已解除或失效');
      expect((await approver.act(caseNo, 'resume', undefined, '查封已解除')).status).toBe(200);
      expect((await approver.act(caseNo, 'approve', undefined, '同意')).status).toBe(200);
      expect((await tasksOf(approver, caseNo)).items).toEqual([]);
    });

    test('comes to who may resume it where it is nobody of the office’s turn, also when the seizure just ran out', async () => {
      const { caseNo, units } = await saleAt('paying');
      await seize(units[0]?.code ?? '', 1);
      const approver = await again(stage, 'approver');
      expect(await tasksOf(approver, caseNo)).toEqual({ items: [], total: 0 });
      await passTo(stage, new Date('2026-12-17T02:00:00Z'));
      const later = await again(stage, 'approver');
      expect(await tasksOf(later, caseNo)).toMatchObject({ items: [{ caseNo, resumable: true }], total: 1 });
      // Who has nothing to do with it and may not resume cases is not bothered.
      expect(await tasksOf(await again(stage, 'acceptor'), caseNo)).toMatchObject({ total: 0 });
      expect((await later.act(caseNo, 'resume', undefined, '查封期限届满')).status).toBe(200);
      expect((await (await again(stage, buyer)).case(caseNo)).status).toBe('paying');
    });
  });

  describe('a task', () => {
    test('is handed to a colleague of the post, not to who accepted', async () => {
      const { caseNo } = await sale('reviewing');
      const reviewer = await again(stage, 'reviewer');
      const taskOf = async () => {
        const { waitingFor } = await reviewer.case(caseNo);
        return waitingFor.find((each) => each.task)?.task ?? '';
      };
      const id = await taskOf();
      await again(stage, clerk('reviewer-2', 'reviewer'));
      const candidates = await reviewer.get<{ items: { account: string; name: string; open: number }[] }>(
        `/api/tasks/${id}/assignees`,
      );
      const colleague = candidates.body.items.find((each) => each.name === '测试reviewer-2');
      expect(colleague).toMatchObject({ open: 0 });
      const assign = (client: typeof reviewer, to = '') =>
        client.post<Body>(`/api/tasks/${id}/assign`, { to, reason: '出差' });
      // Nobody has it yet: only who may hand on others' tasks may give it to somebody.
      expect((await assign(reviewer, colleague?.account)).status).toBe(403);
      expect((await reviewer.post(`/api/tasks/${id}/claim`, {})).status).toBe(200);
      expect((await assign(reviewer, colleague?.account)).status).toBe(200);
      expect((await reviewer.act(caseNo, 'approve-review', undefined, '同意')).status).toBe(409);
      const second = await again(stage, clerk('reviewer-2', 'reviewer'));
      const mine = await second.get<{ items: TaskView[] }>(`/api/tasks?mine=true&q=${caseNo}`);
      expect(mine.body.items).toMatchObject([{ id, isMine: true }]);
      expect((await second.act(caseNo, 'approve-review', undefined, '同意')).status).toBe(200);
    });

    test('is not handed to who accepted the case, though they hold the post', async () => {
      const { caseNo } = await saleAt('reviewing', ['acceptor-both']);
      const [both] = await stage.rows<{ id: string }>(
        "SELECT id FROM platform.account WHERE login = 'acceptor-both'",
      );
      await stage.rows(
        `INSERT INTO platform.role_grant (id, account, role, office, purpose, granted_by, granted_at)
         VALUES (gen_random_uuid(), $1, 'reviewer', $2, '测试', 'test', now())`,
        [both?.id, office],
      );
      const approver = await again(stage, 'approver');
      const { waitingFor } = await approver.case(caseNo);
      const id = waitingFor.find((each) => each.task)?.task;
      const refused = await approver.post<Body>(`/api/tasks/${id}/assign`, { to: both?.id, reason: '试' });
      expect(refused).toMatchObject({ status: 409, body: { code: 'ASSIGNEE_EXCLUDED' } });
      const unfit = await approver.post<Body>(`/api/tasks/${id}/assign`, {
        to: '00000000-0000-7000-8000-000000000009',
        reason: '试',
      });
      expect(unfit).toMatchObject({ status: 409, body: { code: 'ASSIGNEE_UNFIT' } });
      const acceptor = await again(stage, clerk('acceptor-both', 'acceptor'));
      expect((await acceptor.act(caseNo, 'approve-review', undefined, '同意')).status).toBe(409);
    });
  });

  describe('somebody on leave', () => {
    const candidatesOf = async (login: 'reviewer' | 'approver') => {
      const client = await again(stage, login);
      const { body } = await client.get<{ items: { account: string; name: string }[] }>(
        '/api/delegations/candidates',
      );
      return {
        client,
        account: (name: string) => body.items.find((each) => each.name === `测试${name}`)?.account,
      };
    };
    const lend = async (from: string, until: string, to = 'acceptor-9') => {
      await again(stage, clerk('acceptor-9', 'acceptor'));
      const { client, account } = await candidatesOf('reviewer');
      return client.post<{ id: string } & ProblemBody>('/api/delegations', {
        to: account(to),
        from,
        until,
        reason: '年休假',
      });
    };

    test('lends the post: the colleague sees the task and does it for them, until it is taken back', async () => {
      const { caseNo } = await sale('reviewing');
      const deputy = await again(stage, clerk('acceptor-9', 'acceptor'));
      const seen = async () => (await deputy.get<{ items: TaskView[] }>(`/api/tasks?q=${caseNo}`)).body.items;
      expect(await seen()).toEqual([]);
      const lent = await lend('2026-11-16', '2026-11-20');
      expect(lent).toMatchObject({ status: 201, body: { status: 'running', statusTitle: '委托中' } });
      expect(await seen()).toMatchObject([{ for: '测试reviewer' }]);
      const offered = (await deputy.case(caseNo)).availableActions.map((each) => each.action);
      expect(offered).toContain('approve-review');

      // Taken back it ends at once; given again it is there again.
      const reviewer = await again(stage, 'reviewer');
      expect((await reviewer.request('DELETE', `/api/delegations/${lent.body.id}`)).status).toBe(204);
      expect(await seen()).toEqual([]);
      expect((await deputy.act(caseNo, 'approve-review', undefined, '同意')).status).toBe(403);
      expect((await lend('2026-11-16', '2026-11-20')).status).toBe(201);
      expect((await deputy.act(caseNo, 'approve-review', undefined, '同意')).status).toBe(200);
      const view = await deputy.case(caseNo);
      expect(view.steps.find((each) => each.id === 'review')).toMatchObject({
        by: '测试acceptor-9',
        for: '测试reviewer',
      });
      const history = await deputy.get<{ items: { action: string; for?: string }[] }>(
        `/api/cases/${caseNo}/history`,
      );
      expect(history.body.items.find((each) => each.action === 'approve-review')?.for).toBe('测试reviewer');
      const audit = await stage.rows<{ detail: object }>(
        "SELECT detail FROM platform.audit WHERE subject = $1 AND action = 'case.approve-review'",
        [caseNo],
      );
      expect(audit[0]?.detail).toHaveProperty('actedFor');
    });

    test('does not help who accepted the case to review it', async () => {
      await lend('2026-11-16', '2026-11-20');
      const { caseNo } = await saleAt('reviewing', ['acceptor-9']);
      const deputy = await again(stage, clerk('acceptor-9', 'acceptor'));
      expect((await deputy.case(caseNo)).availableActions.map((each) => each.action)).not.toContain(
        'approve-review',
      );
      expect((await deputy.act(caseNo, 'approve-review', undefined, '同意')).status).toBe(409);
    });

    test('ends by itself on its last day', async () => {
      const { caseNo } = await sale('reviewing');
      await lend('2026-11-16', '2026-11-16');
      stage.clock.set(new Date('2026-11-16T15:59:59Z'));
      const deputy = await again(stage, clerk('acceptor-9', 'acceptor'));
      const seen = async () =>
        (await deputy.get<{ items: TaskView[] }>(`/api/tasks?q=${caseNo}`)).body.items.length;
      await stage.rows('UPDATE platform.delegation SET revoked_at = now() WHERE ends_at > $1', [
        new Date('2026-11-16T16:00:00Z'),
      ]);
      expect(await seen()).toBe(1);
      stage.clock.set(new Date('2026-11-16T16:00:00Z'));
      expect(await seen()).toBe(0);
    });

    test.each([
      ['for more than 90 days', '2026-11-16', '2027-02-14', 400],
      ['for 90 days', '2026-11-16', '2027-02-13', 201],
      ['backwards', '2026-11-20', '2026-11-16', 400],
      ['in the past', '2026-11-10', '2026-11-20', 400],
    ])('%s', async (_what, from, until, status) => {
      expect((await lend(from, until)).status).toBe(status);
    });

    test('not to oneself, to an administrator, nor to somebody who is not of the staff', async () => {
      await again(stage, clerk('admin-9', 'system-admin'));
      const reviewer = await again(stage, 'reviewer');
      const rows = await stage.rows<{ id: string; login: string }>(
        "SELECT id, login FROM platform.account WHERE login IN ('reviewer', 'admin-9', 'person21')",
      );
      expect(rows).toHaveLength(3);
      for (const { id } of rows) {
        const given = { to: id, from: '2026-11-16', until: '2026-11-20', reason: '试' };
        expect(await reviewer.post<ProblemBody>('/api/delegations', given)).toMatchObject({
          status: 409,
          body: { code: 'DELEGATE_UNFIT' },
        });
      }
    });
  });

  test('a case says who accepted it and who decided, and where', async () => {
    const { caseNo } = await sale('deciding');
    const approver = await again(stage, 'approver');
    const before = await approver.case(caseNo);
    expect(before.handling.accepted).toMatchObject({
      by: '测试acceptor',
      office,
      officeName: officeInfo.name,
    });
    expect(before.handling.decided).toBeUndefined();
    expect((await approver.act(caseNo, 'approve', undefined, '准予登记')).status).toBe(200);
    expect((await approver.case(caseNo)).handling.decided).toMatchObject({ by: '测试approver', office });
  });
});
