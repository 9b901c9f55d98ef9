import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actOnCase } from './act.ts';
import { offersFor } from './availability.ts';
import { driveCase, driveDue } from './drive.ts';
import { historyOf } from './history.ts';
import { timelinessOf } from './limits.ts';
import { signalCase } from './signal.ts';
import { getCase } from './store.ts';
import { claimTask, releaseTask } from './tasks.ts';
import { type Grove, makeGrove } from './testing/grove.ts';
import { treeAdoption } from './testing/tree-adoption.ts';

let grove: Grove;
beforeAll(async () => {
  grove = await makeGrove();
});
afterAll(() => grove?.platform.close());
beforeEach(() => {
  grove.log.length = 0;
  for (const key of Object.keys(grove.say)) delete grove.say[key as keyof Grove['say']];
});

const phaseOf = async (no: string) => (await getCase(grove.platform.database, no)).case.phase;
const act = (who: Parameters<typeof actOnCase>[1], no: string, action: string, more: object = {}) =>
  actOnCase(grove.casework, who, no, { action, ...more });
const rain = (no: string, message: string, outcome?: string) =>
  grove.platform.database.transaction().execute((trx) =>
    signalCase(grove.casework, trx, {
      caseNo: no,
      event: 'weather',
      message,
      ...(outcome ? { outcome } : {}),
    }),
  );

/** Brings a case to where review and weather are waited for side by side. */
async function toReview(): Promise<string> {
  const no = await grove.open(grove.neighbour(1));
  await act(grove.neighbour(1), no, 'submit');
  await driveCase(grove.casework, no);
  await act(grove.neighbour(1), no, 'confirm', { data: { water: 2 } });
  await act(grove.neighbour(2), no, 'confirm', { data: { water: 3 } });
  return no;
}

describe('the way of a case', () => {
  test('goes from draft to end through every kind of step', async () => {
    const no = await toReview();
    expect(await phaseOf(no)).toBe('reviewing');
    await act(grove.staff('reviewer'), no, 'agree', { comment: '可以' });
    await rain(no, 'm1');
    await driveCase(grove.casework, no);
    await act(grove.staff('approver'), no, 'finish');
    const { case: row } = await getCase(grove.platform.database, no);
    expect(row.phase).toBe('completed');
    expect(row.closed_at).toEqual(grove.platform.clock.now());
    expect(grove.log).toEqual(['seen', 'note:可以', 'planted', 'closed:completed']);
    const actions = (await historyOf(grove.platform.database, no)).map((line) => line.action);
    expect(actions).toEqual(['open', 'submit', 'confirm', 'confirm', 'agree', 'weather', 'finish']);
  });

  test('a step every party confirms waits for the last of them', async () => {
    const no = await grove.open(grove.neighbour(1));
    await act(grove.neighbour(1), no, 'submit');
    await driveCase(grove.casework, no);
    await act(grove.neighbour(2), no, 'confirm', { data: { water: 1 } });
    expect(await phaseOf(no)).toBe('confirming');
    await expect(act(grove.neighbour(2), no, 'confirm', { data: { water: 1 } })).rejects.toMatchObject({
      code: 'ACTION_NOT_AVAILABLE',
    });
    await act(grove.neighbour(1), no, 'confirm', { data: { water: 1 } });
    expect(await phaseOf(no)).toBe('reviewing');
  });

  test('at the counter the step of the own device is passed over', async () => {
    const no = await grove.open(grove.neighbour(1), { channel: 'counter' });
    await act(grove.neighbour(1), no, 'submit');
    await driveCase(grove.casework, no);
    expect(await phaseOf(no)).toBe('reviewing');
  });

  test('what comes before it is waited for is kept; twice counts once', async () => {
    const no = await grove.open(grove.neighbour(1), { channel: 'counter' });
    expect(await rain(no, 'early')).toBe(true);
    expect(await rain(no, 'early')).toBe(false);
    await act(grove.neighbour(1), no, 'submit');
    await driveCase(grove.casework, no);
    const { tokens } = await getCase(grove.platform.database, no);
    expect(tokens.filter((token) => token.node === 'rain').map((token) => token.state)).toEqual(['done']);
    expect(tokens.filter((token) => token.node === 'together' && token.state === 'open')).toHaveLength(1);
    await rain(no, 'later');
    await act(grove.staff('reviewer'), no, 'agree');
    await driveCase(grove.casework, no);
    expect(grove.log.filter((line) => line === 'planted')).toHaveLength(1);
  });

  test('an outcome that ends the case takes the other branches with it', async () => {
    const no = await toReview();
    await rain(no, 'm1', 'drought');
    expect(await phaseOf(no)).toBe('refused');
    const { tokens } = await getCase(grove.platform.database, no);
    expect(tokens.filter((token) => token.state === 'open')).toEqual([]);
    await expect(act(grove.staff('reviewer'), no, 'agree')).rejects.toMatchObject({ code: 'CASE_CLOSED' });
  });

  test('an automatic step that fails is tried again after a pause, and once in effect', async () => {
    const no = await toReview();
    await act(grove.staff('reviewer'), no, 'agree');
    await rain(no, 'm1');
    grove.say.fail = 'no spade';
    await driveCase(grove.casework, no);
    expect(await phaseOf(no)).toBe('entering');
    delete grove.say.fail;
    expect(await driveDue(grove.casework)).toBe(0);
    grove.platform.clock.advance(3_000);
    await driveDue(grove.casework);
    expect(await phaseOf(no)).toBe('deciding');
    expect(grove.log.filter((line) => line === 'planted')).toHaveLength(1);
  });

  test('an outcome of an automatic step sends the case to a person and back', async () => {
    const no = await toReview();
    await act(grove.staff('reviewer'), no, 'agree');
    await rain(no, 'm1');
    grove.say.plant = 'frozen';
    await driveCase(grove.casework, no);
    const { tokens } = await getCase(grove.platform.database, no);
    expect(tokens.at(-1)?.node).toBe('frozen');
    delete grove.say.plant;
    await act(grove.staff('reviewer'), no, 'thaw');
    await driveCase(grove.casework, no);
    await act(grove.staff('approver'), no, 'finish');
    expect(await phaseOf(no)).toBe('completed');
  });
});

