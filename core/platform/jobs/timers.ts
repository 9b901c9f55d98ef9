import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { Clock } from '../system/clock.ts';
import type { Logger } from '../system/logger.ts';

interface Timer {
  seconds: number;
  name: string;
  work: () => Promise<void>;
  running: boolean;
  /** When this process last claimed it for; until then asking the database again is no use. */
  claimedUntil: number;
}

const holdSeconds = 60;

/**
 * Repeated work, on one process at a time: a row per timer says when it is due (by the clock of the product) and who
 * holds it (by the database's clock, a hold that lapses when its process dies).
 */
export function makeTimers(parts: { database: Database; clock: Clock; log: Logger; processId: string }) {
  const { database, clock, log, processId } = parts;
  const timers: Timer[] = [];
  let poll: NodeJS.Timeout | undefined;
  const atWork = new Set<Promise<void>>();

  const claim = async (timer: Timer): Promise<boolean> => {
    const { name, seconds } = timer;
    const now = clock.now();
    const next = new Date(now.getTime() + seconds * 1000);
    if (timer.claimedUntil > now.getTime() && timer.claimedUntil <= next.getTime()) return false;
    // A moment further ahead than one interval was written before the clock was set back.
    const { rows } = await sql`
      INSERT INTO platform.timer AS timer (name, next_at, held_by, held_until)
      VALUES (${name}, ${next}, ${processId}, now() + make_interval(secs => ${holdSeconds}))
      ON CONFLICT (name) DO UPDATE
        SET next_at = excluded.next_at, held_by = excluded.held_by, held_until = excluded.held_until
        WHERE (timer.held_until IS NULL OR timer.held_until < now())
          AND (timer.next_at <= ${now} OR timer.next_at > ${next})
      RETURNING name`.execute(database);
    if (rows.length > 0) timer.claimedUntil = next.getTime();
    return rows.length > 0;
  };
  const hold = (name: string) =>
    sql`UPDATE platform.timer SET held_until = now() + make_interval(secs => ${holdSeconds})
        WHERE name = ${name} AND held_by = ${processId}`.execute(database);
  const release = (name: string) =>
    sql`UPDATE platform.timer SET held_by = NULL, held_until = NULL WHERE name = ${name} AND held_by = ${processId}`.execute(
      database,
    );

  const runIfDue = async (timer: Timer): Promise<void> => {
    if (timer.running) return;
    timer.running = true;
    let renewal: NodeJS.Timeout | undefined;
    try {
      if (!(await claim(timer))) return;
      const lost = (error: unknown) =>
        log.error({ err: error, timer: timer.name }, 'hold could not be renewed');
      renewal = setInterval(() => hold(timer.name).catch(lost), (holdSeconds * 1000) / 3);
      renewal.unref();
      await timer.work().finally(() => release(timer.name));
    } catch (error) {
      log.error({ err: error, timer: timer.name }, 'repeated work failed');
    } finally {
      clearInterval(renewal);
      timer.running = false;
    }
  };
  const runDue = async (): Promise<void> => {
    for (const timer of timers) await runIfDue(timer);
  };

  return {
    add(seconds: number, name: string, work: () => Promise<void>): void {
      if (timers.some((timer) => timer.name === name)) throw new Error(`timer ${name} is registered twice`);
      timers.push({ seconds, name, work, running: false, claimedUntil: 0 });
    },
    runDue,
    start(): void {
      poll = setInterval(() => {
        for (const timer of timers) {
          const work = runIfDue(timer).finally(() => atWork.delete(work));
          atWork.add(work);
        }
      }, 1000);
    },
    async stop(): Promise<void> {
      clearInterval(poll);
      await Promise.all(atWork);
    },
  };
}
