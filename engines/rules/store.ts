import { type Actor, type Database, type Platform, platformErrors } from '@hengchan/platform';
import type { Parameters } from './rule.ts';
import type { RulesTables } from './tables.ts';

/** A switch or parameters an administrator set for a rule, for one business and office or for all (`*`). */
export interface Activation {
  office: string;
  rule: string;
  business: string;
  enabled: boolean;
  parameters: Parameters;
}

const tables = (database: Database) => database.withTables<RulesTables>();

/** The settings in force: the newest revision of each. */
export async function loadActivations(database: Database): Promise<Activation[]> {
  const rows = await tables(database)
    .selectFrom('rules.activation')
    .distinctOn(['office', 'rule', 'business'])
    .selectAll()
    .orderBy('office')
    .orderBy('rule')
    .orderBy('business')
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(({ office, rule, business, enabled, parameters }) => ({
    office,
    rule,
    business,
    enabled,
    parameters,
  }));
}

/** Every setting there ever was, newest first: who, when, why. */
export async function activationHistory(database: Database, rule?: string) {
  const query = tables(database)
    .selectFrom('rules.activation')
    .selectAll()
    .orderBy('set_at', 'desc')
    .limit(500);
  return (rule === undefined ? query : query.where('rule', '=', rule)).execute();
}

/** Sets a rule for a business and office. Earlier settings stay on record; two who set at once get one 409. */
export async function setActivation(
  platform: Platform,
  actor: Actor,
  setting: Activation & { reason: string },
): Promise<void> {
  platform.access.require(actor, 'rule.manage', { office: setting.office });
  if (setting.reason.trim() === '') {
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/reason', message: '请写明调整理由' }] });
  }
  await platform.database.transaction().execute(async (trx) => {
    const last = await tables(trx)
      .selectFrom('rules.activation')
      .select('revision')
      .where('office', '=', setting.office)
      .where('rule', '=', setting.rule)
      .where('business', '=', setting.business)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst();
    const { office, rule, business, enabled, parameters, reason } = setting;
    await tables(trx)
      .insertInto('rules.activation')
      .values({
        office,
        rule,
        business,
        revision: (last?.revision ?? 0) + 1,
        enabled,
        parameters: JSON.stringify(parameters),
        reason,
        set_by: actor.accountId,
        set_by_name: actor.name,
        set_at: platform.clock.now(),
      })
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'rule.set',
      subject: rule,
      detail: { office, business, enabled, parameters, reason },
    });
  });
}
