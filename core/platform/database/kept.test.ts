import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/platform.ts';
import { type Kept, makeKept, versionsNow } from './kept.ts';
import type { Database, Transaction } from './tables.ts';

/** What is kept in these tests is one word in the database, and how often it was read is counted. */
let platform: TestPlatform;
let here: Kept;
let elsewhere: Kept;
let reads = 0;

beforeAll(async () => {
  platform = await testPlatform();
  here = makeKept(platform);
  elsewhere = makeKept(platform);
});
afterAll(() => platform?.close());

const read = async (database: Database): Promise<unknown> => {
  reads += 1;
  const row = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', 'test.word')
    .executeTakeFirst();
  return row?.value ?? 'nothing';
};

const word = (kept: Kept) => kept.get(platform.database, 'word', read);

async function write(trx: Transaction, value: string): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: platform.clock.now() };
  await trx
    .insertInto('platform.setting')
    .values({ name: 'test.word', ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
  await here.changed(trx, 'word');
}

const inTransaction = <T>(work: (trx: Transaction) => Promise<T>) =>
  platform.database.transaction().execute(work);

test('is read once while nobody changes it', async () => {
  reads = 0;
  expect([await word(here), await word(here), await word(here)]).toEqual(['nothing', 'nothing', 'nothing']);
  expect(reads).toBe(1);
});

test('what was changed in one process is read by the next question of every other', async () => {
  expect(await word(elsewhere)).toBe('nothing');
  await inTransaction((trx) => write(trx, 'one'));
  expect([await word(here), await word(elsewhere)]).toEqual(['one', 'one']);
  await inTransaction((trx) => write(trx, 'two'));
  reads = 0;
  expect([await word(elsewhere), await word(here), await word(elsewhere)]).toEqual(['two', 'two', 'two']);
  expect(reads).toBe(2);
});

test('versions that another statement brought are not asked for again', async () => {
  const row = await platform.database
    .selectFrom('platform.setting')
    .select(['name', versionsNow.as('versions')])
    .where('name', '=', 'test.word')
    .executeTakeFirstOrThrow();
  expect(Object.keys(row.versions)).toEqual(['word']);
  await word(here);
  reads = 0;
  const nowhere = undefined as unknown as Database;
  expect(await here.get(nowhere, 'word', read, row.versions)).toBe('two');
  expect(reads).toBe(0);
});

test('who changes it sees the change at once, and when it is undone nobody does', async () => {
  const undone = inTransaction(async (trx) => {
    await write(trx, 'three');
    expect(await here.get(trx, 'word', read)).toBe('three');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await word(here)).toBe('two');
  await inTransaction((trx) => write(trx, 'four'));
  expect([await word(here), await word(elsewhere)]).toEqual(['four', 'four']);
});
