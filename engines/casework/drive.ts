import { systemActor, transact } from '@hengchan/platform';
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

/** Steps this process has taken up lately, so that it does not look at a case again for a step it has in hand. */
const takenUp = new Set<string>();
const mostRemembered = 10_000;

/** Whether this process has taken up all these steps already. */
export const isTakenUp = (tokens: readonly string[]): boolean => tokens.every((id) => takenUp.has(id));

function remember(token: Token): void {
  takenUp.add(token.id);
  if (takenUp.size <= mostRemembered) return;
  for (const first of takenUp) {
    takenUp.delete(first);
    return;
  }
}

/**
 * Runs the automatic steps of a case until it waits for somebody. The open token is the queue entry: a process that dies
 * leaves it open and another takes it up. `known` is the case as the caller just left it, which saves reading it.
 * Returns the case as it then stands.
 */
export async function driveCase(casework: Casework, caseNo: string, known?: CaseRecord): Promise<CaseRecord> {
  let record = known ?? (await getCase(casework.platform.database, caseNo));
  for (let step = 0; step < maximumSteps; step++) {
    if (record.case.suspended_at) return record;
    const moved = await runNext(casework, record);
    if (moved === undefined) return record;
    record = moved;
  }
  return record;
}

async function runNext(casework: Casework, record: CaseRecord): Promise<CaseRecord | undefined> {
  for (const token of openTokens(record)) {
    if (token.kind !== 'automatic') continue;
    const moved = await runStep(casework, record, token);
    if (moved !== undefined) return moved;
  }
  return undefined;
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

/** One step of the case as just read; the case after it. Undefined when it failed or another process has it in hand. */
async function runStep(
  casework: Casework,
  record: CaseRecord,
  token: Token,
): Promise<CaseRecord | undefined> {
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  const node = nodeOf(definition.process, token.node);
  if (node.kind !== 'automatic') return undefined;
  const handler = casework.parts.handlers[node.handler];
  const given = {
    definition,
    tokenId: token.id,
    ...(node.parameters ? { parameters: node.parameters } : {}),
  };
  if (!handler) throw new Error(`no handler ${node.handler} is registered`);
  remember(token);
  // Only what others are asked needs a lease: without that the step is its transaction, which the lock of the case keeps apart.
  const leased = handler.prepare !== undefined;
  if (leased && !(await lease(casework, token))) return undefined;
  try {
    const prepared = await handler.prepare?.({ record, ...given });
    return await transact(casework.platform, async (trx) => {
      const current = await lockCase(trx, record.case.no);
      const open = openTokens(current).find((each) => each.id === token.id);
      if (!open || current.case.suspended_at) return current;
      if (!leased && isPostponed(casework, open)) return undefined;
      const outcome = await handler.apply(trx, { record: current, ...given }, prepared as never);
      const next = wayOut(node, outcome);
      await leave(casework, trx, current, open, {
        actor: systemActor,
        next,
        ...(outcome === undefined ? {} : { outcome }),
      });
      return current;
    });
  } catch (error) {
    await postpone(casework, token, error, leased);
    return undefined;
  }
}

const isPostponed = ({ platform }: Casework, { not_before }: Token): boolean =>
  not_before !== null && not_before > platform.clock.now();

/**
 * Takes the step for this process. The commit is not waited for: a lease that a power cut takes away was of a process that died
 * with it, and nothing later can have been kept without it.
 */
async function lease({ platform }: Casework, token: Token): Promise<boolean> {
  const now = platform.clock.now();
  const taken = await tables(platform.database)
    .updateTable('casework.token')
    .set({ not_before: new Date(now.getTime() + leaseMilliseconds), attempts: sql`attempts + 1` })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', token.id)
    .where('state', '=', 'open')
    .where((where) => where.or([where('not_before', 'is', null), where('not_before', '<=', now)]))
    .returning(['attempts', sql`set_config('synchronous_commit', 'off', true)`.as('commit')])
    .executeTakeFirst();
  if (!taken) return false;
  token.attempts = taken.attempts;
  return true;
}

/** Puts a step that failed off. One without a lease has not been counted as an attempt yet. */
async function postpone(casework: Casework, token: Token, error: unknown, leased: boolean): Promise<void> {
  const { platform } = casework;
  platform.log.error({ err: error, caseNo: token.case_no, step: token.node }, 'automatic step failed');
  const attempts = leased ? token.attempts : token.attempts + 1;
  const seconds = backoffSeconds[Math.min(attempts, backoffSeconds.length) - 1] ?? 2;
  await updateToken(platform.database, token, {
    attempts,
    not_before: new Date(platform.clock.now().getTime() + seconds * 1000),
    last_error: error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500),
  });
}
