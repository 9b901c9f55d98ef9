import { type Actor, platformErrors } from '@hengchan/platform';
import type { Casework } from './casework.ts';
import { errors } from './errors.ts';
import { mayTake, type Standing, standingsOf } from './standing.ts';
import { type Token, tables } from './store.ts';

/** An open task, and by whose right the actor may have to do with it. */
export interface FoundTask {
  token: Pick<Token, 'office' | 'case_no' | 'node' | 'role' | 'claimed_by' | 'claimed_for'>;
  standings: readonly Standing[];
}

/** Takes an open task for oneself, or for a colleague one stands in for. Of two who press at once, one gets TASK_TAKEN. */
export async function claimTask(casework: Casework, actor: Actor, id: string): Promise<string> {
  const { token, standings } = await findTask(casework, actor, id);
  if (standings.length === 0) throw platformErrors.FORBIDDEN();
  const standing = standings.find((each) => mayTake(actor, each, token));
  if (!standing) throw errors.TASK_TAKEN();
  const taken = await tables(casework.platform.database)
    .updateTable('casework.token')
    .set({
      claimed_by: actor.accountId,
      claimed_by_name: actor.name,
      claimed_for: standing.for?.accountId ?? null,
    })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('claimed_by', 'is not distinct from', token.claimed_by)
    .returning('case_no')
    .executeTakeFirst();
  if (!taken) throw errors.TASK_TAKEN();
  return taken.case_no;
}

/** Gives a task one has taken back to the others of the role. */
export async function releaseTask(casework: Casework, actor: Actor, id: string): Promise<string> {
  const { token, standings } = await findTask(casework, actor, id);
  if (standings.length === 0) throw platformErrors.FORBIDDEN();
  const released = await tables(casework.platform.database)
    .updateTable('casework.token')
    .set({ claimed_by: null, claimed_by_name: null, claimed_for: null })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', id)
    .where('claimed_by', '=', actor.accountId)
    .returning('case_no')
    .executeTakeFirst();
  if (!released) throw errors.TASK_TAKEN();
  return released.case_no;
}

/** The open staff task of an id; throws TASK_NOT_FOUND. Without standings the actor has nothing to do with it. */
export async function findTask(casework: Casework, actor: Actor, id: string): Promise<FoundTask> {
  const token = await tables(casework.platform.database)
    .selectFrom('casework.token')
    .select(['office', 'case_no', 'node', 'role', 'claimed_by', 'claimed_for'])
    .where('id', '=', id)
    .where('kind', '=', 'human')
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!token) throw errors.TASK_NOT_FOUND();
  return { token, standings: standingsOf(actor, token.role ?? '', token.office) };
}
