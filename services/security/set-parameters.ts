import { type Actor, exportLimitSetting, type Platform } from '@hengchan/platform';
import { sql } from 'kysely';
import { type Parameters, parametersSetting, readParameters, type Security } from './security.ts';

/** Sets what the sources leave open. What is not given stays. */
export async function setParameters(
  security: Security,
  actor: Actor,
  change: Partial<Parameters> & { bulkExportRows?: number | undefined },
): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'security.manage');
  const { bulkExportRows, ...rest } = change;
  const next = { ...(await readParameters(security)), ...rest };
  await platform.database.transaction().execute(async (trx) => {
    await put(platform, trx, parametersSetting, next);
    if (bulkExportRows !== undefined) await put(platform, trx, exportLimitSetting, bulkExportRows);
    await platform.audit.write(trx, actor, {
      action: 'security.configure',
      subject: 'parameters',
      detail: change,
    });
  });
}

/** The parameters in force. */
export async function showParameters(security: Security, actor: Actor) {
  security.platform.access.require(actor, 'security.read');
  return { ...(await readParameters(security)), bulkExportRows: await security.platform.exports.limit() };
}

async function put(
  platform: Platform,
  trx: Platform['database'],
  name: string,
  value: unknown,
): Promise<void> {
  await sql`
    INSERT INTO platform.setting (name, value, updated_at)
    VALUES (${name}, ${JSON.stringify(value)}::jsonb, ${platform.clock.now()})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`.execute(trx);
}
