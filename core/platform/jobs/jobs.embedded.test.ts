import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestPlatform, testPlatform } from '../testing/index.ts';

describe('jobs', () => {
  let platform: TestPlatform;
  let done: unknown[];
  let fail: Error | undefined;

  beforeAll(async () => {
    platform = await testPlatform();
    platform.jobs.handle(
      'letter',
      async (data: { text: string }) => {
        if (fail) throw fail;
        done.push(data.text);
      },
      { retries: 1 },
    );
  });
  beforeEach(() => {
    done = [];
    fail = undefined;
  });
  afterAll(() => platform.close());

  test('a job sent in a transaction runs once it is committed', async () => {
    await platform.database.transaction().execute(async (trx) => {
      await platform.jobs.send(trx, 'letter', { text: 'committed' });
    });
    expect(await platform.jobs.drain()).toBe(1);
    expect(done).toEqual(['committed']);
    expect(await platform.jobs.drain()).toBe(0);
  });

  test('a job sent in a transaction that is rolled back never existed', async () => {
    const rolledBack = platform.database.transaction().execute(async (trx) => {
      await platform.jobs.send(trx, 'letter', { text: 'rolled back' });
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    expect(await platform.jobs.drain()).toBe(0);
    expect(done).toEqual([]);
  });

  test('the first job of a queue may be rolled back without losing the second', async () => {
    const first = platform.database.transaction().execute(async (trx) => {
      await platform.jobs.send(trx, 'late-handler', { text: 'first' });
      throw new Error('no');
    });
    await expect(first).rejects.toThrow('no');
    await platform.jobs.send(platform.database, 'late-handler', { text: 'second' });
    platform.jobs.handle('late-handler', async (data: { text: string }) => {
      done.push(data.text);
    });
    await platform.jobs.drain();
    expect(done).toEqual(['second']);
  });

  test('a job waits for its time by the clock of the product', async () => {
    const startAfter = new Date(platform.clock.now().getTime() + 3_600_000);
    await platform.jobs.send(platform.database, 'letter', { text: 'later' }, { startAfter });
    expect(await platform.jobs.drain()).toBe(0);
    platform.clock.advance(3_599_999);
    expect(await platform.jobs.drain()).toBe(0);
    platform.clock.advance(1);
    expect(await platform.jobs.drain()).toBe(1);
    expect(done).toEqual(['later']);
  });

  test('one waiting job per key, whether due or deferred', async () => {
    const startAfter = new Date(platform.clock.now().getTime() + 1000);
    for (const text of ['one', 'two'])
      await platform.jobs.send(platform.database, 'letter', { text }, { singletonKey: 'same' });
    for (const text of ['three', 'four'])
      await platform.jobs.send(platform.database, 'letter', { text }, { singletonKey: 'same', startAfter });
    expect(await platform.jobs.drain()).toBe(1);
    platform.clock.advance(1000);
    expect(await platform.jobs.drain()).toBe(1);
    expect(done).toEqual(['one', 'three']);
  });

  test('a failure is tried again, then becomes a dead letter that can be sent back', async () => {
    fail = new Error('税务系统没有应答');
    await platform.jobs.send(platform.database, 'letter', { text: 'unlucky' });
    expect(await platform.jobs.drain()).toBe(1);
    expect(await platform.jobs.drain()).toBe(0);
    expect(await platform.jobs.deadLetters()).toEqual([]);
    expect(await platform.jobs.drain({ retries: 'now' })).toBe(1);
    const letters = await platform.jobs.deadLetters();
    expect(letters).toMatchObject([
      { queue: 'letter', data: { text: 'unlucky' }, reason: '税务系统没有应答' },
    ]);
    fail = undefined;
    expect(await platform.jobs.redrive(letters.map((letter) => letter.id))).toBe(1);
    expect(await platform.jobs.drain()).toBe(1);
    expect(done).toEqual(['unlucky']);
    expect(await platform.jobs.deadLetters()).toEqual([]);
  });

  test('work that follows from work is drained too', async () => {
    platform.jobs.handle('chain', async ({ left }: { left: number }) => {
      if (left > 0) await platform.jobs.send(platform.database, 'chain', { left: left - 1 });
    });
    await platform.jobs.send(platform.database, 'chain', { left: 3 });
    expect(await platform.jobs.drain()).toBe(4);
  });
});
