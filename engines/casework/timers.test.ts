import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actOnCase } from './act.ts';
import { changeCalendarDay } from './change-calendar.ts';
import { driveDue } from './drive.ts';
import { historyOf } from './history.ts';
import { startLimit } from './limits.ts';
import { signalCase } from './signal.ts';
import { getCase, lockCase, tables } from './store.ts';
import { claimTask } from './tasks.ts';
import { type Grove, makeGrove } from './testing/grove.ts';
import { treeWatering } from './testing/tree-watering.ts';
import { fireDue } from './timers.ts';

/** A Friday morning; two working days after it are over when Tuesday is. */
const friday = new Date('2026-11-20T02:00:00Z');
const tuesdayIsOver = new Date('2026-11-24T16:00:00Z');
const before = (moment: Date) => new Date(moment.getTime() - 1);

let grove: Grove;
beforeAll(async () => {
  grove = await makeGrove();
});
afterAll(() => grove?.platform.close());
beforeEach(async () => {
  grove.log.length = 0;
  for (const key of Object.keys(grove.say)) delete grove.say[key as keyof Grove['say']];
  // What an earlier test left open would go on in the next.
  await tables(grove.platform.database)
    .updateTable('casework.token')
    .set({ state: 'cancelled' })
    .where('state', '=', 'open')
    .execute();
  grove.platform.clock.set(friday);
});

const at = (moment: Date) => grove.platform.clock.set(moment);
const openNode = async (no: string) =>
  (await getCase(grove.platform.database, no)).tokens.find((token) => token.state === 'open')?.node;
const actionsOf = async (no: string) =>
  (await historyOf(grove.platform.database, no)).map((line) => line.action);

async function dry(): Promise<string> {
  const no = await grove.open(grove.neighbour(1), { definition: treeWatering });
  await actOnCase(grove.casework, grove.neighbour(1), no, { action: 'submit' });
  return no;
}

const rain = (no: string) =>
  grove.platform.database
    .transaction()
    .execute((trx) => signalCase(grove.casework, trx, { caseNo: no, event: 'weather', message: 'rain' }));

