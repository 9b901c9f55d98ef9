import { type Actor, type Database, platformErrors } from '@hengchan/platform';
import type { Registration } from './registration.ts';

/** Businesses that may be decided without a person, by office (`*` for all). Empty until somebody says so (Q-REG-3). */
type List = Record<string, string[]>;

const setting = 'registration.automatic-businesses';

export async function automaticBusinesses(database: Database): Promise<List> {
  const row = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirst();
  return (row?.value ?? {}) as List;
}

export async function isAutomatic(database: Database, business: string, office: string): Promise<boolean> {
  const list = await automaticBusinesses(database);
  return [...(list['*'] ?? []), ...(list[office] ?? [])].includes(business);
}

/** Sets the list of an office. Only businesses whose process has a step that can decide may be on it. */
export async function setAutomaticBusinesses(
  registration: Registration,
  actor: Actor,
  office: string,
  businesses: readonly string[],
): Promise<void> {
  const { platform, casework } = registration;
  platform.access.require(actor, 'business.manage', office === '*' ? {} : { office });
  const able = casework.definitions
    .list()
    .filter((definition) =>
      definition.process.nodes.some((node) => node.kind === 'automatic' && node.handler === 'screen'),
    )
    .map((definition) => definition.code);
  const unable = businesses.filter((code) => !able.includes(code));
  if (unable.length > 0) {
    throw platformErrors.INVALID_REQUEST({
      errors: unable.map((code) => ({ path: '/businesses', message: `${code} 的流程不支持自动审核` })),
    });
  }
  await platform.database.transaction().execute(async (trx) => {
    const value = { ...(await automaticBusinesses(trx)), [office]: [...new Set(businesses)] };
    await keep(trx, value, platform.clock.now());
    await platform.audit.write(trx, actor, {
      action: 'business.automatic',
      subject: office,
      detail: { businesses },
    });
  });
}

/** The list of a demonstration, written where none was set yet. */
export async function proposeAutomaticBusinesses(database: Database, value: List, now: Date): Promise<void> {
  if (Object.keys(await automaticBusinesses(database)).length === 0) await keep(database, value, now);
}

async function keep(database: Database, value: List, updated_at: Date): Promise<void> {
  const text = JSON.stringify(value);
  await database
    .insertInto('platform.setting')
    .values({ name: setting, value: text, updated_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text, updated_at }))
    .execute();
}
