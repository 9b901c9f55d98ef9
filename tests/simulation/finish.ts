import { balanceOf } from '../support/town/bank.ts';
import { oneIn } from './cast.ts';
import { withdraw } from './events.ts';
import { moneyFaults } from './money.ts';
import { bodyFor, giveMaterials } from './moves.ts';
import type { Play } from './play.ts';
import { concerned, openCases, view, whoseTurn } from './turns.ts';

const mostRounds = 60;

/**
 * The troubles are over, and everybody does what is asked of them: every case must come to an end, every message arrive,
 * and all money be where it belongs.
 */
export async function finish(play: Play): Promise<void> {
  play.hall.setMood(() => 'well');
  for (const server of play.servers) server.fuse.disarm();
  await changeMinds(play);
  play.hall.bank.setRejects(() => false);
  play.log.push('everybody is well and willing');
  for (let round = 0; ; round++) {
    await passUntilDue(play);
    await play.keepSessions();
    await repeatLost(play);
    await play.server().pump();
    const rows = await openCases(play);
    const waiting = await play.ask<{ what: string }>(
      "SELECT peer || '/' || message_no || ' ' || coalesce(last_reason, '') AS what FROM exchange.message WHERE status IN ('pending', 'failed')",
    );
    if (rows.length === 0 && waiting.length === 0) break;
    if (round > mostRounds) {
      const steps = rows.map(
        (row) => `${row.no} ${row.business} at ${row.tokens.map((token) => token.node)}`,
      );
      const errors = await play.ask<{ last_error: string }>(
        "SELECT case_no || ': ' || last_error AS last_error FROM casework.token WHERE state = 'open' AND last_error IS NOT NULL",
      );
      throw new Error(
        `does not end: ${[...steps, ...waiting.map((row) => row.what), ...errors.map((row) => row.last_error)].join('\n')}`,
      );
    }
    for (const row of rows) await carry(play, row.no, round);
  }
  play.faults.push(...(await moneyFaults(play, true)), ...(await refusedFaults(play)));
}

/** A little while; or, when every open case waits for a day to come, until the next of those days. */
async function passUntilDue(play: Play): Promise<void> {
  play.clock.advance(10 * 60_000);
  const [row] = await play.ask<{ soonest: Date | null; waiting: number; open: number }>(
    `SELECT min(due_at) AS soonest, count(DISTINCT case_no) FILTER (WHERE due_at IS NOT NULL)::int AS waiting,
       count(DISTINCT case_no)::int AS open FROM casework.token WHERE state = 'open'`,
  );
  if (!row?.soonest || row.waiting < row.open) return;
  play.clock.advance(Math.max(0, row.soonest.getTime() - play.clock.now().getTime()));
}

/** Some have paid a part when they put an end to their case. */
async function changeMinds(play: Play): Promise<void> {
  for (const order of play.hall.bank.orders.values()) {
    const balance = balanceOf(order);
    if (balance > 1 && oneIn(play.random, 2))
      play.hall.bank.pay(order, play.random.integer(1, balance - 1), 'qr');
  }
  if (oneIn(play.random, 2)) await play.server().pump();
  for (const row of await openCases(play)) {
    const said = oneIn(play.random, 4) ? await withdraw(play, row) : undefined;
    if (said !== undefined) play.log.push(said);
  }
}

async function repeatLost(play: Play): Promise<void> {
  for (const sent of play.sent.filter((each) => !each.answer)) {
    const headers = { 'idempotency-key': sent.key };
    const answer = await play.request(sent.login, 'POST', sent.path, sent.body, headers);
    if (answer.status < 500) sent.answer = answer;
  }
}

/** One action on the case: the usual one, or, where the law is against it, one that ends it. */
async function carry(play: Play, no: string, round: number): Promise<void> {
  const [row] = await openCases(play, no);
  if (!row) return;
  for (const login of [...new Set([...whoseTurn(play, row), ...concerned(play, row)])]) {
    const offered = (await view(play, login, no))?.availableActions ?? [];
    const primary = offered.find((each) => each.style === 'primary');
    const giveUp = offered.find((each) => each.style === 'danger');
    const action = round < mostRounds / 4 ? (primary ?? undefined) : (giveUp ?? primary);
    if (!action) continue;
    if (action.by === 'applicant') await giveMaterials(play, login, no);
    const path = `/api/cases/${no}/actions`;
    const done = await play.post(login, path, bodyFor(play, action));
    if (done.status === 200) return;
    if (giveUp && giveUp !== action && (await play.post(login, path, bodyFor(play, giveUp))).status === 200)
      return;
  }
}

/** What a department may refuse, and what the platform may refuse a department; anything else lost something. */
async function refusedFaults(play: Play): Promise<string[]> {
  const dead = await play.ask<{ what: string }>(
    `SELECT peer || '/' || operation || ' ' || message_no || ': ' || coalesce(last_reason, '') AS what FROM exchange.message
     WHERE status = 'dead' AND peer || '/' || operation NOT IN ('bank/close-order', 'tax/withdraw')`,
  );
  const refused = play.hall.callbacks
    .filter((each) => each.status === 'refused' && each.peer !== 'court')
    .filter((each) => !each.answers.at(-1)?.includes('ASSESSMENT_SUPERSEDED'));
  return [
    ...dead.map((row) => `given up: ${row.what}`),
    ...refused.map((each) => `${each.message} ${each.operation} was refused: ${each.answers.at(-1)}`),
  ];
}
