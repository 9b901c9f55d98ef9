import { type Clock, systemClock } from '@hengchan/platform';

/** A department's clock. */
export interface Timepiece extends Clock {
  set(moment: Date | undefined): void;
  /** Told of the time in a message the registration platform verifiably signed. */
  heard(time: string): void;
  /** Milliseconds that no setting of the clock disturbs, for waiting. */
  elapsed(): number;
}

/** Differences below this are ordinary drift. */
const driftMs = 30_000;

/**
 * `follow`: goes by the platform's signed time, so that a demonstration whose clock was moved still has departments that
 * agree with it. `own`: the machine's time, as a real department has it.
 */
export function makeTimepiece(mode: 'follow' | 'own'): Timepiece {
  const shown = systemClock();
  const machine = systemClock();
  return {
    now: () => shown.now(),
    set: (moment) => shown.set(moment),
    heard(time) {
      const moment = new Date(time);
      if (mode === 'follow' && Math.abs(moment.getTime() - shown.now().getTime()) > driftMs)
        shown.set(moment);
    },
    elapsed: () => machine.now().getTime(),
  };
}
