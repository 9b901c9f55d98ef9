import { fireDue } from '@hengchan/casework';
import { maskName } from '@hengchan/standards';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { NoticeView, ObjectionView } from '../../services/registration/notices/schema.ts';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Client, type ProblemBody, pixel } from '../support/client.ts';
import { office } from '../support/office.ts';
import { openStage, type Stage } from '../support/town/stage.ts';
import { again, another, lossAt, noticeOf, objector, owner, passTo } from './office-at-work.ts';

const maintenance = inject('postgresUrl');
const monday = new Date('2026-11-16T02:00:00Z');
/** Fifteen working days after it are over when Monday 7 December is. */
const over = new Date('2026-12-07T16:00:00Z');
const justBefore = new Date(over.getTime() - 1);

type Body = CaseView & ProblemBody;

describe.skipIf(!maintenance)('a public notice', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());
  beforeEach(() => stage.clock.set(monday));
  afterEach(() => stage.clock.set(monday));

  /** Nobody in particular. */
  async function anybody<Answer = NoticeView>(path: string): Promise<{ status: number; body: Answer }> {
    const answer = await stage.town.send('GET', path, {}, undefined);
    return { status: answer.status, body: (await answer.json().catch(() => undefined)) as Answer };
  }

  const object = (client: Client, no: string, who = objector, reason = '该房屋权属有争议') =>
    client.post<ObjectionView & ProblemBody>(`/api/public/notices/${no}/objections`, {
      reason,
      idNumber: who.idNumber,
      relation: '共有人',
    });

  test('is published for everybody, names masked, and its days do not count', async () => {
    const { caseNo, unit } = await lossAt(stage);
    const seen = await (await again(stage, owner)).case(caseNo);
    expect(seen).toMatchObject({ status: 'noticing', statusTitle: '公告中', timeliness: 'stopped' });
    expect(seen.waitingFor).toMatchObject([{ who: '公告期满', until: over.toISOString() }]);
    const { no, endsOn } = noticeOf(seen);
    expect(endsOn).toBe('2026-12-07');
    const { body } = await anybody(`/api/public/notices/${no}`);
    expect(body).toMatchObject({
      kind: 'loss',
      kindTitle: '不动产权证书（登记证明）遗失、灭失声明',
      status: 'running',
      publishedOn: '2026-11-16',
      endsOn: '2026-12-07',
      days: 15,
      unit: 'working',
      objectionsOpen: true,
      holders: [maskName(owner.name)],
      units: [{ code: unit }],
      law: { article: '第二十二条' },
    });
    const text = JSON.stringify(body);
    expect(text).not.toContain(owner.name);
    expect(text).not.toContain(owner.idNumber.slice(6));
    const list = await anybody<{ items: NoticeView[] }>(
      `/api/public/notices?office=${office}&kind=loss&status=running&q=${encodeURIComponent('青枫里')}`,
    );
    expect(list.body.items.map((each) => each.no)).toContain(no);
    const sheet = await stage.town.send('GET', `/api/public/notices/${no}/document`, {}, undefined);
    expect(sheet.headers.get('content-type')).toBe('application/pdf');
    expect((await anybody('/api/public/notices/32040220990101000001')).status).toBe(404);
  });

  test('lets the case go on when its days are over and nobody objected', async () => {
    const { caseNo } = await lossAt(stage);
    await passTo(stage, justBefore);
    expect(await (await again(stage, owner)).case(caseNo)).toMatchObject({ status: 'noticing' });
    await passTo(stage, over);
    const view = await (await again(stage, owner)).case(caseNo);
    expect(view.status).not.toBe('noticing');
    expect(view.timeliness).not.toBe('overdue');
    expect(noticeOf(view)).toMatchObject({ status: 'over', statusTitle: '公告期满' });
  });

  test('is answered by the clock of the office: longer where it set so, never shorter than law', async () => {
    const manager = await again(stage, { login: 'manager-of-notices', role: 'business-manager' });
    const put = (notices: object) =>
      manager.request<ProblemBody>('PUT', `/api/handling-parameters/${office}`, { notices });
    const short = await put({ loss: { days: 14, unit: 'working' } });
    expect(short).toMatchObject({ status: 400, body: { errors: [{ path: '/notices/loss' }] } });
    expect((await put({ loss: { days: 60, unit: 'calendar' } })).status).toBe(400);
    expect((await put({ birth: { days: 60, unit: 'calendar' } })).status).toBe(400);
    expect((await put({ loss: { days: 20, unit: 'working' } })).status).toBe(204);
    const { caseNo } = await lossAt(stage);
    expect(noticeOf(await (await again(stage, owner)).case(caseNo)).endsOn).toBe('2026-12-14');
    expect((await put({})).status).toBe(204);
  });

  test('an objection sends the case to a person; overruled, it waits for the rest of its days', async () => {
    const { caseNo } = await lossAt(stage);
    const { no } = noticeOf(await (await again(stage, owner)).case(caseNo));
    const client = await again(stage, objector);
    const filed = await object(client, no);
    expect(filed).toMatchObject({ status: 201, body: { outcome: 'open', by: objector.name } });
    const { id } = filed.body;
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(pixel)]), '证明.png');
    const given = await client.request<ObjectionView>(
      'PUT',
      `/api/public/notices/${no}/objections/${id}/files`,
      form,
    );
    expect(given).toMatchObject({
      status: 200,
      body: { files: [{ name: '证明.png', mediaType: 'image/png' }] },
    });
    expect((await object(client, no)).body.code).toBe('OBJECTION_FILED');

    // A party sees that there is one, not whose.
    const shown = noticeOf(await (await again(stage, owner)).case(caseNo)).objections;
    expect(shown).toMatchObject([{ id, outcome: 'open' }]);
    expect(JSON.stringify(shown)).not.toContain(objector.name);

    const reviewer = await again(stage, 'reviewer');
    const view = await reviewer.case(caseNo);
    expect(view.availableActions.map((each) => each.action)).toEqual([
      'overrule-objection',
      'uphold-objection',
      'suspend',
    ]);
    expect(noticeOf(view).objections).toMatchObject([{ by: objector.name, reason: '该房屋权属有争议' }]);
    expect((await reviewer.act(caseNo, 'overrule-objection')).body.code).toBe('COMMENT_REQUIRED');

    // Another comes in before the registrar decided on the one they saw.
    const later = await object(await again(stage, another), no, another);
    expect(later.status).toBe(201);
    const stale = await reviewer.act(caseNo, 'overrule-objection', { objections: [id] }, '证据不足');
    expect(stale).toMatchObject({ status: 409, body: { code: 'OBJECTIONS_CHANGED' } });
    const both = { objections: [id, later.body.id] };
    expect((await reviewer.act(caseNo, 'overrule-objection', both, '证据不足')).status).toBe(200);
    expect(await reviewer.case(caseNo)).toMatchObject({ status: 'noticing' });

    const mine = await (await again(stage, objector)).get<{ items: ObjectionView[] }>(
      '/api/my/notice-objections',
    );
    expect(mine.body.items).toMatchObject([
      { id, outcome: 'overruled', outcomeTitle: '异议不成立', reasons: '证据不足' },
    ]);
    expect((await client.get(`/api/notice-objections/${id}/reply`)).status).toBe(200);
    expect((await (await again(stage, another)).get(`/api/notice-objections/${id}/reply`)).status).toBe(404);
    await passTo(stage, over);
    expect((await (await again(stage, owner)).case(caseNo)).status).not.toBe('noticing');
  });

  test('an objection that is upheld ends the case, with the others', async () => {
    const { caseNo } = await lossAt(stage);
    const { no } = noticeOf(await (await again(stage, owner)).case(caseNo));
    const first = await object(await again(stage, objector), no);
    const second = await object(await again(stage, another), no, another);
    const reviewer = await again(stage, 'reviewer');
    const decided = await reviewer.act(
      caseNo,
      'uphold-objection',
      { objections: [first.body.id] },
      '证书在异议人处，并未遗失',
    );
    expect(decided.status).toBe(200);
    await stage.town.pump();
    const view = await reviewer.case(caseNo);
    expect(view).toMatchObject({ status: 'refused' });
    expect(noticeOf(view)).toMatchObject({
      status: 'ended',
      objections: [
        { id: first.body.id, outcome: 'upheld' },
        { id: second.body.id, outcome: 'moot' },
      ],
    });
    expect(view.documents.map((each) => each.code)).toContain('refusal-notice');
    expect((await object(await again(stage, objector), no)).body.code).toBe('NOTICE_OVER');
  });

  test('ends with its case', async () => {
    const { caseNo } = await lossAt(stage);
    const client = await again(stage, owner);
    const { no } = noticeOf(await client.case(caseNo));
    const filed = await object(await again(stage, objector), no);
    expect((await client.act(caseNo, 'withdraw')).status).toBe(200);
    expect((await anybody(`/api/public/notices/${no}`)).body).toMatchObject({
      status: 'ended',
      statusTitle: '公告终止',
      objectionsOpen: false,
    });
    const mine = await (await again(stage, objector)).get<{ items: ObjectionView[] }>(
      '/api/my/notice-objections',
    );
    expect(mine.body.items.find((each) => each.id === filed.body.id)).toMatchObject({ outcome: 'moot' });
  });

  test('takes no objection from nobody, nor in the name of another', async () => {
    const { caseNo } = await lossAt(stage);
    const { no } = noticeOf(await (await again(stage, owner)).case(caseNo));
    const path = `/api/public/notices/${no}/objections`;
    const body = JSON.stringify({ reason: '有争议', idNumber: objector.idNumber });
    const headers = { 'content-type': 'application/json' };
    expect((await stage.town.send('POST', path, headers, body)).status).toBe(401);
    const other = await object(await again(stage, another), no, objector);
    expect(other).toMatchObject({ status: 403, body: { code: 'OBJECTOR_DIFFERS' } });
  });

  test('moves with the calendar, as what waits for it does', async () => {
    const { caseNo } = await lossAt(stage);
    const manager = await again(stage, { login: 'manager-of-days', role: 'system-admin' });
    const declare = (kind: string) =>
      manager.request('PUT', '/api/calendar/2026-12-01', { kind, name: '试验' });
    await declare('holiday');
    const view = await (await again(stage, owner)).case(caseNo);
    expect(noticeOf(view).endsOn).toBe('2026-12-08');
    expect(view.waitingFor[0]?.until).toBe('2026-12-08T16:00:00.000Z');
    await declare('ordinary');
    expect(noticeOf(await (await again(stage, owner)).case(caseNo)).endsOn).toBe('2026-12-07');
  });

  test('an objection and the end of the notice at once: one of them is first', async () => {
    const ends: string[] = [];
    for (let round = 0; round < 4; round++) {
      stage.clock.set(monday);
      const { caseNo } = await lossAt(stage);
      const { no } = noticeOf(await (await again(stage, owner)).case(caseNo));
      stage.clock.set(justBefore);
      const client = await again(stage, objector);
      const { casework } = stage.town.product.registration;
      // The other server's clock is a moment ahead.
      const ahead = { ...casework.platform, clock: { ...casework.platform.clock, now: () => over } };
      const fire = () => fireDue({ ...casework, platform: ahead });
      const [filed] = await Promise.all(
        round % 2 ? [object(client, no), fire()] : [fire().then(() => object(client, no))],
      );
      const [row] = await stage.rows<{ objections: number; elapsed: number; heard: number }>(
        `SELECT (SELECT count(*)::int FROM registration.objection WHERE notice_no = $1) AS objections,
           (SELECT count(*)::int FROM casework.event WHERE case_no = $2 AND action = 'elapsed' AND node = 'notice') AS elapsed,
           (SELECT count(*)::int FROM casework.token WHERE case_no = $2 AND node = 'notice-objected') AS heard`,
        [no, caseNo],
      );
      if (filed.status === 201) expect(row).toEqual({ objections: 1, elapsed: 0, heard: 1 });
      else {
        expect(filed).toMatchObject({ status: 409, body: { code: 'NOTICE_OVER' } });
        expect(row).toEqual({ objections: 0, elapsed: 1, heard: 0 });
      }
      ends.push(filed.status === 201 ? 'objected' : 'over');
    }
    expect(ends).toContain('over');
  });

  test('a server killed while the notice ends leaves it to the next, once', async () => {
    const { caseNo } = await lossAt(stage);
    const kills = [
      [/insert into "casework"\."event"/i, 'after'],
      [/update casework\.token as step/i, 'after'],
      [/^commit/i, 'before'],
    ] as const;
    for (const [statement, when] of kills) {
      stage.clock.set(over);
      stage.town.fuse.arm(statement, when);
      await stage.town.pump().catch(() => undefined);
      expect(stage.town.fuse.dead()).toBe(true);
      const [row] = await stage.rows<{ open: number }>(
        "SELECT count(*)::int AS open FROM casework.token WHERE case_no = $1 AND node = 'notice' AND state = 'open'",
        [caseNo],
      );
      expect(row?.open).toBe(1);
      await stage.restart();
    }
    stage.clock.set(new Date(over.getTime() + 120_000));
    await stage.town.pump();
    const rows = await stage.rows<{ action: string }>(
      "SELECT action FROM casework.event WHERE case_no = $1 AND action = 'elapsed' AND node = 'notice'",
      [caseNo],
    );
    expect(rows).toHaveLength(1);
    const view = (await (await again(stage, owner)).case(caseNo)) as Body;
    expect(view.status).not.toBe('noticing');
  });
});
