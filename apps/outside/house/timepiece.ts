import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Clock, systemClock } from '@hengchan/platform';

/** A department's clock. */
export interface Timepiece extends Clock {
  set(moment: Date | undefined): void;
  /** Told of the time in a message the registration platform verifiably signed. True when the clock was set by it. */
  heard(time: string): boolean;
  /** Milliseconds that no setting of the clock disturbs, for waiting. */
  elapsed(): number;
}

/** Differences below this are ordinary drift. */
const driftMs = 30_000;

/**
 * `follow`: goes by the platform's signed time, so that a demonstration whose clock was moved still has departments that
 * agree with it; how far it is off the machine's time is kept in `file` for the next start. `own`: the machine's time, as a
 * real department has it.
 */
export function makeTimepiece(mode: 'follow' | 'own', file: string): Timepiece {
  const shown = systemClock();
  const machine = systemClock();
  const set = (moment: Date | undefined) => {
    shown.set(moment);
    const aheadMs = moment === undefined ? 0 : moment.getTime() - machine.now().getTime();
    writeFileSync(file, JSON.stringify({ aheadMs }));
  };
  if (mode === 'follow' && existsSync(file)) {
    const { aheadMs } = JSON.parse(readFileSync(file, 'utf8')) as { aheadMs: number };
    if (aheadMs !== 0) shown.set(new Date(machine.now().getTime() + aheadMs));
  }
  return {
    now: () => shown.now(),
    set,
    heard(time) {
      const moment = new Date(time);
      const off = mode === 'follow' && Math.abs(moment.getTime() - shown.now().getTime()) > driftMs;
      if (off) set(moment);
      return off;
    },
    elapsed: () => machine.now().getTime(),
  };
}
