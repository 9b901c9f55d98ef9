import { type Actor, type Problem, platformErrors } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { office, type Security } from '../security.ts';
import { type ApprovalRow, tables } from '../tables.ts';
import { stateOf } from './approvals.ts';
import { type Operation, operations } from './dispositions.ts';

export interface Attempt {
  operation: Operation;
  subject: string;
  rows?: number | undefined;
  recipient?: string | undefined;
  /** The consent referred to. */
  approval?: string | undefined;
}

/**
 * The consent that covers an attempt: asked for by the same person, granted by another, in force, for this and no more.
 * Without one throws APPROVAL_REQUIRED, after the attempt was recorded and an alert raised. Rows SEC-SEP-03, SEC-SEP-04, SEC-LEK-03.
 */
export async function requireApproval(
  security: Security,
  actor: Actor,
  attempt: Attempt,
  refusal: Problem = errors.APPROVAL_REQUIRED(),
): Promise<ApprovalRow> {
  const row = attempt.approval === undefined ? undefined : await find(security, attempt.approval);
  const fault = faultOf(security, actor, attempt, row);
  if (row !== undefined && fault === undefined) return row;
  await recordRefusal(security, actor, attempt, fault ?? '没有同意记录');
  throw refusal;
}

/** Has the platform ask here before a large export leaves it. Row SEC-LEK-01. */
export function keepConsents(security: Security): void {
  security.platform.exports.askWith(async (actor, { resource, rows, approval }) => {
    const attempt = { operation: 'bulk-export', subject: resource, rows, approval } as const;
    await requireApproval(security, actor, attempt, platformErrors.EXPORT_NEEDS_CONSENT());
  });
}

function find({ platform }: Security, id: string): Promise<ApprovalRow | undefined> {
  return tables(platform.database)
    .selectFrom('security.approval')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst();
}

function faultOf(
  { platform }: Security,
  actor: Actor,
  attempt: Attempt,
  row: ApprovalRow | undefined,
): string | undefined {
  if (row === undefined) return '没有同意记录';
  if (row.operation !== attempt.operation || row.subject !== attempt.subject) return '同意的不是这项处置';
  if (row.requested_by !== actor.accountId) return '同意是给他人的';
  if (stateOf(row, platform.clock.now()) !== 'in-force') return '同意未生效或已失效';
  if (row.row_limit !== null && (attempt.rows ?? 0) > row.row_limit) return '超出同意的条数';
  if (attempt.recipient !== undefined && row.recipient !== attempt.recipient) return '接收方与同意不符';
  return undefined;
}

/** Keeps that somebody tried, and has it told. */
export async function recordRefusal(
  security: Security,
  actor: Actor,
  { operation, subject, rows }: Attempt,
  fault: string,
): Promise<void> {
  const { platform } = security;
  await platform.database.transaction().execute(async (trx) => {
    await notify(security, trx, {
      kind: 'disposition-refused',
      audience: 'security.manage',
      subject: platform.ids.uuid(),
      text: `${actor.name}（${actor.login}）未经同意尝试“${operations[operation].title}”，已拒绝：${fault}`,
    });
    await platform.audit.write(trx, actor, {
      action: 'disposition.refuse',
      subject,
      detail: { operation, rows, fault },
    });
  });
}
