/** Where the product gets the time. Only the demonstration and tests may move it. */
export interface Clock {
  now(): Date;
}

export interface SettableClock extends Clock {
  /** Moves the clock to a moment; it goes on ticking from there. `undefined` returns to real time. */
  set(moment: Date | undefined): void;
}

export function systemClock(): SettableClock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    set(moment) {
      offset = moment === undefined ? 0 : moment.getTime() - Date.now();
    },
  };
}

/** A clock that stands still until told otherwise: for tests. */
export function fixedClock(start: Date): SettableClock & { advance(milliseconds: number): void } {
  let current = start.getTime();
  return {
    now: () => new Date(current),
    set(moment) {
      if (moment) current = moment.getTime();
    },
    advance(milliseconds) {
      current += milliseconds;
    },
  };
}
