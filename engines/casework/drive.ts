import { type Database, systemActor } from '@hengchan/platform';
import { sql } from 'kysely';
import { leave } from './advance.ts';
import type { Casework } from './casework.ts';
import { nodeOf, wayOut } from './process/check.ts';
import { type CaseRecord, getCase, lockCase, openTokens, type Token, tables, updateToken } from './store.ts';
import { fireDue } from './timers.ts';

/** How long a process may hold an automatic step before another takes it for dead. */
const leaseMilliseconds = 30_000;
/** Waiting time after each failure; the last one repeats. */
const backoffSeconds = [2, 5, 15, 60, 300];
/** More steps than any process has: a loop in a definition stops here. */
const maximumSteps = 50;

/**
 * Runs the automatic steps of a case until it waits for somebody. The open token is the queue entry: a process that dies
 * leaves it open and another takes it up when the lease is over.
 */
export async function driveCase(casework: Casework, caseNo: string): Promise<void> {
  for (let step = 0; step < maximumSteps; step++) {
    const record = await getCase(casework.platform.database, caseNo);
    if (record.case.suspended_at) return;
    const due = openTokens(record).filter((token) => token.kind === 'automatic');
    let progressed = false;
    for (const token of due) {
      progressed = await runStep(casework, record, token);
      if (progressed) break;
    }
    if (!progressed) return;
  }
}

/**
 * Lets the steps go on whose time is past, and takes up automatic steps nobody is working on: after a crash, a failure, or a missed
 * nudge. Steps of suspended cases rest. Returns how many cases were moved.
 */
export async function driveDue(casework: Casework, limit = 20): Promise<number> {
  const fired = await fireDue(casework);
  const now = casework.platform.clock.now();
  const rows = await tables(casework.platform.database)
    .selectFrom('casework.token as t')
    .select('t.case_no')
    .where('t.state', '=', 'open')
    .where('t.kind', '=', 'automatic')
    .where((where) => where.or([where('t.not_before', 'is', null), where('t.not_before', '<=', now)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('casework.cases as c')
            .select('c.no')
            .whereRef('c.office', '=', 't.office')
            .whereRef('c.no', '=', 't.case_no')
            .where('c.suspended_at', 'is not', null),
        ),
      ),
    )
    .orderBy('t.entered_at')
    .limit(limit)
    .execute();
  const cases = [...new Set(rows.map((row) => row.case_no))];
  for (const caseNo of cases) await driveCase(casework, caseNo);
  return fired + cases.length;
}

/** One step of the case as just read. False when it failed or another process has it in hand. */
async function runStep(casework: Casework, record: CaseRecord, token: Token): Promise<boolean> {
  const { platform } = casework;
  const caseNo = record.case.no;
  if (!(await lease(casework, platform.database, token))) return false;
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  const node = nodeOf(definition.process, token.node);
  if (node.kind !== 'automatic') return false;
  const handler = casework.parts.handlers[node.handler];
  const given = {
    definition,
    tokenId: token.id,
    ...(node.parameters ? { parameters: node.parameters } : {}),
  };
  if (!handler) throw new Error(`no handler ${node.handler} is registered`);
  try {
    const prepared = await handler.prepare?.({ record, ...given });
    await platform.database.transaction().execute(async (trx) => {
      const current = await lockCase(trx, caseNo);
      const open = openTokens(current).find((each) => each.id === token.id);
      if (!open || current.case.suspended_at) return;
      const outcome = await handler.apply(trx, { record: current, ...given }, prepared as never);
      const next = wayOut(node, outcome);
      await leave(casework, trx, current, open, {
        actor: systemActor,
        next,
        ...(outcome === undefined ? {} : { outcome }),
      });
    });
    return true;
  } catch (error) {
    await postpone(casework, token, error);
    return false;
  }
}

async function lease(casework: Casework, database: Database, token: Token): Promise<boolean> {
  const now = casework.platform.clock.now();
  const taken = await tables(database)
    .updateTable('casework.token')
    .set({ not_before: new Date(now.getTime() + leaseMilliseconds), attempts: sql`attempts + 1` })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', token.id)
    .where('state', '=', 'open')
    .where((where) => where.or([where('not_before', 'is', null), where('not_before', '<=', now)]))
    .returning('attempts')
    .executeTakeFirst();
  if (!taken) return false;
  token.attempts = taken.attempts;
  return true;
}

async function postpone(casework: Casework, token: Token, error: unknown): Promise<void> {
  const { platform } = casework;
  platform.log.error({ err: error, caseNo: token.case_no, step: token.node }, 'automatic step failed');
  const seconds = backoffSeconds[Math.min(token.attempts, backoffSeconds.length) - 1] ?? 2;
  await updateToken(platform.database, token, {
    not_before: new Date(platform.clock.now().getTime() + seconds * 1000),
    last_error: error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500),
  });
}
