import { type Actor, platformErrors } from '@hengchan/platform';
import type { Casework } from './casework.ts';
import { errors } from './errors.ts';
import { tables } from './store.ts';

/** Takes an open task for oneself. Of two who press at once, one gets TASK_TAKEN. */
export async function claimTask(casework: Casework, actor: Actor, id: string): Promise<string> {
  const token = await findTask(casework, actor, id);
  const taken = await tables(casework.platform.database)
    .updateTable('casework.token')
    .set({ claimed_by: actor.accountId, claimed_by_name: actor.name })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where((where) => where.or([where('claimed_by', 'is', null), where('claimed_by', '=', actor.accountId)]))
    .returning('case_no')
    .executeTakeFirst();
  if (!taken) throw errors.TASK_TAKEN();
  return taken.case_no;
}

/** Gives a task one has taken back to the others of the role. */
export async function releaseTask(casework: Casework, actor: Actor, id: string): Promise<string> {
  const token = await findTask(casework, actor, id);
  const released = await tables(casework.platform.database)
    .updateTable('casework.token')
    .set({ claimed_by: null, claimed_by_name: null })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', id)
    .where('claimed_by', '=', actor.accountId)
    .returning('case_no')
    .executeTakeFirst();
  if (!released) throw errors.TASK_TAKEN();
  return released.case_no;
}

async function findTask(casework: Casework, actor: Actor, id: string) {
  const row = await tables(casework.platform.database)
    .selectFrom('casework.token')
    .select(['office', 'case_no', 'role'])
    .where('id', '=', id)
    .where('kind', '=', 'human')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!row) throw errors.TASK_NOT_FOUND();
  const holds = actor.grants.some(
    (grant) => grant.role === row.role && (grant.office === row.office || grant.office === '*'),
  );
  if (!holds) throw platformErrors.FORBIDDEN();
  return row;
}
