import type { Database } from '../database/tables.ts';

export type FileTables = {
  'platform.file_reader': {
    office: string;
    hash: string;
    account: string;
    named_at: Date;
    named_by: string;
    struck_at: Date | null;
    struck_by: string | null;
  };
};

export const fileTables = (database: Database) => database.withTables<FileTables>();
