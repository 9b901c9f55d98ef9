import type { Random } from '@hengchan/platform';
import { deepFaults, outboxFaults, registerFaults } from '../support/checks.ts';
import { office } from '../support/office.ts';
import type { Mood } from '../support/town/hall.ts';
import { oneIn } from './cast.ts';
import * as events from './events.ts';
import { finish } from './finish.ts';
import { moneyFaults } from './money.ts';
import * as moves from './moves.ts';
import { openPlay, type Play, type PlayOptions } from './play.ts';

export interface SimulationOptions extends PlayOptions {
  steps: number;
}

export interface SimulationReport {
  seed: number;
  entries: number;
  cases: Record<string, number>;
  crashes: number;
  log: readonly string[];
}

/** How often each move is made, out of their sum. */
const weights: [number, moves.Move][] = [
  [18, moves.open],
  [40, moves.act],
  [24, moves.carryOn],
  [6, events.hurry],
  [5, moves.forbidden],
  [4, moves.stale],
  [5, moves.together],
  [5, moves.replay],
  [4, moves.amend],
  [2, moves.claim],
  [8, events.deliver],
  [12, events.callBack],
  [8, events.drive],
  [2, events.work],
  [2, events.evidence],
  [6, events.wait],
  [5, events.payAtBank],
  [3, events.regret],
  [8, events.both],
  [2, events.court],
];

/** The slow proofs are made whenever something was entered, and so often besides. */
const deepEvery = 25;

/**
 * Plays random cases of every business with random people, departments in random moods, a clock that jumps and a server that dies, all by one
 * seed; checks after every step what must always hold, and at the end that everything came to its end. Throws with the seed and the last steps.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const play = await openPlay(options);
  let crashes = 0;
  try {
    for (let step = 1; step <= options.steps; step++) {
      if (oneIn(play.random, 12)) changeMood(play);
      if (oneIn(play.random, 10)) disturb(play);
      await make(play);
      crashes += await play.mend();
      await check(play, step % deepEvery === 0);
    }
    for (const server of play.servers) server.fuse.disarm();
    await finish(play);
    await check(play, true);
    play.faults.push(...(await outboxFaults(play.ask, play.hall, true)), ...(await courtFaults(play)));
    complain(play);
    return { seed: options.seed, crashes, log: play.log, ...(await counts(play)) };
  } catch (error) {
    throw said(play, error);
  } finally {
    await play.close();
  }
}

function pickMove(random: Random): moves.Move {
  let at = random.integer(
    1,
    weights.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, move] of weights) {
    at -= weight;
    if (at <= 0) return move;
  }
  return moves.act;
}

async function make(play: Play): Promise<void> {
  try {
    const made = await pickMove(play.random)(play);
    if (made !== undefined) play.log.push(made);
  } catch (error) {
    if (!play.disturbed()) throw error;
  }
}

/** Statements at which much hangs together. */
const places = [
  /^commit$/,
  /^rollback$/,
  /insert into "?platform"?\."?audit\b/i,
  /insert into "?exchange"?\."?message\b/i,
  /update "?exchange"?\."?message\b/i,
  /insert into "?exchange"?\."?call\b/i,
  /"?exchange"?\."?inbox\b/i,
  /"?casework"?\."?signal\b/i,
  /update "?casework"?\."?token\b/i,
  /update "?payment"?\."?orders\b/i,
  /insert into "?payment"?\."?refund\b/i,
  /update "?platform"?\."?idempotency\b/i,
];

/** One of the servers will die at some statement, now or later, or one statement of it will fail. */
function disturb(play: Play): void {
  const { random } = play;
  const { fuse } = play.server();
  if (fuse.armed()) return;
  const blow = random.pick(['before', 'after', 'once'] as const);
  if (oneIn(random, 3)) fuse.arm(random.integer(1, 90), blow);
  else if (oneIn(random, 2)) fuse.arm(random.pick(places), blow);
  else fuse.arm(/insert into "register"."entry"/i, blow, random.integer(0, 25));
}

const moods: readonly Mood[] = [
  'slow',
  'timeout',
  'unreachable',
  'error',
  'wrong-answer',
  'bad-signature',
  'lost-answer',
];

/** Some departments have trouble for a while, wholly or now and then; others are well again. */
function changeMood(play: Play): void {
  const { random, hall } = play;
  if (oneIn(random, 2)) {
    hall.setMood(() => 'well');
    play.log.push('all departments are well');
    return;
  }
  const codes = ['police', 'civil', 'market', 'housing', 'tax', 'bank', 'finance', 'court', 'power'];
  const ill = random.pick(codes);
  const mood = random.pick(moods);
  const often = random.pick([1, 2, 3]);
  hall.setMood((peer) => (peer === ill && oneIn(random, often) ? mood : 'well'));
  play.log.push(`${ill} has ${mood} once in ${often}`);
}

async function check(play: Play, deep: boolean): Promise<void> {
  play.faults.push(...(await registerFaults(play.ask, office)));
  play.faults.push(...(await outboxFaults(play.ask, play.hall, false)), ...(await moneyFaults(play, false)));
  const [{ n: entries } = { n: 0 }] = await play.ask<{ n: number }>(
    'SELECT count(*)::int AS n FROM register.entry',
  );
  if (deep || entries !== play.proven) {
    play.proven = entries;
    play.faults.push(...(await play.aside(() => deepFaults(play.server().product, office))));
  }
  complain(play);
}

/** Every request of a court that was accepted is one case. */
async function courtFaults(play: Play): Promise<string[]> {
  const accepted = play.hall.callbacks.filter((each) => each.peer === 'court' && each.status === 'accepted');
  const [made] = await play.ask<{ n: number }>(
    "SELECT count(*)::int AS n FROM casework.cases WHERE opened_by = 'exchange:court'",
  );
  return made?.n === accepted.length ? [] : [`${accepted.length} requests of courts made ${made?.n} cases`];
}

function complain(play: Play): void {
  if (play.faults.length > 0) throw new Error(play.faults.join('\n'));
}

function said({ seed, log }: Play, error: unknown): Error {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Error(
    `seed ${seed}, after ${log.length} steps:\n${text}\nlast steps:\n${log.slice(-40).join('\n')}`,
  );
}

async function counts(play: Play): Promise<Pick<SimulationReport, 'entries' | 'cases'>> {
  const [entered] = await play.ask<{ n: number }>('SELECT count(*)::int AS n FROM register.entry');
  const ended = await play.ask<{ what: string; n: number }>(
    `SELECT business || ' ' || phase AS what, count(*)::int AS n FROM casework.cases GROUP BY 1 ORDER BY 1`,
  );
  return { entries: entered?.n ?? 0, cases: Object.fromEntries(ended.map(({ what, n }) => [what, n])) };
}
