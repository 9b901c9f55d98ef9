import type { Database } from '../database/tables.ts';

export type JobTables = {
  'platform.deferred_job': {
    id: string;
    queue: string;
    singleton_key: string;
    data: unknown;
    due_at: Date;
  };
  'platform.timer': { name: string; next_at: Date; held_by: string | null; held_until: Date | null };
};

export const jobTables = (database: Database) => database.withTables<JobTables>();
