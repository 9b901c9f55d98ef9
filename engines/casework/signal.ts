import { systemActor, type Transaction } from '@hengchan/platform';
import { leave } from './advance.ts';
import type { Casework } from './casework.ts';
import { recordEvent } from './history.ts';
import { nodeOf, wayOut } from './process/check.ts';
import { lockCase, openTokens, tables } from './store.ts';

export interface Signal {
  caseNo: string;
  event: string;
  /** Number of the message that brought it: the same one twice counts once. */
  message: string;
  outcome?: string;
}

/**
 * Tells a case that something it waits for has happened. Early ones are kept, repeated ones ignored,
 * late ones of a closed case only recorded; what comes to a suspended case waits until it is resumed. Returns whether the signal was new.
 */
export async function signalCase(casework: Casework, trx: Transaction, signal: Signal): Promise<boolean> {
  const record = await lockCase(trx, signal.caseNo);
  const { office } = record.case;
  const inserted = await tables(trx)
    .insertInto('casework.signal')
    .values({
      office,
      case_no: signal.caseNo,
      event: signal.event,
      message: signal.message,
      outcome: signal.outcome ?? null,
      received_at: casework.platform.clock.now(),
      consumed_by: null,
    })
    .onConflict((conflict) => conflict.columns(['office', 'case_no', 'event', 'message']).doNothing())
    .returning('message')
    .executeTakeFirst();
  if (!inserted) return false;
  if (record.case.suspended_at) return true;
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  for (const token of openTokens(record)) {
    const node = nodeOf(definition.process, token.node);
    if (!('event' in node) || node.event !== signal.event) continue;
    await tables(trx)
      .updateTable('casework.signal')
      .set({ consumed_by: token.id })
      .where('office', '=', office)
      .where('case_no', '=', signal.caseNo)
      .where('event', '=', signal.event)
      .where('message', '=', signal.message)
      .execute();
    await recordEvent(casework.platform, trx, systemActor, {
      caseNo: signal.caseNo,
      node: node.id,
      action: signal.event,
      title: node.title,
    });
    const next = wayOut(node, signal.outcome ?? null);
    await leave(casework, trx, record, token, {
      actor: systemActor,
      next,
      ...(signal.outcome === undefined ? {} : { outcome: signal.outcome }),
    });
    return true;
  }
  return true;
}
