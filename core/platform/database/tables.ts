import type { Generated, Kysely, Transaction as KyselyTransaction } from 'kysely';

/** Tables every room may reach through the platform's own functions. */
export interface PlatformTables {
  'platform.counter': { office: string; name: string; period: string; value: number };
  'platform.idempotency': {
    actor: string;
    key: string;
    request_hash: string;
    status: number | null;
    response: string | null;
    created_at: Date;
  };
  'platform.setting': { name: string; value: unknown; updated_at: Generated<Date> };
}

/** A room widens this to its own tables with `database.withTables<RoomTables>()`. */
export type Database = Kysely<PlatformTables>;
export type Transaction = KyselyTransaction<PlatformTables>;
