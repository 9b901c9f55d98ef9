import { type Actor, platformErrors } from '@hengchan/platform';
import type { Casework } from './casework.ts';
import { errors } from './errors.ts';
import { recordEvent } from './history.ts';
import { nodeOf } from './process/check.ts';
import { actedBefore } from './standing.ts';
import { type CaseRecord, lockCase, openTokens, saveCase, type Token, updateToken } from './store.ts';
import { findTask } from './tasks.ts';

/** Somebody of the office's staff, with the posts they hold. */
export interface Colleague {
  accountId: string;
  name: string;
  grants: Actor['grants'];
}

export interface Assignment {
  to: Colleague;
  reason: string;
}

/**
 * 转办: hands an open task to a colleague. Done by who has it (or stands in for them), or who holds `task.assign` at the office; to
 * somebody of the same post who did none of the steps this one must be apart from (受办分离). Throws ASSIGNEE_UNFIT, ASSIGNEE_EXCLUDED.
 * Returns the number of the case.
 */
export async function assignTask(
  casework: Casework,
  actor: Actor,
  id: string,
  { to, reason }: Assignment,
): Promise<string> {
  const { platform } = casework;
  const { token: found, standings } = await findTask(casework, actor, id);
  const { office, case_no: caseNo } = found;
  await platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, caseNo);
    const token = openTokens(record).find((each) => each.id === id);
    if (!token) throw errors.TASK_NOT_FOUND();
    const holder = standings.find(
      (standing) => token.claimed_by === (standing.for?.accountId ?? actor.accountId),
    );
    if (
      !holder &&
      token.claimed_by !== actor.accountId &&
      !platform.access.allows(actor, 'task.assign', { office })
    )
      throw platformErrors.FORBIDDEN();
    requireFit(casework, record, token, to);
    await updateToken(trx, token, {
      claimed_by: to.accountId,
      claimed_by_name: to.name,
      claimed_for: null,
    });
    await recordEvent(platform, trx, actor, {
      caseNo,
      node: token.node,
      action: 'assign',
      title: `转办给${to.name}`,
      comment: reason,
      ...(holder?.for ? { for: holder.for } : {}),
    });
    await platform.audit.write(trx, actor, {
      action: 'task.assign',
      subject: caseNo,
      office,
      detail: { task: id, step: token.node, to: to.accountId, reason },
    });
    await saveCase(trx, record, {});
  });
  platform.events.publish({ name: 'case.changed', office, subject: caseNo });
  return caseNo;
}

/** Whether a colleague could be given the task; throws why not. */
export function requireFit(casework: Casework, record: CaseRecord, token: Token, to: Colleague): void {
  const { office, business, business_version } = record.case;
  const step = nodeOf(casework.definitions.version(business, business_version).process, token.node);
  const role = step.kind === 'human' && 'staff' in step.assignee ? step.assignee.staff : undefined;
  const held = to.grants.some(
    (grant) => grant.role === role && (grant.office === office || grant.office === '*'),
  );
  if (step.kind !== 'human' || !held) throw errors.ASSIGNEE_UNFIT();
  if (actedBefore([to.accountId], record, step.apartFrom ?? [])) throw errors.ASSIGNEE_EXCLUDED();
}
