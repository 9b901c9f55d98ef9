import { type Platform, systemActor } from '@hengchan/platform';
import { errors } from './errors.ts';
import { moveDepartments } from './move-departments.ts';
import type { ClockMoved, ClockReading } from './schema.ts';

/** How far the clock is ahead of real time is kept, because entries made in a moved time stay in it. */
const setting = 'demonstration.clock';
const [first, last] = [Date.UTC(2016, 0, 1), Date.UTC(2100, 0, 1)];
/** Differences below this are the time it takes to answer. */
const toleranceMs = 1_000;

export interface DemonstrationClock {
  read(): ClockReading;
  /** Moves the whole system's clock, or returns it to real time. Throws CLOCK_OUT_OF_RANGE. */
  move(at: string | null): Promise<ClockMoved>;
  /** Sets the clock as it was moved before the last stop. */
  restore(): Promise<void>;
}

/**
 * The clock everything in this process goes by. The stand-ins of the departments are told at once, so that what they do by themselves
 * agrees; one that cannot be reached follows with the next signed message. After going back, units that were entered in the moved time take no entry until that time comes again.
 */
export function makeDemonstrationClock(platform: Platform): DemonstrationClock {
  const { clock, database, audit, processes } = platform;
  let aheadMs = 0;
  const read = (): ClockReading => ({
    at: clock.now().toISOString(),
    moved: Math.abs(aheadMs) > toleranceMs,
  });
  const realNow = (): number => {
    clock.set(undefined);
    return clock.now().getTime();
  };
  const restore = async (): Promise<void> => {
    const row = await database
      .selectFrom('platform.setting')
      .select('value')
      .where('name', '=', setting)
      .executeTakeFirst();
    const before = aheadMs;
    aheadMs = (row?.value as { aheadMs: number } | undefined)?.aheadMs ?? 0;
    if (aheadMs !== before) clock.set(new Date(realNow() + aheadMs));
  };
  processes.answer(setting, restore);
  return {
    read,
    restore,
    async move(at) {
      const real = realNow();
      const target = at === null ? real : Date.parse(at);
      if (target < first || target >= last) {
        clock.set(new Date(real + aheadMs));
        throw errors.CLOCK_OUT_OF_RANGE();
      }
      aheadMs = target - real;
      clock.set(at === null ? undefined : new Date(target));
      const value = JSON.stringify({ aheadMs });
      const updated_at = clock.now();
      await database
        .insertInto('platform.setting')
        .values({ name: setting, value, updated_at })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at }))
        .execute();
      await audit.write(database, systemActor, {
        action: 'demonstration.clock',
        subject: 'clock',
        detail: { at: clock.now().toISOString() },
      });
      // Whoever answers next goes by the same time.
      await processes.ask(setting);
      const departments = await moveDepartments(platform, at === null ? null : clock.now());
      return { ...read(), departments };
    },
  };
}
