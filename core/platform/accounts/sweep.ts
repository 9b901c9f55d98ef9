import type { Platform } from '../platform.ts';
import { accountTables } from './tables.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Who signed in when stays in the audit log; the rows of sessions only serve while they are open. */
const keepSessions = 30 * day;
/** Far longer than a lock lasts. */
const keepFailures = day;

/** Clears away what no longer says anything, every hour. */
export function scheduleAccountSweep(platform: Platform): void {
  platform.jobs.every(hour / 1000, 'sweep-accounts', () => sweepAccounts(platform));
}

/** Removes sessions long over and failures long forgotten; a lock set by an administrator stays. */
export async function sweepAccounts({
  database,
  clock,
}: Pick<Platform, 'database' | 'clock'>): Promise<void> {
  const now = clock.now().getTime();
  const tables = accountTables(database);
  await tables
    .deleteFrom('platform.session')
    .where('expires_at', '<', new Date(now - keepSessions))
    .execute();
  await tables
    .deleteFrom('platform.sign_in_failure')
    .where('last_at', '<', new Date(now - keepFailures))
    .where((row) => row.or([row('locked_until', 'is', null), row('locked_until', '<', new Date(now))]))
    .execute();
}
