import { systemActor } from '@hengchan/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actOnCase } from './act.ts';
import { offersOf } from './availability.ts';
import { driveCase, driveDue } from './drive.ts';
import { historyOf } from './history.ts';
import { startLimit } from './limits.ts';
import { signalCase } from './signal.ts';
import { getCase, lockCase } from './store.ts';
import { suspendCase } from './suspend.ts';
import { type Grove, makeGrove } from './testing/grove.ts';
import { treeWatering } from './testing/tree-watering.ts';
import { fireDue } from './timers.ts';

const friday = new Date('2026-11-20T02:00:00Z');
const nextWeek = new Date('2026-11-25T02:00:00Z');

let grove: Grove;
beforeAll(async () => {
  grove = await makeGrove();
});
afterAll(() => grove?.platform.close());
beforeEach(() => {
  grove.log.length = 0;
  grove.platform.clock.set(friday);
});

const act = (who: Parameters<typeof actOnCase>[1], no: string, action: string, more: object = {}) =>
  actOnCase(grove.casework, who, no, { action, ...more });
const read = (no: string) => getCase(grove.platform.database, no);
const actionsFor = async (who: Parameters<typeof actOnCase>[1], no: string) =>
  offersOf(grove.casework, who, await read(no)).map((offer) => offer.action.action);
const inTransaction = grovesTransaction();

function grovesTransaction() {
  return <Result>(work: (trx: Parameters<typeof lockCase>[0]) => Promise<Result>) =>
    grove.platform.database.transaction().execute(work);
}

async function accepted(): Promise<string> {
  const no = await grove.open(grove.neighbour(1), { definition: treeWatering });
  await inTransaction(async (trx) => startLimit(grove.casework, trx, await lockCase(trx, no), '受理员'));
  await act(grove.neighbour(1), no, 'submit');
  return no;
}

/** Where the reviewer is to water. */
async function atReview(): Promise<string> {
  const no = await accepted();
  grove.platform.clock.set(new Date('2026-11-24T16:00:00Z'));
  await fireDue(grove.casework);
  return no;
}