describe('refusals', () => {
  test('a blocking rule changes nothing', async () => {
    const no = await grove.open(grove.neighbour(1));
    const before = await getCase(grove.platform.database, no);
    grove.say.block = true;
    await expect(act(grove.neighbour(1), no, 'submit')).rejects.toMatchObject({
      code: 'RULES_BLOCK',
      findings: [{ code: 'TREE_TOO_OLD' }],
    });
    const after = await getCase(grove.platform.database, no);
    expect(after.case.revision).toBe(before.case.revision);
    expect(after.tokens).toEqual(before.tokens);
  });

  test.each([
    ['data that is missing', 'confirm', {}, '/data/water'],
    ['data out of range', 'confirm', { data: { water: 9 } }, '/data/water'],
    ['data nobody asked for', 'confirm', { data: { water: 1, wine: 1 } }, '/data/wine'],
    ['an action that does not exist', 'dance', {}, '/action'],
  ])('%s names the field', async (_what, action, more, path) => {
    const no = await grove.open(grove.neighbour(1));
    await act(grove.neighbour(1), no, 'submit');
    await driveCase(grove.casework, no);
    await expect(act(grove.neighbour(1), no, action, more)).rejects.toMatchObject({
      status: 400,
      errors: [{ path }],
    });
  });

  test('a decision against somebody needs words', async () => {
    const no = await toReview();
    await expect(act(grove.staff('reviewer'), no, 'refuse', { comment: '  ' })).rejects.toMatchObject({
      code: 'COMMENT_REQUIRED',
    });
  });

  test('a stale version is told so', async () => {
    const no = await toReview();
    await expect(act(grove.staff('reviewer'), no, 'agree', { revision: 1 })).rejects.toMatchObject({
      status: 412,
    });
  });

  test('of two who decide at once, one decides', async () => {
    const no = await toReview();
    const outcomes = await Promise.allSettled([
      act(grove.staff('reviewer', 'first'), no, 'agree'),
      act(grove.staff('reviewer', 'second'), no, 'agree'),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { status: 409 },
    });
  });

  test('who reviewed may not decide', async () => {
    const both = {
      ...grove.staff('reviewer', 'both'),
      grants: [
        { role: 'reviewer', office: '320402' },
        { role: 'approver', office: '320402' },
      ],
    };
    const no = await toReview();
    await act(both, no, 'agree');
    await rain(no, 'm1');
    await driveCase(grove.casework, no);
    await expect(act(both, no, 'finish')).rejects.toMatchObject({
      code: 'ACTED_IN_STEP_APART',
      detail: expect.stringMatching(/您已办理.*“.+”环节.*不得再办理“.+”.*其他人员/),
    });
    await act(grove.staff('approver'), no, 'finish');
  });

  test('strangers are offered nothing; staff of another office neither', async () => {
    const no = await toReview();
    const record = await getCase(grove.platform.database, no);
    expect(offersFor(grove.neighbour(9), record, treeAdoption)).toEqual([]);
    const elsewhere = { ...grove.staff('reviewer', 'far'), grants: [{ role: 'reviewer', office: '330802' }] };
    expect(offersFor(elsewhere, record, treeAdoption)).toEqual([]);
  });
});