describe('a step that waits for days to pass', () => {
  test('goes on when they are over, and not a millisecond before', async () => {
    const no = await dry();
    at(before(tuesdayIsOver));
    expect(await fireDue(grove.casework)).toBe(0);
    expect(await openNode(no)).toBe('dry');
    at(tuesdayIsOver);
    expect(await fireDue(grove.casework)).toBe(1);
    expect(await openNode(no)).toBe('water');
    const [last] = (await historyOf(grove.platform.database, no)).slice(-1);
    expect(last).toMatchObject({ action: 'elapsed', title: '两天没有下雨', actor: 'system' });
  });

  test('ends by the event when that comes first, and nothing follows later', async () => {
    const no = await dry();
    await rain(no);
    expect((await getCase(grove.platform.database, no)).case.phase).toBe('completed');
    at(tuesdayIsOver);
    expect(await fireDue(grove.casework)).toBe(0);
    expect(await actionsOf(no)).not.toContain('elapsed');
  });

  test('moves with the calendar', async () => {
    const no = await dry();
    const declare = (working: boolean | undefined) =>
      grove.platform.database
        .transaction()
        .execute((trx) =>
          changeCalendarDay(
            grove.platform,
            trx,
            '2026-11-24',
            working === undefined ? undefined : { working, name: '试验', source: '试验', verified: false },
          ),
        );
    await declare(false);
    at(tuesdayIsOver);
    expect(await fireDue(grove.casework)).toBe(0);
    at(new Date(tuesdayIsOver.getTime() + 86_400_000));
    expect(await fireDue(grove.casework)).toBe(1);
    expect(await openNode(no)).toBe('water');
    await declare(undefined);
  });

  test('stops the promised time meanwhile', async () => {
    const no = await grove.open(grove.neighbour(1), { definition: treeWatering });
    await grove.platform.database
      .transaction()
      .execute(async (trx) => startLimit(grove.casework, trx, await lockCase(trx, no), '受理员'));
    await actOnCase(grove.casework, grove.neighbour(1), no, { action: 'submit' });
    at(tuesdayIsOver);
    await fireDue(grove.casework);
    const { case: row } = await getCase(grove.platform.database, no);
    expect(row).toMatchObject({ stopped_since: null, stopped_days: 3, due_on: '2026-12-02' });
  });

  test('goes on once, whoever looks for it at the same time', async () => {
    const no = await dry();
    at(tuesdayIsOver);
    const fired = await Promise.all([1, 2, 3].map(() => fireDue(grove.casework)));
    expect(fired.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect((await actionsOf(no)).filter((action) => action === 'elapsed')).toHaveLength(1);
  });

  test('either the event or the time is first, never both', async () => {
    for (let round = 0; round < 6; round++) {
      at(friday);
      const no = await dry();
      at(tuesdayIsOver);
      await Promise.all(
        round % 2 ? [rain(no), fireDue(grove.casework)] : [fireDue(grove.casework), rain(no)],
      );
      const { case: row, tokens } = await getCase(grove.platform.database, no);
      const elapsed = (await actionsOf(no)).includes('elapsed');
      expect(row.phase).toBe(elapsed ? 'reviewing' : 'completed');
      expect(tokens.filter((token) => token.node === 'dry')).toHaveLength(1);
    }
  });

  test('is found by the machine’s own round', async () => {
    const no = await dry();
    at(tuesdayIsOver);
    expect(await driveDue(grove.casework)).toBe(1);
    expect(await openNode(no)).toBe('water');
  });
});

describe('a task nobody does in time', () => {
  async function wet(frost?: Date): Promise<string> {
    if (frost) grove.say.frost = frost;
    const no = await dry();
    at(tuesdayIsOver);
    await fireDue(grove.casework);
    return no;
  }
  const frost = new Date('2026-12-01T00:00:00Z');

  test('goes on with its work done, also when somebody had taken it', async () => {
    const no = await wet(frost);
    const task = (await getCase(grove.platform.database, no)).tokens.find((token) => token.node === 'water');
    await claimTask(grove.casework, grove.staff('reviewer'), task?.id ?? '');
    at(frost);
    expect(await fireDue(grove.casework)).toBe(1);
    expect(grove.log).toEqual(['covered', 'closed:completed']);
    const { tokens } = await getCase(grove.platform.database, no);
    expect(tokens.find((token) => token.node === 'water')).toMatchObject({
      outcome: 'elapsed',
      done_by: 'system',
      done_for: null,
    });
  });

  test('stays done by who did it just in time', async () => {
    const no = await wet(frost);
    at(before(frost));
    await actOnCase(grove.casework, grove.staff('reviewer'), no, { action: 'water' });
    at(frost);
    await fireDue(grove.casework);
    expect(grove.log).not.toContain('covered');
  });

  test('waits for ever where the service gives no deadline', async () => {
    const no = await wet();
    at(new Date('2027-11-20T00:00:00Z'));
    expect(await fireDue(grove.casework)).toBe(0);
    expect(await openNode(no)).toBe('water');
  });

  test('whose work fails changes nothing, keeps nobody else back, and is tried again', async () => {
    const first = await wet(frost);
    at(friday);
    const second = await dry();
    grove.say.noCover = true;
    at(frost);
    expect(await fireDue(grove.casework)).toBe(1);
    expect(await openNode(first)).toBe('water');
    expect(await actionsOf(first)).toEqual(['open', 'submit', 'elapsed']);
    // The second came to the same deadline a moment ago and fails alike.
    expect(await openNode(second)).toBe('water');
    delete grove.say.noCover;
    grove.platform.clock.advance(61_000);
    expect(await fireDue(grove.casework)).toBe(2);
    expect((await getCase(grove.platform.database, first)).case.phase).toBe('completed');
  });
});
