import type { Actor } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnCase } from './act.ts';
import { assignTask, type Colleague } from './assign.ts';
import { offersOf } from './availability.ts';
import { driveCase } from './drive.ts';
import { historyOf } from './history.ts';
import { getCase } from './store.ts';
import { claimTask, releaseTask } from './tasks.ts';
import { type Grove, makeGrove, office } from './testing/grove.ts';
import { treeWatering } from './testing/tree-watering.ts';
import { fireDue } from './timers.ts';

let grove: Grove;
beforeAll(async () => {
  grove = await makeGrove();
});
afterAll(() => grove?.platform.close());

const post = (role: string) => ({ role, office });
const staff = (name: string, roles: string[], forWhom: [string, string[]][] = []): Actor => ({
  ...grove.staff('reviewer', name),
  grants: roles.map(post),
  ...(forWhom.length > 0
    ? {
        standsInFor: forWhom.map(([accountId, lent]) => ({
          accountId,
          name: accountId,
          grants: lent.map(post),
        })),
      }
    : {}),
});
const colleague = (name: string, roles: string[]): Colleague => ({
  accountId: name,
  name,
  grants: roles.map(post),
});
const act = (who: Actor, no: string, action: string, more: object = {}) =>
  actOnCase(grove.casework, who, no, { action, ...more });
const read = (no: string) => getCase(grove.platform.database, no);
const taskOf = async (no: string) =>
  (await read(no)).tokens.find((token) => token.state === 'open') ?? { id: '', claimed_by: '' };
const actionsFor = async (who: Actor, no: string) =>
  offersOf(grove.casework, who, await read(no))
    .map((offer) => offer.action.action)
    .filter((action) => action !== 'suspend');

/** A case at the reviewer's step. */
async function toWater(): Promise<string> {
  grove.platform.clock.set(new Date('2026-11-20T02:00:00Z'));
  const no = await grove.open(grove.neighbour(1), { definition: treeWatering });
  await act(grove.neighbour(1), no, 'submit');
  grove.platform.clock.set(new Date('2026-11-25T02:00:00Z'));
  await fireDue(grove.casework);
  return no;
}

/** A case at the approver's step, watered by somebody. */
async function toCheck(by: Actor): Promise<string> {
  const no = await toWater();
  await act(by, no, 'water');
  await driveCase(grove.casework, no);
  return no;
}

describe('standing in for a colleague on leave (代)', () => {
  test('the task is done in the own name, for the colleague', async () => {
    const no = await toWater();
    const deputy = staff('deputy', ['approver'], [['ann', ['reviewer']]]);
    expect(await actionsFor(deputy, no)).toEqual(['water']);
    await act(deputy, no, 'water');
    const { tokens } = await read(no);
    expect(tokens.find((token) => token.node === 'water')).toMatchObject({
      done_by: 'deputy',
      done_for: 'ann',
      done_for_name: 'ann',
      done_office: office,
    });
    const line = (await historyOf(grove.platform.database, no)).find((each) => each.action === 'water');
    expect(line).toMatchObject({ actor: 'deputy', acted_for: 'ann', acted_for_name: 'ann' });
  });

  test('who holds the post anyway acts for nobody', async () => {
    const no = await toWater();
    await act(staff('deputy', ['reviewer'], [['ann', ['reviewer']]]), no, 'water');
    expect((await read(no)).tokens.find((token) => token.node === 'water')?.done_for).toBeNull();
  });

  test('without the posts lent there is nothing to do', async () => {
    const no = await toWater();
    expect(await actionsFor(staff('deputy', ['approver']), no)).toEqual([]);
    expect(await actionsFor(staff('deputy', [], [['ann', ['acceptor']]]), no)).toEqual([]);
  });

  test('what the colleague had taken is done by the deputy and by nobody else', async () => {
    const no = await toWater();
    const { id } = await taskOf(no);
    await claimTask(grove.casework, staff('ann', ['reviewer']), id);
    expect(await actionsFor(staff('third', ['reviewer']), no)).toEqual([]);
    const deputy = staff('deputy', ['reviewer'], [['ann', ['reviewer']]]);
    expect(await claimTask(grove.casework, deputy, id)).toBe(no);
    expect(await taskOf(no)).toMatchObject({ claimed_by: 'deputy', claimed_for: 'ann' });
    await expect(claimTask(grove.casework, staff('third', ['reviewer']), id)).rejects.toMatchObject({
      code: 'TASK_TAKEN',
    });
  });

  test('who comes back takes up what the deputy had taken meanwhile', async () => {
    const no = await toWater();
    const deputy = staff('deputy', ['approver'], [['ann', ['reviewer']]]);
    await claimTask(grove.casework, deputy, (await taskOf(no)).id);
    // The delegation is over: the deputy may do nothing any more, the colleague may.
    expect(await actionsFor(staff('deputy', ['approver']), no)).toEqual([]);
    expect(await actionsFor(staff('ann', ['reviewer']), no)).toEqual(['water']);
    await releaseTask(grove.casework, deputy, (await taskOf(no)).id);
    expect((await taskOf(no)).claimed_by).toBeNull();
  });
});

