import { type Actor, canStopPath, type Database, permissions } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { notify } from '../notices/notices.ts';
import { office, type Security } from '../security.ts';
import { type StopRow, tables } from '../tables.ts';

export interface NewStop {
  kind: 'route' | 'permission';
  /** `/api/payments` with everything below it, or `certificate.print`. */
  target: string;
  /** What people who meet it are told. */
  message: string;
  reason: string;
  issue?: string | undefined;
}

/** Without these nobody could put a function back into service. */
const neverStopped = new Set(['security.manage', 'security.read', 'session.manage', 'role.grant']);

/** Whether the target may be stopped at all. */
function canStop({ kind, target }: Pick<NewStop, 'kind' | 'target'>): boolean {
  if (kind === 'route') return canStopPath(target) && target !== '/api/' && target !== '/api';
  return target in permissions && !neverStopped.has(target);
}

/**
 * Takes one function or interface out of service; the rest goes on. Works at once here, within seconds in other processes.
 * Throws STOP_NOT_ALLOWED, STOP_EXISTS. Row SEC-VUL-03.
 */
export async function stopFunction(security: Security, actor: Actor, stop: NewStop): Promise<string> {
  const { platform } = security;
  platform.access.require(actor, 'security.manage');
  if (!canStop(stop)) throw errors.STOP_NOT_ALLOWED();
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    if ((await current(trx)).some((each) => each.kind === stop.kind && each.target === stop.target))
      throw errors.STOP_EXISTS();
    await tables(trx)
      .insertInto('security.stop')
      .values({
        office,
        id,
        kind: stop.kind,
        target: stop.target,
        message: stop.message,
        reason: stop.reason,
        issue: stop.issue ?? null,
        stopped_at: platform.clock.now(),
        stopped_by: actor.accountId,
        stopped_by_name: actor.name,
        resumed_at: null,
        resumed_by: null,
        resumed_by_name: null,
      })
      .execute();
    await publish(security, trx);
    await notify(security, trx, {
      kind: 'function-stopped',
      audience: 'issue.handle',
      subject: id,
      text: `功能已停用：${stop.target}（${stop.reason}）`,
    });
    await platform.audit.write(trx, actor, {
      action: 'function.stop',
      subject: stop.target,
      detail: { ...stop },
    });
  });
  await platform.stops.reload();
  return id;
}

/** Puts it back into service. Throws STOP_NOT_FOUND. */
export async function resumeFunction(security: Security, actor: Actor, id: string): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'security.manage');
  await platform.database.transaction().execute(async (trx) => {
    const resumed = await tables(trx)
      .updateTable('security.stop')
      .set({ resumed_at: platform.clock.now(), resumed_by: actor.accountId, resumed_by_name: actor.name })
      .where('office', '=', office)
      .where('id', '=', id)
      .where('resumed_at', 'is', null)
      .returning('target')
      .executeTakeFirst();
    if (resumed === undefined) throw errors.STOP_NOT_FOUND();
    await publish(security, trx);
    await platform.audit.write(trx, actor, {
      action: 'function.resume',
      subject: resumed.target,
      detail: { id },
    });
  });
  await platform.stops.reload();
}

/** Everything that is or was out of service, newest first. */
export async function listStops({ platform }: Security, actor: Actor): Promise<StopRow[]> {
  if (!platform.access.allows(actor, 'issue.handle')) platform.access.require(actor, 'security.read');
  return tables(platform.database)
    .selectFrom('security.stop')
    .selectAll()
    .where('office', '=', office)
    .orderBy('stopped_at', 'desc')
    .limit(200)
    .execute();
}

function current(database: Database): Promise<StopRow[]> {
  return tables(database)
    .selectFrom('security.stop')
    .selectAll()
    .where('office', '=', office)
    .where('resumed_at', 'is', null)
    .execute();
}

async function publish({ platform }: Security, trx: Database): Promise<void> {
  const stops = (await current(trx)).map(({ id, kind, target, message }) => ({ id, kind, target, message }));
  await platform.stops.write(trx, stops, platform.clock.now());
}
