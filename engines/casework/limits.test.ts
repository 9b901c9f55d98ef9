import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnCase } from './act.ts';
import { changeCalendarDay } from './change-calendar.ts';
import { driveCase } from './drive.ts';
import { startLimit } from './limits.ts';
import { getCase, lockCase } from './store.ts';
import { type Grove, makeGrove } from './testing/grove.ts';

let grove: Grove;
beforeAll(async () => {
  grove = await makeGrove();
});
afterAll(() => grove?.platform.close());

async function accepted(): Promise<string> {
  const no = await grove.open(grove.neighbour(1), { channel: 'counter' });
  await grove.platform.database
    .transaction()
    .execute(async (trx) => startLimit(grove.casework, trx, await lockCase(trx, no), '受理员'));
  return no;
}

const dueOf = async (no: string) => (await getCase(grove.platform.database, no)).case.due_on;

test('five working days from a Friday end the Friday after', async () => {
  grove.platform.clock.set(new Date('2026-11-20T02:00:00Z'));
  expect(await dueOf(await accepted())).toBe('2026-11-27');
});

test('a day declared a holiday moves the date of open cases at once, and back again (REG-GEN-05)', async () => {
  grove.platform.clock.set(new Date('2026-11-20T02:00:00Z'));
  const no = await accepted();
  const declare = (working: boolean | undefined, day: string) =>
    grove.platform.database
      .transaction()
      .execute((trx) =>
        changeCalendarDay(
          grove.platform,
          trx,
          day,
          working === undefined ? undefined : { working, name: '试验', source: '试验', verified: false },
        ),
      );
  expect(await declare(false, '2026-11-24')).toBeGreaterThan(0);
  expect(await dueOf(no)).toBe('2026-11-30');
  await declare(true, '2026-11-28');
  expect(await dueOf(no)).toBe('2026-11-28');
  await declare(undefined, '2026-11-24');
  await declare(undefined, '2026-11-28');
  expect(await dueOf(no)).toBe('2026-11-27');
});

test('time does not run while a step that stops the clock is open', async () => {
  grove.platform.clock.set(new Date('2026-11-20T02:00:00Z'));
  const no = await accepted();
  await actOnCase(grove.casework, grove.neighbour(1), no, { action: 'submit' });
  await driveCase(grove.casework, no);
  expect((await getCase(grove.platform.database, no)).case.stopped_since).toBe('2026-11-20');
  grove.platform.clock.set(new Date('2026-11-25T02:00:00Z'));
  await actOnCase(grove.casework, grove.staff('reviewer'), no, { action: 'agree' });
  const { case: row } = await getCase(grove.platform.database, no);
  expect(row).toMatchObject({ stopped_since: null, stopped_days: 3, due_on: '2026-12-02' });
});
