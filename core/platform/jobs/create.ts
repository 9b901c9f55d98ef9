import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Clock } from '../system/clock.ts';
import type { Events } from '../system/events.ts';
import type { Ids } from '../system/ids.ts';
import type { Logger } from '../system/logger.ts';
import { deadLetters } from './dead-letters.ts';
import { makeDispatcher, type Registration } from './dispatcher.ts';
import type { Jobs } from './jobs.ts';
import { deadLetterQueue, makeQueue } from './queue.ts';
import { jobTables } from './tables.ts';
import { makeTimers } from './timers.ts';

const defaultRetries = 5;
/** What this process tells itself once a job was committed. */
const sent = 'jobs.sent';

/** Jobs over pg-boss in the product's own database; see `Jobs` for what it promises. */
export function createJobs(parts: {
  database: Database;
  clock: Clock;
  ids: Ids;
  log: Logger;
  events: Events;
  /** Jobs at work in this process at the same time, over all queues. */
  limit: number;
  /** True when no other process can have work in hand: what a killed one left is taken up again at once. */
  alone: boolean;
}): Jobs {
  const { database, clock, ids, log, events } = parts;
  const registrations = new Map<string, Registration>();
  const declared = new Set<string>();
  const queue = makeQueue(database, (error) => log.error({ err: error }, 'job queue'));
  const timers = makeTimers({ database, clock, log, processId: ids.uuid() });

  const declare = async (executor: Database, name: string): Promise<void> => {
    const retries = registrations.get(name)?.retries ?? defaultRetries;
    await queue.declare(executor, deadLetterQueue, { retries: 0 });
    await queue.declare(executor, name, { retries });
  };
  /** Outside of anybody's transaction, so that it holds whatever becomes of that. */
  const declareAll = async (): Promise<void> => {
    for (const name of registrations.keys()) {
      if (declared.has(name)) continue;
      await declare(database, name);
      declared.add(name);
    }
  };
  const insert = async (
    executor: Database,
    name: string,
    data: object,
    key: string | undefined,
  ): Promise<void> => {
    if (!declared.has(name)) await declare(executor, name);
    const inserted = await queue.insert(executor, name, data, key ?? ids.uuid());
    if (!inserted && key === undefined) throw new Error(`job for ${name} was not accepted`);
  };

  const promote = async (): Promise<void> => {
    const due = await jobTables(database)
      .selectFrom('platform.deferred_job')
      .select('id')
      .where('due_at', '<=', clock.now())
      .orderBy('due_at')
      .limit(100)
      .execute();
    for (const { id } of due) {
      await database.transaction().execute(async (trx) => {
        const job = await jobTables(trx)
          .deleteFrom('platform.deferred_job')
          .where('id', '=', id)
          .returning(['queue', 'singleton_key', 'data'])
          .executeTakeFirst();
        if (job) await insert(trx, job.queue, job.data as object, job.singleton_key);
      });
    }
  };
  const dispatcher = makeDispatcher({
    queue,
    log,
    limit: parts.limit,
    registrations,
    now: clock.now,
    promote,
  });
  events.subscribe(({ name }) => {
    if (name === sent) dispatcher.lookNow();
  });

  return {
    async send(executor, name, data, { startAfter, singletonKey } = {}) {
      if (startAfter !== undefined && startAfter > clock.now()) {
        await defer(executor, ids.uuid(), name, data, startAfter, singletonKey);
        return;
      }
      await insert(executor, name, data, singletonKey);
      events.publishAfter(executor, { name: sent });
      dispatcher.nudge();
    },
    handle(name, handler, { concurrency = 2, retries = defaultRetries } = {}) {
      if (registrations.has(name)) throw new Error(`queue ${name} has a handler already`);
      registrations.set(name, { handler, concurrency, retries });
    },
    every: timers.add,
    nudge: dispatcher.nudge,
    async start() {
      await declareAll();
      if (parts.alone) await queue.releaseAll();
      await queue.start();
      dispatcher.start();
      timers.start();
    },
    async stop() {
      await timers.stop();
      await dispatcher.stop();
      await queue.stop();
    },
    async drain({ retries } = {}) {
      await declareAll();
      await timers.runDue();
      if (retries === 'now') await queue.hastenRetries();
      return dispatcher.drain();
    },
    deadLetters: (limit = 100) => deadLetters(database, limit),
    async redrive(chosen) {
      const moved = chosen.length === 0 ? 0 : await queue.redrive([...chosen]);
      dispatcher.nudge();
      return moved;
    },
  };
}

async function defer(
  executor: Database,
  id: string,
  queue: string,
  data: object,
  dueAt: Date,
  key: string | undefined,
): Promise<void> {
  await jobTables(executor)
    .insertInto('platform.deferred_job')
    .values({ id, queue, singleton_key: key ?? id, data: JSON.stringify(data), due_at: dueAt })
    .onConflict((conflict) =>
      conflict
        .columns(['queue', 'singleton_key'])
        .doUpdateSet({ due_at: sql`least(deferred_job.due_at, excluded.due_at)` }),
    )
    .execute();
}
