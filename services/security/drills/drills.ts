import { type Actor, systemActor } from '@hengchan/platform';
import { type Selectable, sql } from 'kysely';
import { notify } from '../notices/notices.ts';
import { dayMilliseconds, office, readParameters, type Security } from '../security.ts';
import { type RestoreDrillRow, tables } from '../tables.ts';

/** What a drill came to. */
export interface Drill {
  backupMadeAt: Date;
  databaseKind: 'embedded' | 'postgres';
  files: number;
  rowsRestored: number;
  restoreSeconds: number;
  verifySeconds: number;
  /** What was verified, each with its first faults. */
  result: readonly { what: string; count: string; faults: readonly string[] }[];
}

const shownFaults = 5;

/** Writes a drill down; one that found faults raises an alert. Only the command line drills. Row SEC-LAW-05. */
export async function recordDrill(security: Security, drill: Drill): Promise<void> {
  const { platform } = security;
  const id = platform.ids.uuid();
  const faults = drill.result.reduce((sum, each) => sum + each.faults.length, 0);
  const result = drill.result.map((each) => ({ ...each, faults: each.faults.slice(0, shownFaults) }));
  await platform.database.transaction().execute(async (trx) => {
    await tables(trx)
      .insertInto('security.restore_drill')
      .values({
        office,
        id,
        drilled_at: platform.clock.now(),
        backup_made_at: drill.backupMadeAt,
        database_kind: drill.databaseKind,
        files: drill.files,
        rows_restored: drill.rowsRestored,
        restore_seconds: drill.restoreSeconds,
        verify_seconds: drill.verifySeconds,
        faults,
        result: JSON.stringify(result),
      })
      .execute();
    if (faults > 0)
      await notify(security, trx, {
        kind: 'restore-drill-failed',
        audience: 'security.manage',
        subject: id,
        text: `恢复演练发现 ${faults} 处问题，备份做于 ${drill.backupMadeAt.toISOString()}`,
      });
    await platform.audit.write(trx, systemActor, {
      action: 'backup.drill',
      subject: id,
      detail: { faults, restoreSeconds: drill.restoreSeconds, verifySeconds: drill.verifySeconds },
    });
  });
}

/** The last hundred drills, and whether the next one is owed. */
export async function listDrills(
  security: Security,
  actor: Actor,
): Promise<{ items: Selectable<RestoreDrillRow>[]; dueBy?: Date; overdue: boolean }> {
  const { platform } = security;
  platform.access.require(actor, 'security.read');
  const items = await tables(platform.database)
    .selectFrom('security.restore_drill')
    .selectAll()
    .where('office', '=', office)
    .orderBy('drilled_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  const dueBy = await nextDrillBy(security);
  return {
    items,
    ...(dueBy === undefined ? {} : { dueBy }),
    overdue: dueBy !== undefined && dueBy < platform.clock.now(),
  };
}

/** Reminds, once for each time it falls due, that nobody knows any more whether a backup can be put back. */
export async function remindDrill(security: Security): Promise<void> {
  const { platform } = security;
  const dueBy = await nextDrillBy(security);
  if (dueBy === undefined || dueBy >= platform.clock.now()) return;
  await notify(security, platform.database, {
    kind: 'restore-drill-due',
    audience: 'security.manage',
    subject: dueBy.toISOString(),
    text: `恢复演练已过期：应在 ${dueBy.toISOString().slice(0, 10)} 前用最近的备份演练（./hengchan drill）`,
  });
}

/** So many days after the last drill without a fault, or after the first account was made; undefined for an empty platform. */
async function nextDrillBy(security: Security): Promise<Date | undefined> {
  const { drillDays } = await readParameters(security);
  const { rows } = await sql<{ since: Date | null }>`
    SELECT coalesce(
      (SELECT max(drilled_at) FROM security.restore_drill WHERE office = ${office} AND faults = 0),
      (SELECT min(created_at) FROM platform.account)) AS since`.execute(security.platform.database);
  const since = rows[0]?.since;
  return since ? new Date(since.getTime() + drillDays * dayMilliseconds) : undefined;
}
