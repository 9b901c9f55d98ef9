import { type Actor, systemActor } from '@hengchan/platform';
import { toShanghaiTime } from '@hengchan/standards';
import { notify } from '../notices/notices.ts';
import { office, type Security } from '../security.ts';
import { tables } from '../tables.ts';

/** One part of what was recomputed, for people. */
export interface CheckedPart {
  what: string;
  count: string;
  faults: readonly string[];
}

const shownFaults = 5;
/** The hour of the night, in Shanghai, in which everything is recomputed: nobody waits for the database then. */
const checkHour = 2;
const hour = 3_600_000;

/**
 * Recomputes everything that can be, writes down what came of it, and raises an alert for what was changed past the procedures of the
 * product: by the owner of the database, whom nothing in it can refuse. Row SEC-SEP-04.
 */
export async function checkIntegrity(security: Security): Promise<number> {
  const { platform } = security;
  const result: CheckedPart[] = [];
  let faults = 0;
  for await (const part of security.verify(platform)) {
    faults += part.faults.length;
    result.push({ ...part, faults: part.faults.slice(0, shownFaults) });
  }
  const id = platform.ids.uuid();
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.integrity_check')
      .values({ office, id, checked_at: platform.clock.now(), faults, result: JSON.stringify(result) })
      .execute();
    const altered = result.filter((part) => part.faults.length > 0).map(({ what }) => what);
    if (faults > 0)
      await notify(security, trx, {
        kind: 'data-altered',
        audience: 'security.manage',
        subject: id,
        text: `核验发现 ${faults} 处未经登记程序的改动：${altered.join('、')}`,
      });
    await platform.audit.write(trx, systemActor, {
      action: 'integrity.check',
      subject: id,
      detail: { faults, altered },
    });
  });
  return faults;
}

/** Once a night. */
export async function checkNightly(security: Security): Promise<void> {
  const { platform } = security;
  const now = platform.clock.now();
  if (Number(toShanghaiTime(now).slice(0, 2)) !== checkHour) return;
  const last = await tables(platform.database)
    .selectFrom('security.integrity_check')
    .select('id')
    .where('office', '=', office)
    .where('checked_at', '>', new Date(now.getTime() - 12 * hour))
    .executeTakeFirst();
  if (last === undefined) await checkIntegrity(security);
}

/** The last thirty checks. */
export async function listChecks({ platform }: Security, actor: Actor) {
  platform.access.require(actor, 'security.read');
  const rows = await tables(platform.database)
    .selectFrom('security.integrity_check')
    .selectAll()
    .where('office', '=', office)
    .orderBy('checked_at', 'desc')
    .limit(30)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    checkedAt: row.checked_at.toISOString(),
    faults: row.faults,
    result: row.result,
  }));
}
