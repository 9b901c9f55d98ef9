import type { Audit } from '../audit/audit.ts';
import type { Database } from '../database/tables.ts';
import { errors } from '../errors/index.ts';
import type { Clock } from '../system/clock.ts';
import type { Actor } from './actor.ts';

/** So many records leave the platform in one file. */
export interface Taking {
  /** What they are of: `audit`, `register`. */
  resource: string;
  rows: number;
  /** Number of the consent somebody else gave to it. */
  approval?: string | undefined;
}

/** A table that is taken away as a file. */
export interface TakenTable extends Taking {
  /** What it is, in Chinese: `审计日志`. */
  title: string;
  office?: string | undefined;
  /** What it was narrowed to. */
  conditions?: Record<string, unknown> | undefined;
}

/** Answers whether a consent covers a taking; throws when it does not. */
export type ConsentKeeper = (actor: Actor, taking: Taking) => Promise<void>;

/** The question before more records leave than anybody may take alone. Row SEC-LEK-01. */
export interface Exports {
  /** Throws EXPORT_NEEDS_CONSENT for more rows than the limit without a consent that covers them. */
  require(actor: Actor, taking: Taking): Promise<void>;
  /**
   * The same, and then writes the audit line `<resource>.export` and returns the line that goes first into the file: who took it out and
   * when, so that a copy found elsewhere leads back. Row SEC-LEK-02.
   */
  take(actor: Actor, table: TakenTable): Promise<string>;
  /** The room that keeps consents says so here; without one, nothing large leaves. */
  askWith(keeper: ConsentKeeper): void;
  limit(): Promise<number>;
}

export const exportLimitSetting = 'security.bulk-export-rows';
const usualLimit = 1_000;

interface ExportParts {
  database: Database;
  clock: Clock;
  audit: Audit;
}

export function makeExports({ database, clock, audit }: ExportParts): Exports {
  let keeper: ConsentKeeper | undefined;
  const limit = async () => {
    const row = await database
      .selectFrom('platform.setting')
      .select('value')
      .where('name', '=', exportLimitSetting)
      .executeTakeFirst();
    return typeof row?.value === 'number' ? row.value : usualLimit;
  };
  const require = async (actor: Actor, taking: Taking) => {
    if (taking.rows <= (await limit())) return;
    if (keeper === undefined) throw errors.EXPORT_NEEDS_CONSENT();
    await keeper(actor, taking);
  };
  return {
    limit,
    require,
    askWith(asked) {
      keeper = asked;
    },
    async take(actor, table) {
      await require(actor, table);
      const { resource, title, rows, approval, office, conditions } = table;
      await audit.write(database, actor, {
        action: `${resource}.export`,
        subject: resource,
        ...(office === undefined ? {} : { office }),
        detail: { conditions, count: rows, approval },
      });
      return `${title}导出：${actor.name}（${actor.login}），${clock.now().toISOString()}，共 ${rows} 条，仅供本人履职使用`;
    },
  };
}
