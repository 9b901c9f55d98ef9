import { type Jobs, type Transaction, transact } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { waitAfter } from './backoff.ts';
import { outgoingOperation } from './call.ts';
import { type Exchange, tables } from './exchange.ts';
import { type Unavailable, unavailable } from './outcome.ts';
import { type Reached, reach } from './reach.ts';
import { writeTold } from './record.ts';
import { readCircuit, writeCall } from './store.ts';
import type { ExchangeTables, MessageTable } from './tables.ts';

type Message = Selectable<MessageTable>;

export interface DeliveryReport {
  claimed: number;
  delivered: number;
  /** Tried in vain; will be tried again. */
  failed: number;
  /** Refused or out of attempts; a person must decide. */
  dead: number;
}

/** A server that dies while delivering leaves its claim behind for so long; then another delivers again, under the same number. */
const leaseMs = 2 * 60_000;
const officesAtOnce = 50;

/**
 * Delivers what is due, at most `limit` messages; whoever knows of which `offices` need not look for them. Claims in one short transaction, calls outside any transaction,
 * records in another. Several servers may run it at the same time.
 */
export async function deliverDue(
  exchange: Exchange,
  { limit = 50, offices }: { limit?: number; offices?: readonly string[] } = {},
): Promise<DeliveryReport> {
  const claim = exchange.platform.ids.uuid();
  const report: DeliveryReport = { claimed: 0, delivered: 0, failed: 0, dead: 0 };
  const byPeer = new Map<string, Message[]>();
  for (const office of offices ?? (await officesWithWork(exchange))) {
    if (report.claimed >= limit) break;
    const claimed = await claimDue(exchange, office, claim, limit - report.claimed);
    report.claimed += claimed.length;
    for (const message of claimed) byPeer.set(message.peer, [...(byPeer.get(message.peer) ?? []), message]);
  }
  await Promise.all(
    [...byPeer.values()].map(async (messages) => {
      for (const message of messages) report[await deliverOne(exchange, message)] += 1;
    }),
  );
  return report;
}

/** Has the platform deliver every few seconds, and forget nonces that are too old to matter. */
export function scheduleDelivery(exchange: Exchange, jobs: Pick<Jobs, 'every'>): void {
  jobs.every(2, 'exchange.deliver', async () => {
    await deliverDue(exchange);
  });
  jobs.every(600, 'exchange.forget', () => forgetNonces(exchange));
}

/** Nonces older than an hour belong to messages that the time window refuses anyway. */
export async function forgetNonces(exchange: Exchange): Promise<void> {
  const limit = new Date(exchange.platform.clock.now().getTime() - 60 * 60_000);
  await tables(exchange.platform.database)
    .deleteFrom('exchange.nonce')
    .where('seen_at', '<', limit)
    .execute();
}

