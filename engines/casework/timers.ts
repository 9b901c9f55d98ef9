import { systemActor, transact } from '@hengchan/platform';
import { sql } from 'kysely';
import { leave } from './advance.ts';
import type { Casework } from './casework.ts';
import { recordEvent } from './history.ts';
import { nodeOf, wayOut } from './process/check.ts';
import { lockCase, officeOf, openTokens, type Token, tables } from './store.ts';

/** Before a step whose time is past and whose work failed is tried again. */
const retrySeconds = 60;

/**
 * Lets every step whose time is past go on, by outcome `elapsed`. The open token is the timer: a process that dies before it
 * committed leaves it open for the next scan, and of two at once the second finds it closed. Steps of suspended cases wait.
 * Returns how many went on.
 */
export async function fireDue(casework: Casework, limit = 50): Promise<number> {
  const now = casework.platform.clock.now();
  const rows = await tables(casework.platform.database)
    .selectFrom('casework.token as t')
    .innerJoin('casework.cases as c', (join) =>
      join.onRef('c.office', '=', 't.office').onRef('c.no', '=', 't.case_no'),
    )
    .select(['t.case_no', 't.id'])
    .where('t.state', '=', 'open')
    .where('t.due_at', '<=', now)
    .where((where) => where.or([where('t.not_before', 'is', null), where('t.not_before', '<=', now)]))
    .where('c.suspended_at', 'is', null)
    .orderBy('t.due_at')
    .limit(limit)
    .execute();
  let fired = 0;
  for (const row of rows) {
    try {
      if (await fire(casework, row.case_no, row.id)) fired += 1;
    } catch (error) {
      await postpone(casework, row.case_no, row.id, error);
    }
  }
  return fired;
}

/** One step, if its time is past and nothing happened to it since it was found. */
async function fire(casework: Casework, caseNo: string, id: string): Promise<boolean> {
  const { platform } = casework;
  return transact(platform, async (trx) => {
    const record = await lockCase(trx, caseNo);
    const token = openTokens(record).find((each) => each.id === id);
    if (!token?.due_at || token.due_at > platform.clock.now() || record.case.suspended_at) return false;
    const definition = casework.definitions.version(record.case.business, record.case.business_version);
    const node = nodeOf(definition.process, token.node);
    if (!('until' in node) || !node.until) return false;
    const context = { record, definition, tokenId: id };
    if (node.until.work) {
      const work = casework.parts.works[node.until.work];
      if (!work) throw new Error(`no work ${node.until.work} is registered`);
      await work(trx, { ...context, actor: systemActor, data: {}, comment: undefined });
    }
    await recordEvent(platform, trx, systemActor, {
      caseNo,
      node: node.id,
      action: 'elapsed',
      title: node.until.title,
    });
    await platform.audit.write(trx, systemActor, {
      action: 'case.elapsed',
      subject: caseNo,
      office: record.case.office,
      detail: { step: node.id },
    });
    const next = wayOut(node, 'elapsed');
    await leave(casework, trx, record, token, { actor: systemActor, outcome: 'elapsed', next });
    return true;
  });
}

async function postpone(casework: Casework, caseNo: string, id: Token['id'], error: unknown): Promise<void> {
  const { platform } = casework;
  platform.log.error({ err: error, caseNo }, 'a step whose time is past could not go on');
  await tables(platform.database)
    .updateTable('casework.token')
    .set({
      attempts: sql`attempts + 1`,
      not_before: new Date(platform.clock.now().getTime() + retrySeconds * 1000),
      last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    })
    .where('office', '=', officeOf(caseNo))
    .where('case_no', '=', caseNo)
    .where('id', '=', id)
    .execute();
}