describe('withdrawal', () => {
  test('a party takes the application back before entry', async () => {
    const no = await toReview();
    await act(grove.neighbour(2), no, 'withdraw');
    expect(await phaseOf(no)).toBe('withdrawn');
    expect(grove.log).toContain('closed:withdrawn');
  });

  test('not while it is being entered', async () => {
    const no = await toReview();
    await act(grove.staff('reviewer'), no, 'agree');
    await rain(no, 'm1');
    grove.say.fail = 'no spade';
    await driveCase(grove.casework, no);
    await expect(act(grove.neighbour(1), no, 'withdraw')).rejects.toMatchObject({ status: 409 });
  });
});

describe('opening', () => {
  test('a replayed key is the same case', async () => {
    const first = await grove.open(grove.neighbour(1), { idempotencyKey: 'k1' });
    const again = await Promise.all(
      [1, 2, 3].map(() => grove.open(grove.neighbour(1), { idempotencyKey: 'k1' })),
    );
    expect(new Set([first, ...again]).size).toBe(1);
    expect(await grove.open(grove.neighbour(2), { idempotencyKey: 'k1' })).not.toBe(first);
  });

  test('numbers carry office and day', async () => {
    expect(await grove.open(grove.neighbour(1))).toMatch(/^32040220261120\d{6}$/);
  });
});

describe('tasks', () => {
  test('one person takes a task; others wait until it is given back', async () => {
    const no = await toReview();
    const task = (await getCase(grove.platform.database, no)).tokens.find((token) => token.node === 'review');
    const [first, second] = [grove.staff('reviewer', 'first'), grove.staff('reviewer', 'second')];
    await claimTask(grove.casework, first, task?.id ?? '');
    await expect(claimTask(grove.casework, second, task?.id ?? '')).rejects.toMatchObject({
      code: 'TASK_TAKEN',
    });
    await expect(act(second, no, 'agree')).rejects.toMatchObject({ status: 409 });
    await releaseTask(grove.casework, first, task?.id ?? '');
    await act(second, no, 'agree');
  });
});

test('timeliness is told from the promised and the warning day', () => {
  const row = { due_on: '2026-11-27', warn_on: '2026-11-26', stopped_since: null, closed_at: null };
  expect(timelinessOf(row, '2026-11-25')).toBe('in-time');
  expect(timelinessOf(row, '2026-11-26')).toBe('warning');
  expect(timelinessOf(row, '2026-11-27')).toBe('warning');
  expect(timelinessOf(row, '2026-11-28')).toBe('overdue');
  expect(timelinessOf({ ...row, stopped_since: '2026-11-20' }, '2026-12-28')).toBe('stopped');
  expect(timelinessOf({ ...row, closed_at: new Date('2026-11-27T15:59:00Z') }, '2026-12-28')).toBe('in-time');
});
