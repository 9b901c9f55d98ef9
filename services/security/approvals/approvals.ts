import { type Actor, cutPage, readCursor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { dayMilliseconds, office, readParameters, type Security } from '../security.ts';
import { type ApprovalRow, tables } from '../tables.ts';
import { bulkRequester, type Operation, operations } from './dispositions.ts';

export interface NewApproval {
  operation: Operation;
  /** What it is about: a resource for bulk exports, the number of an issue or export, `*` for everything. */
  subject: string;
  purpose: string;
  scope: string;
  recipient?: string | undefined;
  /** At most so many records. */
  rowLimit?: number | undefined;
  validUntil: Date;
}

export type ApprovalState = 'waiting' | 'in-force' | 'refused' | 'withdrawn' | 'expired';

export function stateOf(row: ApprovalRow, now: Date): ApprovalState {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.decision === 'refused') return 'refused';
  if (row.valid_until <= now) return 'expired';
  return row.decision === 'granted' ? 'in-force' : 'waiting';
}

/** Asks for consent. Only who may do the thing at all can ask. Throws APPROVAL_TOO_LONG. Rows SEC-PRV-01, SEC-SEP-03. */
export async function requestApproval(
  security: Security,
  actor: Actor,
  wanted: NewApproval,
): Promise<string> {
  const { platform } = security;
  // At all offices: what is asked for here stops at none.
  // What one office may take out is asked again when it is taken; of everything only who holds it everywhere may ask.
  platform.access.require(actor, requesterOf(wanted), wanted.operation === 'bulk-export' ? {} : { office });
  const now = platform.clock.now();
  const { longestApprovalDays } = await readParameters(security);
  const longest = now.getTime() + longestApprovalDays * dayMilliseconds;
  if (wanted.validUntil <= now || wanted.validUntil.getTime() > longest) throw errors.APPROVAL_TOO_LONG();
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.approval')
      .values({
        office,
        id,
        operation: wanted.operation,
        subject: wanted.subject,
        purpose: wanted.purpose,
        scope: wanted.scope,
        recipient: wanted.recipient ?? null,
        row_limit: wanted.rowLimit ?? null,
        valid_until: wanted.validUntil,
        requested_by: actor.accountId,
        requested_by_name: actor.name,
        requested_at: now,
        decision: null,
        decided_by: null,
        decided_by_name: null,
        decided_at: null,
        decision_note: null,
        withdrawn_by: null,
        withdrawn_by_name: null,
        withdrawn_at: null,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'approval.request',
      subject: id,
      detail: { ...wanted },
    });
  });
  return id;
}

/** Grants or refuses. Throws APPROVAL_BY_SAME_PERSON, APPROVAL_DECIDED. */
export async function decideApproval(
  { platform }: Security,
  actor: Actor,
  id: string,
  decision: { granted: boolean; note: string },
): Promise<void> {
  platform.access.require(actor, 'approval.decide', { office });
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .selectFrom('security.approval')
      .selectAll()
      .where('office', '=', office)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw errors.APPROVAL_NOT_FOUND();
    if (row.decision !== null) throw errors.APPROVAL_DECIDED();
    if (row.requested_by === actor.accountId) throw errors.APPROVAL_BY_SAME_PERSON();
    await tables(trx)
      .updateTable('security.approval')
      .set({
        decision: decision.granted ? 'granted' : 'refused',
        decided_by: actor.accountId,
        decided_by_name: actor.name,
        decided_at: platform.clock.now(),
        decision_note: decision.note,
      })
      .where('office', '=', office)
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, {
      action: decision.granted ? 'approval.grant' : 'approval.refuse',
      subject: id,
      detail: { operation: row.operation, note: decision.note },
    });
  });
}

/** Takes a consent back; from this moment it covers nothing. Row SEC-PRV-03. */
export async function withdrawApproval({ platform }: Security, actor: Actor, id: string): Promise<void> {
  platform.access.require(actor, 'approval.decide', { office });
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .updateTable('security.approval')
      .set({
        withdrawn_at: platform.clock.now(),
        withdrawn_by: actor.accountId,
        withdrawn_by_name: actor.name,
      })
      .where('office', '=', office)
      .where('id', '=', id)
      .where('decision', '=', 'granted')
      .where('withdrawn_at', 'is', null)
      .returning('operation')
      .executeTakeFirst();
    if (row === undefined) throw errors.APPROVAL_NOT_IN_FORCE();
    await platform.audit.write(trx, actor, {
      action: 'approval.withdraw',
      subject: id,
      detail: { operation: row.operation },
    });
  });
}

/** Consents: all for who decides or inspects, the own ones for who asks. */
export async function listApprovals(
  { platform }: Security,
  actor: Actor,
  filter: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: ApprovalRow[]; nextCursor?: string }> {
  const all = platform.access.allows(actor, 'security.read');
  const askers = [
    ...Object.values(operations).map(({ requester }) => requester),
    ...Object.values(bulkRequester),
  ];
  if (!all && !askers.some((permission) => platform.access.allows(actor, permission)))
    platform.access.require(actor, 'security.read');
  const limit = filter.limit ?? 20;
  const [at, id] = readCursor(filter.cursor, ['moment', 'uuid']) ?? [];
  let query = tables(platform.database)
    .selectFrom('security.approval')
    .selectAll()
    .where('office', '=', office);
  if (!all) query = query.where('requested_by', '=', actor.accountId);
  if (at !== undefined && id !== undefined) {
    query = query.where((row) => row(row.refTuple('requested_at', 'id'), '<', row.tuple(at, id)));
  }
  const rows = await query
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return cutPage(rows, limit, (last) => [last.requested_at, last.id]);
}

function requesterOf({ operation, subject }: NewApproval) {
  return operation === 'bulk-export'
    ? (bulkRequester[subject] ?? operations['bulk-export'].requester)
    : operations[operation].requester;
}
