import { isDateText, startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';
import type { Actor } from '../access/actor.ts';
import { administrators } from '../access/permissions.ts';
import { errors, type FieldError } from '../errors/index.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { listStaff } from './list-staff.ts';
import { accountTables } from './tables.ts';

type DelegationParts = Pick<Platform, 'database' | 'clock' | 'ids' | 'access' | 'audit' | 'cipher'>;

const dayMilliseconds = 86_400_000;
const mostDays = 90;

export interface NewDelegation {
  /** The account that stands in. */
  to: string;
  /** First and last day, in China. */
  from: string;
  until: string;
  /** Roles lent; all but those of administrators unless told. */
  roles?: readonly string[] | undefined;
  reason: string;
}

const isAdministrator = (role: string) => (administrators as readonly string[]).includes(role);

/**
 * Lends one's posts to a colleague for the days of one's absence, and returns the delegation's id. The colleague does the tasks in the
 * own name; what they may do beyond tasks does not grow. Throws DELEGATE_UNFIT, INVALID_REQUEST.
 */
export async function delegate(
  platform: DelegationParts,
  actor: Actor,
  given: NewDelegation,
): Promise<string> {
  platform.access.require(actor, 'task.read');
  if (actor.kind !== 'staff') throw errors.FORBIDDEN();
  const own = [...new Set(actor.grants.map((grant) => grant.role))].filter((role) => !isAdministrator(role));
  const roles = given.roles ?? own;
  refuseFaults(platform, given, roles, own);
  await requireFit(platform, actor, given.to);
  const id = platform.ids.uuid();
  const starts_at = startOfShanghaiDay(given.from);
  const ends_at = new Date(startOfShanghaiDay(given.until).getTime() + dayMilliseconds);
  await platform.database.transaction().execute(async (trx) => {
    await accountTables(trx)
      .insertInto('platform.delegation')
      .values({
        id,
        giver: actor.accountId,
        taker: given.to,
        roles: [...roles],
        reason: given.reason,
        starts_at,
        ends_at,
        given_at: platform.clock.now(),
        revoked_at: null,
        revoked_by: null,
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'delegation.give',
      subject: given.to,
      detail: { delegation: id, roles, from: given.from, until: given.until, reason: given.reason },
    });
  });
  return id;
}

function refuseFaults(
  { clock }: DelegationParts,
  { from, until, reason }: NewDelegation,
  roles: readonly string[],
  own: readonly string[],
): void {
  const faults: FieldError[] = [];
  if (!isDateText(from)) faults.push({ path: '/from', message: '没有这一天' });
  if (!isDateText(until)) faults.push({ path: '/until', message: '没有这一天' });
  if (reason.trim() === '') faults.push({ path: '/reason', message: '请填写事由' });
  if (roles.length === 0) faults.push({ path: '/roles', message: '没有可以委托的岗位' });
  for (const role of roles)
    if (!own.includes(role)) faults.push({ path: '/roles', message: `您没有可委托的岗位 ${role}` });
  if (faults.length === 0) {
    const days = (startOfShanghaiDay(until).getTime() - startOfShanghaiDay(from).getTime()) / dayMilliseconds;
    const today = toShanghaiDate(clock.now());
    if (from < today) faults.push({ path: '/from', message: '不能早于今天' });
    if (days < 0) faults.push({ path: '/until', message: '不能早于开始日期' });
    if (days >= mostDays) faults.push({ path: '/until', message: `委托不得超过 ${mostDays} 天` });
  }
  if (faults.length > 0) throw errors.INVALID_REQUEST({ errors: faults });
}

/** Staff at work in one of the giver's offices, and no administrator (三员不兼任业务岗位). */
async function requireFit(platform: DelegationParts, actor: Actor, to: string): Promise<void> {
  if (to === actor.accountId) throw accountErrors.DELEGATE_UNFIT();
  const [colleague] = await listStaff(platform, { accountId: to });
  const offices = new Set(actor.grants.map((grant) => grant.office));
  const near = colleague?.grants.some(
    (grant) => grant.office === '*' || offices.has('*') || offices.has(grant.office),
  );
  if (!near || colleague?.grants.some((grant) => isAdministrator(grant.role)))
    throw accountErrors.DELEGATE_UNFIT();
}

/** Takes posts back at once: who lent them, who got them, or who may hand on tasks at an office of the giver. */
export async function revokeDelegation(platform: DelegationParts, actor: Actor, id: string): Promise<void> {
  if (!platform.access.allows(actor, 'task.assign')) platform.access.require(actor, 'task.read');
  await platform.database.transaction().execute(async (trx) => {
    const row = await accountTables(trx)
      .selectFrom('platform.delegation')
      .select(['giver', 'taker', 'roles'])
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw accountErrors.DELEGATION_NOT_FOUND();
    if (![row.giver, row.taker].includes(actor.accountId)) {
      const [giver] = await listStaff({ ...platform, database: trx }, { accountId: row.giver });
      const offices = giver?.grants.map((grant) => grant.office) ?? [];
      // To others it does not exist.
      if (!offices.some((office) => platform.access.allows(actor, 'task.assign', { office })))
        throw accountErrors.DELEGATION_NOT_FOUND();
    }
    await accountTables(trx)
      .updateTable('platform.delegation')
      .set({ revoked_at: platform.clock.now(), revoked_by: actor.accountId })
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'delegation.revoke',
      subject: row.taker,
      detail: { delegation: id, giver: row.giver, roles: row.roles },
    });
  });
}
