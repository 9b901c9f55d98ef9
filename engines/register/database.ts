import type { Database, Migrations, Transaction } from '@hengchan/platform';
import type { RegisterTables } from './tables.ts';

export const registerMigrations: Migrations = {
  room: 'register',
  folder: new URL('./migrations/', import.meta.url),
};

/** The database as this engine sees it: its own tables only. */
export const tables = (database: Database | Transaction) =>
  (database as Database).withTables<RegisterTables>();
