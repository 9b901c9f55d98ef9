import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordEvent } from './history.ts';
import { leaveStep, lockCase, lockCaseFor, openTokens, saveCase } from './store.ts';
import { type Grove, makeGrove } from './testing/grove.ts';

let grove: Grove;
beforeAll(async () => {
  grove = await makeGrove();
});
afterAll(() => grove?.platform.close());

/** Whether somebody waits for a row another transaction has locked. */
async function someoneWaits(): Promise<boolean> {
  const { rows } = await sql`SELECT FROM pg_locks WHERE NOT granted`.execute(grove.platform.database);
  return rows.length > 0;
}

test('who waited for the lock sees the case as whoever had it left it', async () => {
  const { database } = grove.platform;
  const no = await grove.open(grove.neighbour(1));
  const [first, key] = [grove.neighbour(1), 'key-1'];
  let waiting: Promise<Awaited<ReturnType<typeof lockCaseFor>>> | undefined;
  await database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, no);
    const [step] = openTokens(record);
    if (!step) throw new Error('the case stands nowhere');
    leaveStep(record, step, { state: 'cancelled', outcome: 'first' });
    await saveCase(trx, record, {});
    await recordEvent(grove.platform, trx, first, {
      caseNo: no,
      action: 'prune',
      title: '修剪',
      idempotencyKey: key,
    });
    waiting = database
      .transaction()
      .execute((other) => lockCaseFor(other, no, { actor: first.accountId, key }));
    while (!(await someoneWaits())) await new Promise((resolve) => setTimeout(resolve, 5));
  });
  const seen = await waiting;
  expect(seen?.record.tokens.map(({ state, outcome }) => [state, outcome])).toEqual([['cancelled', 'first']]);
  expect(seen?.record.case.revision).toBe(2);
  expect(seen?.repeated).toBe(true);
});
