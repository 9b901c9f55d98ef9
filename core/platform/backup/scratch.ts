import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/load.ts';
import { ownerPool } from '../database/postgres.ts';
import { BackupFault } from './fault.ts';

/** Somewhere a backup can be put back without touching anything in use. */
export interface Scratch {
  /** A data folder of its own. */
  folder: string;
  /** A database of its own; undefined for the embedded one in the folder. */
  url: string | undefined;
  /** Everything put there is gone afterwards. */
  remove(): Promise<void>;
}

/**
 * Makes a folder and, for PostgreSQL, a database beside the one in use, on the same server. Throws BackupFault where the account may not make
 * databases. The name says what it is, in case a crash leaves it behind.
 */
export async function openScratch(config: Config, name: string): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'hengchan-drill-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  if (config.databaseUrl === undefined) return { folder, url: undefined, remove: removeFolder };
  const database = `hengchan_drill_${name}`;
  const administer = async (statement: string) => {
    const pool = ownerPool(config.databaseUrl as string);
    try {
      await pool.query(statement);
    } finally {
      await pool.end();
    }
  };
  try {
    await administer(`CREATE DATABASE "${database}" TEMPLATE template0`);
  } catch (cause) {
    await removeFolder();
    throw new BackupFault('不能建立演练用的数据库：请给数据库账号 CREATEDB 权限', { cause });
  }
  const url = new URL(config.databaseUrl);
  url.pathname = `/${database}`;
  return {
    folder,
    url: url.href,
    remove: async () => {
      await administer(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await removeFolder();
    },
  };
}