async function officesWithWork(exchange: Exchange): Promise<string[]> {
  const now = exchange.platform.clock.now();
  const rows = await tables(exchange.platform.database)
    .selectFrom('exchange.message')
    .select('office')
    .distinct()
    .where('status', 'in', ['pending', 'failed'])
    .where('next_attempt_at', '<=', now)
    .where((where) => where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', now)]))
    .limit(officesAtOnce)
    .execute();
  return exchange.platform.random.integer(0, 1) === 0
    ? rows.map((row) => row.office)
    : rows.map((row) => row.office).reverse();
}

/**
 * One statement for one office, because a distributed database locks rows within one shard only. The commit is not waited for: a claim
 * that a power cut takes away leaves the message to be delivered again, under the same number.
 */
async function claimDue(
  exchange: Exchange,
  office: string,
  claim: string,
  limit: number,
): Promise<Message[]> {
  const now = exchange.platform.clock.now();
  const until = new Date(now.getTime() + leaseMs);
  // Materialised, because a plan that runs the inner select once per row would claim more than the limit.
  const claimed = await sql<Message>`
    WITH due AS MATERIALIZED (
      SELECT each.id FROM exchange.message AS each
      WHERE each.office = ${office} AND each.status IN ('pending', 'failed')
        AND each.next_attempt_at <= ${now} AND (each.claimed_until IS NULL OR each.claimed_until <= ${now})
        AND NOT EXISTS (
          SELECT FROM exchange.peer_state AS peer
          WHERE peer.peer = each.peer AND peer.state <> 'closed' AND peer.until > ${now})
        AND NOT EXISTS (
          SELECT FROM exchange.message AS earlier
          WHERE earlier.office = each.office AND earlier.peer = each.peer AND earlier.case_no = each.case_no
            AND earlier.sequence < each.sequence AND earlier.status IN ('pending', 'failed'))
      ORDER BY each.next_attempt_at, each.sequence LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE exchange.message AS message SET claim = ${claim}, claimed_until = ${until}
    FROM due WHERE message.office = ${office} AND message.id = due.id
    RETURNING message.*, set_config('synchronous_commit', 'off', true)`.execute(
    tables(exchange.platform.database),
  );
  return claimed.rows.sort((left, right) => Number(left.sequence) - Number(right.sequence));
}

async function deliverOne(exchange: Exchange, message: Message): Promise<'delivered' | 'failed' | 'dead'> {
  const { outcome, call } = await send(exchange, message);
  if (outcome.outcome === 'answered') {
    try {
      await recordDelivered(exchange, message, call, outcome.data);
      return 'delivered';
    } catch (error) {
      // The department has it; our own reaction failed. It is asked again later and gives the same answer.
      exchange.platform.log.error(
        { error, peer: message.peer, messageNo: message.message_no },
        'reaction to a delivery failed',
      );
      return recordFailed(exchange, message, call, {
        ...unavailable('bad-answer'),
        text: '已送达，本系统处理应答失败，将自动重试',
      });
    }
  }
  return recordFailed(exchange, message, call, outcome);
}

function send(exchange: Exchange, message: Message): Promise<Reached> {
  return reach(exchange, {
    office: message.office,
    peer: message.peer,
    name: message.operation,
    operation: outgoingOperation(exchange, message.peer, message.operation),
    messageNo: message.message_no,
    caseNo: message.case_no ?? undefined,
    body: exchange.platform.cipher.open(message.payload_sealed),
    bodySealed: message.payload_sealed,
    summary: message.summary,
    attempt: message.attempts + 1,
  });
}

async function recordDelivered(
  exchange: Exchange,
  message: Message,
  call: Reached['call'],
  answer: unknown,
): Promise<void> {
  const { clock, events } = exchange.platform;
  const react = exchange.delivered.get(`${message.peer}/${message.operation}`);
  const { office, id, claim } = message;
  const change = {
    attempts: message.attempts + 1,
    delivered_at: clock.now(),
    answer_sealed: call.answer_sealed ?? null,
  };
  const told = { call, message: { office, id, claim, ...change } };
  if (react === undefined) await exchange.record.told(told);
  else
    await transact(exchange.platform, async (trx) => {
      if ((await writeTold(trx, [told])) > 0) await react(trx, { ...settled(exchange, message), answer });
    });
  events.publish({
    name: 'exchange.delivered',
    office: message.office,
    ...(message.case_no ? { subject: message.case_no } : {}),
  });
}

async function recordFailed(
  exchange: Exchange,
  message: Message,
  call: Reached['call'],
  outcome: Unavailable,
): Promise<'failed' | 'dead'> {
  const { clock, random, events } = exchange.platform;
  // Not having called costs no attempt: a long outage must not use up the patience of messages that were never sent.
  const tried =
    outcome.reason === 'circuit-open' || outcome.reason === 'not-configured'
      ? message.attempts
      : message.attempts + 1;
  const wait =
    outcome.reason === 'refused' ? undefined : waitAfter(Math.max(tried, 1), exchange.backoff, random);
  const status = wait === undefined ? 'dead' : 'failed';
  const { circuit } = await readCircuit(exchange.platform.database, message.peer);
  const next = new Date(
    Math.max(
      clock.now().getTime() + (wait ?? 0),
      outcome.reason === 'circuit-open' ? (circuit.until?.getTime() ?? 0) : 0,
    ),
  );
  await transact(exchange.platform, async (trx) => {
    await writeCall(trx, call);
    const change = { status, attempts: tried, next_attempt_at: next, last_reason: outcome.text } as const;
    const updated = await mine(trx, message, change);
    if (!updated || status !== 'dead') return;
    const react = exchange.abandoned.get(`${message.peer}/${message.operation}`);
    await react?.(trx, { ...settled(exchange, message), reason: outcome.reason, text: outcome.text });
  });
  if (status === 'dead') {
    exchange.platform.log.error(
      { peer: message.peer, messageNo: message.message_no, reason: outcome.reason },
      'message given up',
    );
    events.publish({
      name: 'exchange.dead',
      office: message.office,
      ...(message.case_no ? { subject: message.case_no } : {}),
    });
  }
  return status;
}

/** Writes only while the claim is still ours; a server that was too slow must not overwrite what its successor recorded. */
async function mine(
  trx: Transaction,
  message: Message,
  change: Partial<Omit<ExchangeTables['exchange.message'], 'sequence'>>,
): Promise<boolean> {
  const updated = await tables(trx)
    .updateTable('exchange.message')
    .set({ ...change, claim: null, claimed_until: null })
    .where('office', '=', message.office)
    .where('id', '=', message.id)
    .where('claim', '=', message.claim)
    .where('status', 'in', ['pending', 'failed'])
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

function settled(exchange: Exchange, message: Message) {
  return {
    office: message.office,
    caseNo: message.case_no ?? undefined,
    messageNo: message.message_no,
    payload: JSON.parse(exchange.platform.cipher.open(message.payload_sealed)) as unknown,
  };
}
