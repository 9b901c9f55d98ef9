import type { Database } from '../database/tables.ts';
import { errors } from '../errors/index.ts';
import type { Actor } from './actor.ts';

/** So many records leave the platform in one file. */
export interface Taking {
  /** What they are of: `audit`, `register`. */
  resource: string;
  rows: number;
  /** Number of the consent somebody else gave to it. */
  approval?: string | undefined;
}

/** Answers whether a consent covers a taking; throws when it does not. */
export type ConsentKeeper = (actor: Actor, taking: Taking) => Promise<void>;

/** The question before more records leave than anybody may take alone. Row SEC-LEK-01. */
export interface Exports {
  /** Throws EXPORT_NEEDS_CONSENT for more rows than the limit without a consent that covers them. */
  require(actor: Actor, taking: Taking): Promise<void>;
  /** The room that keeps consents says so here; without one, nothing large leaves. */
  askWith(keeper: ConsentKeeper): void;
  limit(): Promise<number>;
}

export const exportLimitSetting = 'security.bulk-export-rows';
const usualLimit = 1_000;

export function makeExports(database: Database): Exports {
  let keeper: ConsentKeeper | undefined;
  const limit = async () => {
    const row = await database
      .selectFrom('platform.setting')
      .select('value')
      .where('name', '=', exportLimitSetting)
      .executeTakeFirst();
    return typeof row?.value === 'number' ? row.value : usualLimit;
  };
  return {
    limit,
    askWith(asked) {
      keeper = asked;
    },
    async require(actor, taking) {
      if (taking.rows <= (await limit())) return;
      if (keeper === undefined) throw errors.EXPORT_NEEDS_CONSENT();
      await keeper(actor, taking);
    },
  };
}
