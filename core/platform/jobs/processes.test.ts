import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '../system/clock.ts';
import { makeEvents } from '../system/events.ts';
import { makeIds } from '../system/ids.ts';
import { makeLogger } from '../system/logger.ts';
import { systemRandom } from '../system/random.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { createJobs } from './create.ts';
import type { Jobs } from './jobs.ts';

describe('several processes on one database', () => {
  let open: TestDatabase;
  const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
  const started: Jobs[] = [];
  let queue = '';
  let count = 0;

  beforeAll(async () => {
    open = await testDatabase([], 10);
  });
  beforeEach(() => {
    queue = `queue-${++count}`;
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
  });
  afterAll(() => open.close());

  const process = (limit = 4): Jobs => {
    const { database } = open;
    const log = makeLogger('silent');
    const jobs = createJobs({
      database,
      clock,
      ids: makeIds(clock, systemRandom()),
      log,
      events: makeEvents(),
      limit,
      alone: false,
    });
    started.push(jobs);
    return jobs;
  };

  test('each job is done by one of them', async () => {
    const done: number[] = [];
    const processes = [process(), process(), process()];
    for (const jobs of processes) {
      jobs.handle(queue, async ({ number }: { number: number }) => {
        done.push(number);
      });
    }
    const numbers = Array.from({ length: 40 }, (_, number) => number);
    for (const number of numbers) await processes[0]?.send(open.database, queue, { number });
    const ran = await Promise.all(processes.map((jobs) => jobs.drain()));
    expect(ran.reduce((sum, each) => sum + each, 0)).toBe(40);
    expect(done.sort((left, right) => left - right)).toEqual(numbers);
  });

  test('a running process takes up a job as soon as its transaction commits', async () => {
    const done: string[] = [];
    const jobs = process();
    jobs.handle(queue, async ({ text }: { text: string }) => {
      done.push(text);
    });
    await jobs.start();
    const { promise: held, resolve: commit } = Promise.withResolvers<void>();
    const sent = open.database.transaction().execute(async (trx) => {
      await jobs.send(trx, queue, { text: 'now' });
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done).toEqual([]);
    commit();
    await sent;
    await vi.waitFor(() => expect(done).toEqual(['now']), { timeout: 10_000 });
  });

  test('never more at once than the process, or the queue, allows', async () => {
    let atWork = 0;
    let most = 0;
    const work = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atWork -= 1;
    };
    const jobs = process(3);
    jobs.handle(queue, work, { concurrency: 2 });
    jobs.handle(`${queue}-b`, work, { concurrency: 2 });
    for (let number = 0; number < 10; number++) {
      await jobs.send(open.database, queue, {});
      await jobs.send(open.database, `${queue}-b`, {});
    }
    expect(await jobs.drain()).toBe(20);
    expect(most).toBe(3);
  });

  test('stopping waits for the work in hand', async () => {
    let finished = false;
    const jobs = process();
    const { promise: beginning, resolve: begun } = Promise.withResolvers<void>();
    jobs.handle(queue, async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 100));
      finished = true;
    });
    await jobs.start();
    await jobs.send(open.database, queue, {});
    await beginning;
    await jobs.stop();
    expect(finished).toBe(true);
    const { rows } = await sql<{ state: string }>`SELECT state FROM jobs.job WHERE name = ${queue}`.execute(
      open.database,
    );
    expect(rows).toEqual([{ state: 'completed' }]);
  });

  test('what a process had in hand when it died is taken up by another', async () => {
    const dead = process();
    const { promise: beginning, resolve: begun } = Promise.withResolvers<void>();
    dead.handle(queue, () => {
      begun();
      return new Promise(() => undefined);
    });
    await dead.send(open.database, queue, { text: 'left behind' });
    void dead.drain();
    await beginning;
    started.splice(started.indexOf(dead), 1);
    // It has not been heard of for longer than a living process would be silent.
    await sql`UPDATE jobs.job_common SET heartbeat_on = now() - interval '1 minute' WHERE name = ${queue}`.execute(
      open.database,
    );
    const done: string[] = [];
    const alive = process();
    alive.handle(queue, async ({ text }: { text: string }) => {
      done.push(text);
    });
    await alive.start();
    await vi.waitFor(() => expect(done).toEqual(['left behind']), { timeout: 30_000, interval: 100 });
  });

  test('a process that is alone takes its own leavings up at once', async () => {
    const { database } = open;
    const log = makeLogger('silent');
    const make = () =>
      createJobs({
        database,
        clock,
        ids: makeIds(clock, systemRandom()),
        log,
        events: makeEvents(),
        limit: 2,
        alone: true,
      });
    const dead = make();
    const { promise: beginning, resolve: begun } = Promise.withResolvers<void>();
    dead.handle(queue, () => {
      begun();
      return new Promise(() => undefined);
    });
    await dead.send(database, queue, { text: 'mine' });
    void dead.drain();
    await beginning;
    const done: string[] = [];
    const alive = make();
    started.push(alive);
    alive.handle(queue, async ({ text }: { text: string }) => {
      done.push(text);
    });
    await alive.start();
    await vi.waitFor(() => expect(done).toEqual(['mine']), { timeout: 10_000 });
  });

  test('repeated work is done once per interval of the clock, whichever process is first', async () => {
    let runs = 0;
    const processes = [process(), process()];
    for (const jobs of processes) {
      jobs.every(60, `timer-${queue}`, async () => {
        runs += 1;
      });
    }
    const everybody = () => Promise.all(processes.map((jobs) => jobs.drain()));
    await everybody();
    expect(runs).toBe(1);
    clock.advance(59_999);
    await everybody();
    expect(runs).toBe(1);
    clock.advance(1);
    await everybody();
    expect(runs).toBe(2);
    // After the clock was set back it does not wait for the old future.
    clock.advance(-24 * 3_600_000);
    await everybody();
    expect(runs).toBe(3);
  });

  test('repeated work that takes long is not begun by another process', async () => {
    let runs = 0;
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    const processes = [process(), process()];
    for (const jobs of processes) {
      jobs.every(1, `timer-${queue}`, async () => {
        runs += 1;
        await finished;
      });
    }
    const first = processes[0]?.drain();
    await vi.waitFor(() => expect(runs).toBe(1));
    clock.advance(5000);
    await processes[1]?.drain();
    expect(runs).toBe(1);
    finish();
    await first;
    await processes[1]?.drain();
    expect(runs).toBe(2);
  });

  test('repeated work that fails is tried again at its next time', async () => {
    let runs = 0;
    const jobs = process();
    jobs.every(60, `timer-${queue}`, async () => {
      runs += 1;
      throw new Error('not today');
    });
    await jobs.drain();
    clock.advance(60_000);
    await jobs.drain();
    expect(runs).toBe(2);
  });

  test('a queue or timer is registered once', () => {
    const jobs = process();
    const nothing = async () => undefined;
    jobs.handle(queue, nothing);
    expect(() => jobs.handle(queue, nothing)).toThrow('already');
    jobs.every(1, queue, nothing);
    expect(() => jobs.every(1, queue, nothing)).toThrow('twice');
  });
});
