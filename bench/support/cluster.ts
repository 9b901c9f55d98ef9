import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPostgres, startCluster } from '@hengchan/platform/testing/cluster';
import pg from 'pg';

/** A private PostgreSQL with fsync on whose folder is kept between runs, one for each size of city. */
export interface BenchCluster {
  folder: string;
  /** Folder of the PostgreSQL programs. */
  programs: string;
  url(database: string): string;
  /** The same through the socket of the machine, as a product beside its database connects. */
  local(database: string): string;
  /** Seconds of processor time all its processes have used so far. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** Name of the database that is seeded once; runs work on copies of it. */
export const cityDatabase = 'city';

const settings = [
  "shared_preload_libraries = 'pg_stat_statements'",
  'wal_level = logical',
  "max_wal_size = '4GB'",
];

export async function openCluster(units: number): Promise<BenchCluster> {
  const programs = findPostgres();
  if (!programs) throw new Error('the benchmarks need PostgreSQL 15 or newer with PostGIS on this machine');
  const folder = join(fileURLToPath(new URL('../../data/', import.meta.url)), `bench-${units}`);
  const postgres = join(folder, 'postgres');
  const isNew = !existsSync(join(postgres, 'data'));
  mkdirSync(postgres, { recursive: true });
  let cluster = await startCluster(programs, { fsync: true, folder: postgres });
  if (isNew) {
    for (const setting of settings) await query(cluster.url, `ALTER SYSTEM SET ${setting}`);
    await cluster.stop();
    cluster = await startCluster(programs, { fsync: true, folder: postgres });
  }
  // A benchmark that fails must not leave its database running.
  const postmaster = postmasterOf(join(postgres, 'data'));
  process.once('exit', () => {
    if (existsSync(join(postgres, 'data', 'postmaster.pid'))) process.kill(postmaster, 'SIGINT');
  });
  return {
    folder,
    programs,
    url: cluster.urlOf,
    local: (database) =>
      `postgresql:///${database}?${new URLSearchParams({ host: postgres, port: new URL(cluster.url).port, user: 'postgres' })}`,
    cpuSeconds: () => familySeconds(postmaster),
    stop: async () => {
      await dropCopies(cluster.url);
      await cluster.stop();
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** A copy of a database nobody is connected to. */
export async function copyDatabase(cluster: BenchCluster, from: string, to: string): Promise<void> {
  const maintenance = cluster.url('postgres');
  await query(maintenance, `DROP DATABASE IF EXISTS ${to} WITH (FORCE)`);
  await query(maintenance, `CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY file_copy`);
}

/** Copies are as large as the city: none is left on the disk. */
async function dropCopies(maintenance: string): Promise<void> {
  const copies = await query<{ datname: string }>(
    maintenance,
    'SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> ALL ($1)',
    [['postgres', cityDatabase]],
  );
  for (const { datname } of copies) await query(maintenance, `DROP DATABASE ${datname} WITH (FORCE)`);
}

const ticksPerSecond = 100;

/** Processor time of a process, and of those children of it that have ended. */
export function processSeconds(pid: number): number {
  const text = readStat(pid);
  return text === undefined ? 0 : (ticks(text, 11) + ticks(text, 12)) / ticksPerSecond;
}

const postmasterOf = (data: string): number =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

function familySeconds(postmaster: number): number {
  const own = readStat(postmaster);
  let total = own === undefined ? 0 : ticks(own, 13) + ticks(own, 14);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(Number(name));
    if (stat !== undefined && ticks(stat, 1) === postmaster) total += ticks(stat, 11) + ticks(stat, 12);
  }
  return total / ticksPerSecond;
}

/** What follows the name in `/proc/<pid>/stat`; the name may hold spaces. */
function readStat(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2);
  } catch {
    return undefined;
  }
}

const ticks = (stat: string, field: number): number => Number(stat.split(' ')[field]);