describe('nobody gets around 受办分离 by standing in', () => {
  const ann = () => staff('ann', ['reviewer', 'approver']);
  const ways: [string, () => Actor, () => Actor][] = [
    ['who did the step, as deputy of another', ann, () => staff('ann', [], [['bob', ['approver']]])],
    ['the deputy of who did the step', ann, () => staff('deputy', [], [['ann', ['approver']]])],
    [
      'whoever had it done for them',
      () => staff('deputy', [], [['ann', ['reviewer']]]),
      () => staff('ann', ['approver']),
    ],
    [
      'the deputy who did it for another, by a post of their own',
      () => staff('deputy', [], [['ann', ['reviewer']]]),
      () => staff('deputy', ['approver']),
    ],
    [
      'another deputy of whom it was done for',
      () => staff('deputy', [], [['ann', ['reviewer']]]),
      () => staff('second', [], [['ann', ['approver']]]),
    ],
    [
      'a deputy of the deputy who did it',
      () => staff('deputy', [], [['ann', ['reviewer']]]),
      () => staff('second', [], [['deputy', ['approver']]]),
    ],
  ];

  test.each(ways)('not %s', async (_what, first, second) => {
    const no = await toCheck(first());
    expect(await actionsFor(second(), no)).toEqual([]);
    await expect(act(second(), no, 'pass')).rejects.toMatchObject({ status: 409 });
    expect((await read(no)).case.phase).toBe('deciding');
  });

  test('a deputy whose colleague did the step may act by a post of their own', async () => {
    const no = await toCheck(ann());
    await act(staff('deputy', ['approver'], [['ann', ['approver']]]), no, 'pass');
    expect((await read(no)).tokens.find((token) => token.node === 'check')).toMatchObject({
      done_by: 'deputy',
      done_for: null,
    });
  });

  test('of two colleagues the deputy acts for the one who may', async () => {
    const no = await toCheck(ann());
    const deputy = staff(
      'deputy',
      [],
      [
        ['ann', ['approver']],
        ['bob', ['approver']],
      ],
    );
    await act(deputy, no, 'pass');
    expect((await read(no)).tokens.find((token) => token.node === 'check')?.done_for).toBe('bob');
  });
});

describe('handing a task on (转办)', () => {
  const approver = () => staff('chief', ['approver']);

  test('by who has it, with the reason on record; then it is the other’s alone', async () => {
    const no = await toWater();
    const ann = staff('ann', ['reviewer']);
    const { id } = await taskOf(no);
    await claimTask(grove.casework, ann, id);
    const given = { to: colleague('bob', ['reviewer']), reason: '出差' };
    expect(await assignTask(grove.casework, ann, id, given)).toBe(no);
    expect(await actionsFor(ann, no)).toEqual([]);
    expect(await actionsFor(staff('bob', ['reviewer']), no)).toEqual(['water']);
    const line = (await historyOf(grove.platform.database, no)).at(-1);
    expect(line).toMatchObject({ action: 'assign', title: '转办给bob', comment: '出差', actor: 'ann' });
  });

  test('by who may do so for others, also when nobody has it yet', async () => {
    const no = await toWater();
    const given = { to: colleague('bob', ['reviewer']), reason: '均衡' };
    await assignTask(grove.casework, approver(), (await taskOf(no)).id, given);
    expect((await taskOf(no)).claimed_by).toBe('bob');
  });

  test('not by a colleague who does not have it', async () => {
    const no = await toWater();
    const { id } = await taskOf(no);
    await claimTask(grove.casework, staff('ann', ['reviewer']), id);
    const given = { to: colleague('bob', ['reviewer']), reason: '想办' };
    await expect(assignTask(grove.casework, staff('bob', ['reviewer']), id, given)).rejects.toMatchObject({
      status: 403,
    });
  });

  test('not to somebody of another post or office', async () => {
    const no = await toWater();
    const { id } = await taskOf(no);
    const far = { accountId: 'far', name: 'far', grants: [{ role: 'reviewer', office: '330802' }] };
    for (const to of [colleague('bob', ['acceptor']), far])
      await expect(assignTask(grove.casework, approver(), id, { to, reason: '试' })).rejects.toMatchObject({
        code: 'ASSIGNEE_UNFIT',
      });
  });

  test('not to who did, or had done for them, a step this one must be apart from', async () => {
    const given = (name: string) => ({ to: colleague(name, ['approver']), reason: '试' });
    const no = await toCheck(staff('deputy', [], [['ann', ['reviewer']]]));
    const { id } = await taskOf(no);
    for (const name of ['deputy', 'ann'])
      await expect(assignTask(grove.casework, approver(), id, given(name))).rejects.toMatchObject({
        status: 409,
        code: 'ASSIGNEE_EXCLUDED',
      });
    await assignTask(grove.casework, approver(), id, given('bob'));
  });

  test('of a task that is done there is nothing to hand on', async () => {
    const no = await toWater();
    const { id } = await taskOf(no);
    await act(staff('ann', ['reviewer']), no, 'water');
    const given = { to: colleague('bob', ['reviewer']), reason: '试' };
    await expect(assignTask(grove.casework, approver(), id, given)).rejects.toMatchObject({
      code: 'TASK_NOT_FOUND',
    });
  });
});
