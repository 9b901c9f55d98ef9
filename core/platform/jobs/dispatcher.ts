import type { Logger } from '../system/logger.ts';
import type { ClaimedJob, Queue } from './queue.ts';

export interface Registration {
  handler: (data: never) => Promise<void>;
  concurrency: number;
  retries: number;
}

/** Waits between looks at the queue after a `send` of whose commit nobody tells: it comes soon, and somebody may wait for the result. */
const alertGaps = [30, 90, 250];
const pollGap = 500;

/**
 * Takes due jobs and runs their handlers, never more than `limit` at once: each may hold a database connection,
 * and together they must leave some for the people using the product.
 */
export function makeDispatcher(parts: {
  queue: Queue;
  log: Logger;
  limit: number;
  registrations: ReadonlyMap<string, Registration>;
  now(): Date;
  /** Moves what became due by the clock into the queue. */
  promote(): Promise<void>;
}) {
  const { queue, log, registrations } = parts;
  const running = new Map<ClaimedJob, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let started = false;
  let looking: Promise<void> | undefined;
  /** Something came while it was looking. */
  let again = false;
  let step = alertGaps.length;
  let planned = 0;

  const run = async (job: ClaimedJob): Promise<void> => {
    try {
      await registrations.get(job.queue)?.handler(job.data as never);
    } catch (error) {
      log.warn({ err: error, queue: job.queue, job: job.id, attempt: job.retryCount + 1 }, 'job failed');
      await queue.fail(job, error instanceof Error ? error : new Error(String(error)));
      return;
    }
    await queue.complete(job);
  };

  const take = async (name: string): Promise<number> => {
    const { concurrency } = registrations.get(name) as Registration;
    const inHand = [...running.keys()].filter((job) => job.queue === name).length;
    const room = Math.min(concurrency - inHand, parts.limit - running.size);
    if (room <= 0) return 0;
    const jobs = await queue.claim(name, room);
    for (const job of jobs) {
      const work = run(job)
        .catch((error) => log.error({ err: error, queue: name, job: job.id }, 'job could not be settled'))
        .finally(() => {
          running.delete(job);
          if (started) schedule(0);
        });
      running.set(job, work);
    }
    return jobs.length;
  };

  /** One look at everything; returns how many jobs were taken. */
  const look = async (): Promise<number> => {
    const names = [...registrations.keys()];
    let due = await queue.withWork(names, parts.now());
    if (due.deferred) {
      await parts.promote();
      due = await queue.withWork(names, parts.now());
    }
    if (running.size >= parts.limit) return 0;
    let taken = 0;
    for (const name of due.queues) taken += await take(name);
    return taken;
  };

  /** Looks after the delay, or earlier when that was planned already. */
  function schedule(delay: number): void {
    const moment = performance.now() + delay;
    if (timer !== undefined && planned <= moment) return;
    clearTimeout(timer);
    planned = moment;
    timer = setTimeout(() => {
      timer = undefined;
      again = looking !== undefined;
      looking ??= look()
        .then(
          () => undefined,
          (error: unknown) => log.error({ err: error }, 'looking for jobs failed'),
        )
        .finally(() => {
          looking = undefined;
          if (started) schedule(again ? 0 : (alertGaps[step++] ?? pollGap));
          again = false;
        });
    }, delay);
  }

  return {
    start(): void {
      started = true;
      schedule(0);
      heartbeat = setInterval(
        () => queue.beat([...running.keys()]).catch((error) => log.error({ err: error }, 'heartbeat failed')),
        (queue.heartbeatSeconds * 1000) / 3,
      );
      heartbeat.unref();
    },
    /** There is work, or will be when the transaction that sent it has committed. */
    nudge(): void {
      if (!started) return;
      step = 0;
      schedule(alertGaps[0] as number);
    },
    /** There is work now. */
    lookNow(): void {
      if (started) schedule(0);
    },
    async stop(): Promise<void> {
      started = false;
      clearTimeout(timer);
      timer = undefined;
      await looking;
      await Promise.all(running.values());
      clearInterval(heartbeat);
    },
    async drain(): Promise<number> {
      for (let total = 0; ; ) {
        const taken = await look();
        await Promise.all(running.values());
        if (taken === 0) return total;
        total += taken;
      }
    },
  };
}
