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
  let blow: Blow = 'before';
  let dead = false;
  let blown: string | undefined;

  const strike = (statement: string) => {
    countdown = Number.POSITIVE_INFINITY;
    blown = `${blow} ${statement.slice(0, 80)}`;
    if (blow !== 'once') dead = true;
    throw new Died(statement);
  };
  const gate: Gate = {
    before(statement) {
      if (dead) throw new Died(statement);
      countdown -= 1;
      if (countdown === 0 && blow !== 'after') strike(statement);
    },
    after(statement) {
      if (dead) throw new Died(statement);
      if (countdown === 0) strike(statement);
    },
  };
  return {
    gate,
    /** The `at`-th statement from now on, from 1. */
    arm(at: number, how: Blow) {
      [countdown, blow, blown] = [at, how, undefined];
    },
    disarm() {
      countdown = Number.POSITIVE_INFINITY;
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
