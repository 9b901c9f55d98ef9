import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { splitStatements } from '../database/migrate.ts';
import type { Database } from '../database/tables.ts';

/** A job in hand: the attempt that was claimed, which is what settling it refers to. */
export interface ClaimedJob {
  id: string;
  queue: string;
  data: object;
  retryCount: number;
}

export interface QueueSettings {
  retries: number;
}

/** Where jobs that failed every attempt are kept. */
export const deadLetterQueue = 'dead-letter';
const heartbeatSeconds = 10;
const dayInSeconds = 86_400;

/**
 * The queue itself, kept by pg-boss in the product's own database and under its own role.
 * Everything pg-boss asks of the database goes through `scoped`: inside a caller's transaction it uses that transaction,
 * which the embedded database needs (a second connection would wait for the first for ever).
 */
export function makeQueue(database: Database, report: (error: Error) => void) {
  const scoped = new AsyncLocalStorage<Database>();
  const db: ReturnType<typeof fromKysely> = {
    executeSql: (text, values) => {
      const current = scoped.getStore() ?? database;
      if (values?.length || !/^\s*BEGIN;/.test(text)) return fromKysely(current).executeSql(text, values);
      return executeBlock(current, text);
    },
  };
  const boss = new PgBoss({
    db,
    schema: 'jobs',
    migrate: false,
    schedule: false,
    supervise: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    flowIntervalSeconds: 3600,
  });
  boss.on('error', report);

  const declare = async (executor: Database, name: string, settings: QueueSettings): Promise<void> => {
    const options = {
      policy: name === deadLetterQueue ? 'standard' : 'short',
      retryLimit: settings.retries,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: 900,
      heartbeatSeconds,
      deleteAfterSeconds: dayInSeconds,
      // Work that waits must never be thrown away because nobody got to it.
      retentionSeconds: 3650 * dayInSeconds,
      ...(name === deadLetterQueue ? {} : { deadLetter: deadLetterQueue }),
    };
    await sql`SELECT jobs.create_queue(${name}, ${JSON.stringify(options)}::jsonb)`.execute(executor);
  };

  return {
    heartbeatSeconds,
    start: () => boss.start(),
    stop: () => boss.stop({ close: false, graceful: false }),
    declare,
    /** False when a job with the key is waiting already. */
    async insert(executor: Database, queue: string, data: object, key: string): Promise<boolean> {
      return (await scoped.run(executor, () => boss.send(queue, data, { singletonKey: key }))) !== null;
    },
    async claim(queue: string, limit: number): Promise<ClaimedJob[]> {
      const jobs = await boss.fetch<object>(queue, { batchSize: limit });
      return jobs.map(({ id, data, retryCount }) => ({ id, queue, data, retryCount }));
    },
    async complete({ queue, id, retryCount }: ClaimedJob): Promise<void> {
      await boss.complete(queue, [{ id, retryCount }] as never);
    },
    async fail({ queue, id, retryCount }: ClaimedJob, error: Error): Promise<void> {
      await boss.fail(queue, [{ id, retryCount }] as never, { message: error.message, stack: error.stack });
    },
    /** Says that this process still has the jobs in hand; without it they are given to another after a while. */
    async beat(jobs: readonly ClaimedJob[]): Promise<void> {
      for (const queue of new Set(jobs.map((job) => job.queue))) {
        const held = jobs.filter((job) => job.queue === queue);
        await boss.touch(queue, held.map(({ id, retryCount }) => ({ id, retryCount })) as never);
      }
    },
    /** Those of the queues that have something due, and whether something put off is due by now. */
    async withWork(queues: readonly string[], now: Date): Promise<{ queues: string[]; deferred: boolean }> {
      const { rows } = await sql<{ queues: string[]; deferred: boolean }>`
        SELECT ARRAY(
          SELECT name FROM unnest(${[...queues]}::text[]) AS name
          WHERE EXISTS (
            SELECT FROM jobs.job_common AS job
            WHERE job.name = name.name AND job.state < 'active' AND NOT job.blocked AND job.start_after <= now()
          )) AS queues,
          EXISTS (SELECT FROM platform.deferred_job WHERE due_at <= ${now}) AS deferred`.execute(database);
      return rows[0] ?? { queues: [], deferred: false };
    },
    /** Attempts that wait after a failure are due now. */
    async hastenRetries(): Promise<void> {
      await sql`UPDATE jobs.job_common SET start_after = now() WHERE state = 'retry'`.execute(database);
    },
    /** Gives back what a process that is certainly dead had in hand: only the embedded database can know that. */
    async releaseAll(): Promise<void> {
      await sql`UPDATE jobs.job_common SET state = 'retry', start_after = now() WHERE state = 'active'`.execute(
        database,
      );
    },
    redrive: (ids: string[]) => boss.redrive(deadLetterQueue, { ids }),
  };
}

export type Queue = ReturnType<typeof makeQueue>;

/** pg-boss groups some statements into a transaction of its own; a driver takes them one by one, on one connection. */
async function executeBlock(database: Database, text: string): Promise<{ rows: unknown[] }> {
  return database.connection().execute(async (connection) => {
    const rows: unknown[] = [];
    try {
      for (const statement of splitStatements(text)) {
        rows.push(...(await sql.raw(statement).execute(connection)).rows);
      }
    } catch (error) {
      await sql`ROLLBACK`.execute(connection);
      throw error;
    }
    return { rows };
  });
}
