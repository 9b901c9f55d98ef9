import {
  assignTask,
  type Colleague,
  caseworkErrors,
  caseworkTables,
  findTask,
  getCase,
  openTokens,
  requireFit,
} from '@hengchan/casework';
import { type Actor, listStaff, Problem, platformErrors } from '@hengchan/platform';
import { sql } from 'kysely';
import type { Registration } from '../registration.ts';

/** 转办: hands a task on, with the reason on record. Returns the number of the case. */
export async function assign(
  registration: Registration,
  actor: Actor,
  id: string,
  { to, reason }: { to: string; reason: string },
): Promise<string> {
  requireTasks(registration, actor);
  const [colleague] = await listStaff(registration.platform, { accountId: to });
  const { token } = await findTask(registration.casework, actor, id);
  if (!colleague) {
    await requireReach(registration, actor, token.office, id);
    throw caseworkErrors.ASSIGNEE_UNFIT();
  }
  return assignTask(registration.casework, actor, id, { to: colleague, reason });
}

/** Whom a task could be handed to, with how much they have at hand already. */
export async function assigneesOf(registration: Registration, actor: Actor, id: string) {
  const { platform, casework } = registration;
  requireTasks(registration, actor);
  const { token: found } = await findTask(casework, actor, id);
  await requireReach(registration, actor, found.office, id);
  const record = await getCase(platform.database, found.case_no);
  const token = openTokens(record).find((each) => each.id === id);
  if (!token) throw caseworkErrors.TASK_NOT_FOUND();
  const staff = await listStaff(platform, { office: found.office, role: found.role ?? '' });
  const fit = staff.filter(
    (each) => each.accountId !== token.claimed_by && fits(() => requireFit(casework, record, token, each)),
  );
  const open = await openTasks(registration, found.office, fit);
  return {
    items: fit.map((each) => ({
      account: each.accountId,
      name: each.name,
      open: open.get(each.accountId) ?? 0,
    })),
  };
}

/** Who does tasks, and who only hands on those of others. */
function requireTasks({ platform: { access } }: Registration, actor: Actor): void {
  if (!access.allows(actor, 'task.assign')) access.require(actor, 'task.read');
}

/** Only who has a post for the task, or may hand on those of others, learns of colleagues. */
async function requireReach(
  { platform, casework }: Registration,
  actor: Actor,
  office: string,
  id: string,
): Promise<void> {
  const { standings } = await findTask(casework, actor, id);
  if (standings.length === 0 && !platform.access.allows(actor, 'task.assign', { office }))
    throw platformErrors.FORBIDDEN();
}

function fits(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function openTasks(
  { platform }: Registration,
  office: string,
  colleagues: readonly Colleague[],
): Promise<Map<string, number>> {
  if (colleagues.length === 0) return new Map();
  const rows = await caseworkTables(platform.database)
    .selectFrom('casework.token')
    .select(['claimed_by', sql<number>`count(*)::int`.as('open')])
    .where('office', '=', office)
    .where('state', '=', 'open')
    .where('kind', '=', 'human')
    .where(
      'claimed_by',
      'in',
      colleagues.map((each) => each.accountId),
    )
    .groupBy('claimed_by')
    .execute();
  return new Map(rows.map((row) => [row.claimed_by ?? '', row.open]));
}