describe('a case that is suspended', () => {
  test('shows it, with who and why, and its time does not run', async () => {
    const no = await atReview();
    const due = (await read(no)).case.due_on;
    await act(grove.staff('reviewer'), no, 'suspend', { comment: '收到协助执行通知' });
    const { case: row } = await read(no);
    expect(row).toMatchObject({
      phase: 'suspended',
      suspension: '收到协助执行通知',
      suspended_by_name: 'reviewer',
      stopped_since: '2026-11-25',
    });
    grove.platform.clock.set(new Date('2026-11-30T02:00:00Z'));
    await act(grove.staff('reviewer'), no, 'resume', { comment: '已解除' });
    const { case: after } = await read(no);
    expect(after).toMatchObject({
      phase: 'reviewing',
      suspended_at: null,
      stopped_since: null,
      stopped_days: 6,
    });
    expect(after.due_on && due && after.due_on > due).toBe(true);
    const lines = (await historyOf(grove.platform.database, no)).map((line) => [line.action, line.comment]);
    expect(lines).toContainEqual(['suspend', '收到协助执行通知']);
    expect(lines).toContainEqual(['resume', '已解除']);
  });

  test('needs words, and is not suspended twice', async () => {
    const no = await atReview();
    await expect(act(grove.staff('reviewer'), no, 'suspend')).rejects.toMatchObject({
      code: 'COMMENT_REQUIRED',
    });
    await act(grove.staff('reviewer'), no, 'suspend', { comment: '更正受理中' });
    await expect(act(grove.staff('reviewer'), no, 'suspend', { comment: '再' })).rejects.toMatchObject({
      code: 'CASE_SUSPENDED',
    });
  });

  test('offers its staff nothing but to resume, its parties nothing but to withdraw', async () => {
    const no = await atReview();
    await act(grove.staff('reviewer'), no, 'suspend', { comment: '更正受理中' });
    expect(await actionsFor(grove.staff('reviewer'), no)).toEqual(['resume']);
    expect(await actionsFor(grove.neighbour(1), no)).toEqual(['withdraw']);
    await expect(act(grove.staff('reviewer'), no, 'water')).rejects.toMatchObject({ code: 'CASE_SUSPENDED' });
    await act(grove.neighbour(1), no, 'withdraw');
    expect((await read(no)).case).toMatchObject({ phase: 'withdrawn', suspended_at: null });
  });

  test('does no step of the machine and lets no time pass', async () => {
    const no = await accepted();
    await act(grove.staff('approver'), no, 'suspend', { comment: '暂缓' });
    grove.platform.clock.set(nextWeek);
    expect(await fireDue(grove.casework)).toBe(0);
    await act(grove.staff('approver'), no, 'resume', { comment: '恢复' });
    expect(await fireDue(grove.casework)).toBe(1);
    await act(grove.staff('reviewer'), no, 'water');
    await act(grove.staff('approver'), no, 'suspend', { comment: '暂缓' });
    await driveCase(grove.casework, no);
    await driveDue(grove.casework);
    expect(grove.log).toEqual([]);
    await act(grove.staff('approver'), no, 'resume', { comment: '恢复' });
    await driveCase(grove.casework, no);
    expect(grove.log).toEqual(['seen']);
    expect((await read(no)).case.phase).toBe('deciding');
  });

  test('keeps what comes for it until it is resumed', async () => {
    const no = await accepted();
    await act(grove.staff('approver'), no, 'suspend', { comment: '暂缓' });
    await inTransaction((trx) =>
      signalCase(grove.casework, trx, { caseNo: no, event: 'weather', message: 'rain' }),
    );
    expect((await read(no)).case.phase).toBe('suspended');
    await act(grove.staff('approver'), no, 'resume', { comment: '恢复' });
    expect((await read(no)).case.phase).toBe('completed');
  });

  test('a step in hand when it is suspended has no effect', async () => {
    const no = await atReview();
    await act(grove.staff('reviewer'), no, 'water');
    const look = grove.casework.parts.handlers.look as { prepare?: () => Promise<unknown> };
    const { prepare } = look;
    look.prepare = async () => {
      await act(grove.staff('approver'), no, 'suspend', { comment: '暂缓' });
      return prepare?.();
    };
    await driveCase(grove.casework, no);
    if (prepare) look.prepare = prepare;
    expect(grove.log).toEqual([]);
    expect((await read(no)).tokens.at(-1)).toMatchObject({ node: 'look', state: 'open' });
  });
});

describe('who may suspend', () => {
  test('who holds the task, or the permission; nobody else', async () => {
    const no = await atReview();
    expect(await actionsFor(grove.staff('reviewer'), no)).toEqual(['water', 'suspend']);
    // An approver has the permission, not the task.
    expect(await actionsFor(grove.staff('approver'), no)).toEqual(['suspend']);
    expect(await actionsFor(grove.neighbour(1), no)).toEqual(['withdraw']);
    const far = { ...grove.staff('reviewer', 'far'), grants: [{ role: 'reviewer', office: '330802' }] };
    expect(await actionsFor(far, no)).toEqual([]);
  });

  test('not before acceptance: an application nobody answers must not be put to rest', async () => {
    const no = await grove.open(grove.neighbour(1), { definition: treeWatering });
    await act(grove.neighbour(1), no, 'submit');
    expect(await actionsFor(grove.staff('approver'), no)).toEqual([]);
  });

  test('the system, where something entered stands against the case', async () => {
    const no = await atReview();
    const suspended = await inTransaction(async (trx) =>
      suspendCase(grove.casework, trx, systemActor, await lockCase(trx, no), '已查封'),
    );
    expect(suspended).toBe(true);
    expect((await read(no)).case.phase).toBe('suspended');
  });
});
