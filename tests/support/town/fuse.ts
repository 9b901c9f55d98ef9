import type { Gate } from '../gated-database.ts';

/** What a statement meets: the process dies before it is sent or after its answer came, or the connection fails just once. */
export type Blow = 'before' | 'after' | 'once';

/** Thrown at every statement of a product that has died. */
export class Died extends Error {
  constructor(statement: string) {
    super(`the process died at: ${statement.slice(0, 80)}`);
  }
}

/** A gate that fails at a chosen statement. A product that died stays dead: nothing more of it reaches the database. */
export function makeFuse() {
  let countdown = Number.POSITIVE_INFINITY;
  let pattern: RegExp | undefined;
  let delay = 0;
  let shielded = false;
  let blow: Blow = 'before';
  let dead = false;
  let blown: string | undefined;

  const strike = (statement: string) => {
    [countdown, pattern] = [Number.POSITIVE_INFINITY, undefined];
    blown = `${blow} ${statement.slice(0, 80)}`;
    if (blow !== 'once') dead = true;
    throw new Died(statement);
  };
  const gate: Gate = {
    before(statement) {
      if (dead) throw new Died(statement);
      if (shielded) return;
      countdown -= 1;
      if (pattern?.test(statement)) [countdown, pattern] = [delay, undefined];
      if (countdown === 0 && blow !== 'after') strike(statement);
    },
    after(statement) {
      if (dead) throw new Died(statement);
      if (countdown === 0 && !shielded) strike(statement);
    },
  };
  return {
    gate,
    /** At the `at`-th statement from now on, from 1; or at the next one like the pattern, or so many statements `later`. */
    arm(at: number | RegExp, how: Blow, later = 0) {
      [blow, blown, delay] = [how, undefined, later];
      countdown = typeof at === 'number' ? at : Number.POSITIVE_INFINITY;
      pattern = typeof at === 'number' ? undefined : at;
    },
    armed: () => countdown !== Number.POSITIVE_INFINITY || pattern !== undefined,
    /** Statements pass, and do not count, while this is on. */
    shield(on: boolean) {
      shielded = on;
    },
    disarm() {
      [countdown, pattern] = [Number.POSITIVE_INFINITY, undefined];
    },
    /** A single failure is over: what comes now has no excuse. */
    forget() {
      blown = undefined;
    },
    kill() {
      dead = true;
    },
    /** Where it struck. */
    blown: () => blown,
    dead: () => dead,
  };
}

export type Fuse = ReturnType<typeof makeFuse>;
