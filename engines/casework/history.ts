import type { Actor, Database, Platform } from '@hengchan/platform';
import { officeOf, tables } from './store.ts';

export interface HistoryLine {
  caseNo: string;
  node?: string;
  action: string;
  title: string;
  comment?: string;
  data?: Record<string, unknown>;
  /** The key the caller gave, so that a repeated request is known. */
  idempotencyKey?: string;
  /** The colleague on leave for whom it was done. */
  for?: { accountId: string; name: string };
}

/** Writes one line of a case's history, in the transaction of what it tells. */
export async function recordEvent(
  platform: Platform,
  trx: Database,
  actor: Actor,
  line: HistoryLine,
): Promise<void> {
  await tables(trx)
    .insertInto('casework.event')
    .values({
      office: officeOf(line.caseNo),
      case_no: line.caseNo,
      id: platform.ids.uuid(),
      at: platform.clock.now(),
      actor: actor.accountId,
      actor_name: actor.name,
      actor_kind: actor.kind,
      acted_for: line.for?.accountId ?? null,
      acted_for_name: line.for?.name ?? null,
      node: line.node ?? null,
      action: line.action,
      title: line.title,
      comment: line.comment ?? null,
      data: line.data === undefined ? null : JSON.stringify(line.data),
      idempotency_key: line.idempotencyKey ?? null,
    })
    .execute();
}

/** The history of a case, oldest first. */
export async function historyOf(database: Database, caseNo: string) {
  return tables(database)
    .selectFrom('casework.event')
    .selectAll()
    .where('office', '=', officeOf(caseNo))
    .where('case_no', '=', caseNo)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
